"""``nianbao convert``: print the canonical JSON of a document."""

import sys
from argparse import Namespace

from nianbao.cli.building import checker_of
from nianbao.cli.inputs import require_other
from nianbao.cli.output import require_writable, show, write
from nianbao.model.text import Language
from nianbao.protocols import UnreadableError

_UNREADABLE = 3


def run(options: Namespace, language: Language) -> int:
    """Run the command and return its exit code."""
    if options.output:
        require_writable(options.output)
        require_other(options.output, options.path)
    try:
        report = checker_of(options).read(options.path)[0]
    except UnreadableError as error:
        problem = error.problem
        where = ":".join(str(part) for part in (options.path, problem.line, problem.column) if part)
        colon = "：" if language == "zh" else ": "
        show(f"{where}{colon}{problem.reason.get(language)}\n", sys.stderr)
        return _UNREADABLE
    if options.output:
        write(report.to_json(), options.output)
    else:
        show(report.to_json(), sys.stdout, utf8=True)
    return 0
