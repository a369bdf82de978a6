"""What must hold for every input, whatever its bytes?"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from nianbao.engine.findings import findings_of
from nianbao.engine.run import run
from nianbao.model.place import Span
from nianbao.model.report import Report
from nianbao.protocols import Canvas, Reader, ReadOptions, Source, UnreadableError
from nianbao.readers.decoding import decode
from nianbao.readers.retracing import retrace
from nianbao.readers.stream import MARKS
from nianbao.result import Document, Finding, Result
from tests.fuzz.inputs import Input
from tests.invented import checker, excerpt

_OPTIONS = ReadOptions()
Key = tuple[str, str, str, str]


class BrokenError(AssertionError):
    """Something that must hold for every input does not."""


def tried(entry: Input) -> str:
    """Read an input, check it, locate it, print it, convert it and read it back.

    Returns:
        What came of it: ``unreadable``, ``other`` or ``read``.

    Raises:
        BrokenError: something did not hold; any other error: something crashed.
    """
    try:
        source = decode(f"input{entry.suffix}", entry.data)
        reader = _reader(entry.suffix)
        report = reader.read(source, _OPTIONS)
    except UnreadableError:
        return "unreadable"
    found = _findings(report)
    _require_places(source, report, entry.reader)
    _require_output(found, report)
    _require_the_same_again(found, report)
    return "read" if report.is_annual_report else "other"


def _reader(suffix: str) -> Reader:
    return next(each for each in checker().readers.values() if suffix in each.suffixes)


def _findings(report: Report) -> list[Finding]:
    outcomes = run(checker().rules, report)
    crashes = [f"{outcome.rule.code}: {outcome.crash}" for outcome in outcomes if outcome.crash]
    if crashes:
        raise BrokenError(*crashes)
    return findings_of(outcomes, report, "input")


def _require_output(found: list[Finding], report: Report) -> None:
    documents = (Document("input", "read", findings=tuple(found), year=report.year),)
    printed = checker().formatters["json"].render(Result(documents, "0", "0"), Canvas("zh"))
    printed.encode(errors="backslashreplace")


def _require_places(source: Source, report: Report, reader: str) -> None:
    for pointer, cell in report.content.items():
        span = report.locate(pointer)
        stretch = excerpt(source.text, span) if span else ""
        if span and reader != "json" and _shown(stretch, reader) != _raw(cell.raw, reader):
            message = f"{pointer} holds {cell.raw!r} but its place {span} {stretch[:80]!r}"
            raise BrokenError(message)
    for pointer in _others(report):
        _require_inside(source.text, report.locate(pointer), pointer)


def _shown(stretch: str, reader: str) -> str:
    """Return the visible characters of a stretch; strokes and ``<br>`` are none in a text."""
    if reader == "html":
        return _squeezed(retrace(stretch).visible)
    # A forged mark is read as what stands for letters that cannot be read.
    read = re.sub(f"[{MARKS}]", "\ufffd", stretch)
    return _squeezed(re.sub(r"[|｜]|<br\s*/?>", "", read, flags=re.IGNORECASE))


def _raw(text: str, reader: str) -> str:
    # What a picture leaves in a cell stands for no letter of the source.
    plain = text.replace("\ufffc", "")
    return _squeezed(plain) if reader == "html" else _shown(plain, reader)


def _squeezed(text: str) -> str:
    """Return what can be seen of a text: neither spaces nor format characters."""
    return "".join(each for each in "".join(text.split()) if unicodedata.category(each) != "Cf")


def _others(report: Report) -> Iterator[str]:
    yield from ("", "/title", "/preface", "/period", "/published", "/edition")
    for key in report.sections:
        yield from (f"/sections/{key}", f"/sections/{key}/heading")
    yield from (f"/extra_sections/{number}" for number in range(len(report.extra_sections)))
    for key, table in report.tables.items():
        yield f"/{key}"
        yield from table.labels
        yield from (f"/{key}/extra_rows/{number}" for number in range(len(table.extra_rows)))


def _require_inside(source: str, span: Span | None, pointer: str) -> None:
    lines = source.count("\n") + source.count("\r") + 1
    if span and not (1 <= span.line <= span.end_line <= lines and span[:2] <= span[2:]):
        message = f"{pointer} stands nowhere: {span}"
        raise BrokenError(message)


def _require_the_same_again(found: list[Finding], report: Report) -> None:
    printed = report.to_json()
    data = printed.encode(errors="surrogatepass")
    source = Source("again.json", printed, data, "utf-8")
    try:
        again = _reader(".json").read(source, _OPTIONS)
    except UnreadableError as error:
        message = f"the converted report cannot be read: {error}"
        raise BrokenError(message) from error
    if again.to_dict() != report.to_dict():
        message = f"converted anew it is another: {_first(report.to_dict(), again.to_dict())}"
        raise BrokenError(message)
    lost, new = _difference(found, _findings(again))
    if lost or new:
        message = f"converted it has other findings: without {lost}, with {new}"
        raise BrokenError(message)


def _first(one: Any, other: Any, at: str = "") -> str:
    if isinstance(one, dict) and isinstance(other, dict):
        for key in [*one, *other]:
            if one.get(key) != other.get(key):
                return _first(one.get(key), other.get(key), f"{at}/{key}")
    return f"{at}: {str(one)[:200]!r}, {str(other)[:200]!r}"


def _difference(one: list[Finding], other: list[Finding]) -> tuple[list[Key], list[Key]]:
    before, after = sorted(map(_key, one)), sorted(map(_key, other))
    return (
        [key for key in before if key not in after][:3],
        [key for key in after if key not in before][:3],
    )


def _key(finding: Finding) -> Key:
    values = str(sorted((name, str(value)) for name, value in finding.values.items()))
    return finding.rule.code, finding.place.pointer, str(finding.severity), values
