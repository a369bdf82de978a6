"""To which files do the outputs of a run go, and can they?"""

import sys
from collections.abc import Sequence

from nianbao.checker import Checker
from nianbao.cli.inputs import is_same, require_unread
from nianbao.cli.output import OutputError, canvas_of, require_writable, show, write
from nianbao.cli.parsing import UsageError
from nianbao.errors import guess
from nianbao.model.record import Record
from nianbao.model.text import Language, Text
from nianbao.protocols import Formatter
from nianbao.result import Result


class Target(Record):
    """A formatter and the file it goes to; ``""`` is standard output."""

    formatter: Formatter
    path: str


_SHOWN_TWICE = Text(
    "标准输出只能有一种格式，其余用 格式=文件 写入文件",
    "standard output takes one format; write the others to files by NAME=FILE",
)
_SAME_FILE = Text("两种输出写到了同一个文件", "two outputs go to the same file")


def targets_of(
    formats: Sequence[str], output: str | None, paths: Sequence[str], checker: Checker
) -> list[Target]:
    """Return where each output goes, refused before any document is read.

    Args:
        formats: names of formats, each with ``=FILE`` behind it or not.
        output: the file of the one format.
        paths: what is checked.
        checker: has the formatters.

    Raises:
        UserError: an output cannot go where it should.
    """
    targets = [_target(text, checker) for text in formats or ["table"]]
    if output:
        if len(targets) > 1 or targets[0].path:
            raise UsageError(
                Text("--output 只能与一个 --format 同用", "--output goes with one --format")
            )
        targets = [Target(targets[0].formatter, output)]
    files = [target.path for target in targets if target.path]
    if len(targets) - len(files) > 1:
        raise UsageError(_SHOWN_TWICE)
    _require_apart(files)
    for path in files:
        require_writable(path)
        require_unread(path, paths, checker.suffixes)
    return targets


def _target(text: str, checker: Checker) -> Target:
    name, equals, path = text.partition("=")
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
    if equals and not path:
        raise UsageError(Text(f"{text} 后面缺少文件名", f"{text} lacks the name of a file"))
    return Target(formatter, path)


def _require_apart(files: Sequence[str]) -> None:
    for number, path in enumerate(files):
        if any(is_same(path, other) for other in files[:number]):
            raise OutputError(_SAME_FILE, path)


def write_all(result: Result, targets: Sequence[Target], language: Language) -> None:
    """Write the outputs when all are rendered, so that none is there if one of them fails.

    The files come first: what is shown then speaks of a run that is at its end.

    Raises:
        OutputError: one of them cannot be written.
    """
    texts = [_rendered(result, each, language) for each in targets]
    for target, text in sorted(zip(targets, texts, strict=True), key=lambda each: not each[0].path):
        if target.path:
            write(text, target.path)
        else:
            show(text, sys.stdout, utf8=target.formatter.for_machines)


def _rendered(result: Result, target: Target, language: Language) -> str:
    canvas = canvas_of(language, sys.stdout, to_file=bool(target.path))
    return target.formatter.render(result, canvas)
