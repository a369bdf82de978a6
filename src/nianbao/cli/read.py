"""``nianbao read``: say how a document was read."""

import sys
from argparse import Namespace

from nianbao.checker import Checker
from nianbao.cli.building import checker_of
from nianbao.cli.inputs import require_other
from nianbao.cli.output import canvas_of, require_writable, show, write
from nianbao.formatters.reading import reading_json, reading_page
from nianbao.model.reading import Reading, TableRead
from nianbao.model.text import Language
from nianbao.prose.hiding import Hide, hidden_in, hiding
from nianbao.protocols import UnreadableError
from nianbao.readers.files import limit_size
from nianbao.readers.reading import reading_of
from nianbao.result import Problem

_STDIN = "-"
_UNREADABLE = 3


def run(options: Namespace, language: Language) -> int:
    """Run the command and return its exit code."""
    if options.output:
        require_writable(options.output)
        require_other(options.output, options.path)
    checker = checker_of(options)
    try:
        reading = _reading(options, checker)
    except UnreadableError as error:
        return _refuse(_name(options), error.problem, language)
    text = _text(reading, options, language)
    if options.output:
        write(text, options.output)
    else:
        show(text, sys.stdout, utf8=options.format == "json")
    return 0


def _name(options: Namespace) -> str:
    """Return the path as it is shown."""
    if options.path != _STDIN:
        return str(options.path)
    return options.stdin_filename or "<stdin>"


def _reading(options: Namespace, checker: Checker) -> Reading:
    data = sys.stdin.buffer.read() if options.path == _STDIN else None
    if data is not None:
        limit_size(len(data), checker.options.most_bytes)
    report, reader, source = checker.read(_name(options), data)
    reading = reading_of(report, reader.name, source, checker.read_options(_name(options)))
    return _hidden(reading)


def _hidden(reading: Reading) -> Reading:
    """Return a reading with its private data masked; how long its texts are stays as it is."""
    report, hide = reading.report, reading.report.once(hiding)
    shown = report._replace(
        title=hide(report.title),
        signature=hide(report.signature),
        organ=hidden_in(report.organ, hide),
        period=hidden_in(report.period, hide),
        links=hidden_in(report.links, hide),
    )
    return reading._replace(
        report=shown,
        headings=hidden_in(reading.headings, hide),
        tables=tuple(_hidden_table(table, hide) for table in reading.tables),
        ignored=hidden_in(reading.ignored, hide),
    )


def _hidden_table(table: TableRead, hide: Hide) -> TableRead:
    # The form is none of the document's words.
    shown: TableRead = hidden_in(table, hide)
    return shown._replace(form=table.form)


def _text(reading: Reading, options: Namespace, language: Language) -> str:
    if options.format == "json":
        return reading_json(reading, language)
    canvas = canvas_of(language, sys.stdout, to_file=bool(options.output))
    return reading_page(reading, canvas, in_full=options.all)


def _refuse(path: str, problem: Problem, language: Language) -> int:
    """Say why a document cannot be read, on one line."""
    where = ":".join(str(part) for part in (path, problem.line, problem.column) if part)
    colon = "：" if language == "zh" else ": "
    show(f"{where}{colon}{problem.reason.get(language)}\n", sys.stderr)
    return _UNREADABLE
