"""``nianbao check``: check files and folders."""

import sys
from argparse import Namespace
from collections.abc import Sequence

from nianbao.app import Checker, NothingToCheckError
from nianbao.cli.building import checker_of
from nianbao.cli.output import canvas_of, require_writable, show, write
from nianbao.cli.parsing import UsageError
from nianbao.errors import guess
from nianbao.model.record import Record
from nianbao.model.text import Language, Text
from nianbao.protocols import Formatter
from nianbao.result import Result

_STDIN = "-"


class Target(Record):
    """A formatter and the file it goes to; ``""`` is standard output."""

    formatter: Formatter
    path: str


def run(options: Namespace, language: Language) -> int:
    """Run the command and return its exit code."""
    checker = checker_of(options)
    targets = _targets(options, checker)
    try:
        result = _checked(options, checker)
    except NothingToCheckError:
        if options.skip_other:
            return 0
        raise
    _write(result, targets, language)
    return exit_code(result)


def _checked(options: Namespace, checker: Checker) -> Result:
    paths: Sequence[str] = options.paths or ["."]
    if _STDIN not in paths:
        return checker.check(paths)
    if len(paths) > 1:
        raise UsageError(Text("- 不能与其他路径同用", "- cannot go with other paths"))
    return checker.check_data(options.stdin_filename or "<stdin>", sys.stdin.buffer.read())


def _targets(options: Namespace, checker: Checker) -> list[Target]:
    """Return where each output goes, refused before any file is read."""
    targets = [_target(text, checker) for text in options.formats or ["table"]]
    if options.output:
        if len(targets) > 1 or targets[0].path:
            raise UsageError(
                Text("--output 只能与一个 --format 同用", "--output goes with one --format")
            )
        targets = [Target(targets[0].formatter, options.output)]
    paths = [target.path for target in targets]
    if len(set(paths)) < len(paths):
        raise UsageError(Text("两种输出写到了同一处", "two outputs go to the same place"))
    for path in filter(None, paths):
        require_writable(path)
    return targets


def _target(text: str, checker: Checker) -> Target:
    name, _, path = text.partition("=")
    formatter = checker.formatters.get(name)
    if formatter is None:
        names = list(checker.formatters)
        near = guess(name, names)
        raise UsageError(
            Text(
                f"没有输出格式“{name}”，可用的有 {'、'.join(names)}{near.zh}",
                f'there is no format "{name}"; choose from {", ".join(names)}{near.en}',
            )
        )
    return Target(formatter, path)


def _write(result: Result, targets: Sequence[Target], language: Language) -> None:
    for target in targets:
        canvas = canvas_of(language, sys.stdout, to_file=bool(target.path))
        text = target.formatter.render(result, canvas)
        if target.path:
            write(text, target.path)
        else:
            show(text, sys.stdout, utf8=target.formatter.for_machines)


def exit_code(result: Result) -> int:
    """Return 3 where something could not be read or crashed, 1 on grave enough findings, else 0."""
    documents = result.documents
    if any(document.status == "unreadable" or document.crashed for document in documents):
        return 3
    return int(any(document.fails for document in documents))
