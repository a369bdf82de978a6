"""How does a result look in a spreadsheet?"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from nianbao.formatters import wording
from nianbao.formatters.characters import clipped
from nianbao.formatters.escaping import unformula
from nianbao.formatters.lines import unread_reason
from nianbao.model.text import Language, Text
from nianbao.protocols import Canvas
from nianbao.result import Document, Finding, Result
from nianbao.rule import Severity

# Excel in Chinese takes a file without this mark for GBK.
_MARK = "\ufeff"
_HEADS = (
    Text("文件", "path"),
    Text("机关", "organ"),
    Text("年度", "year"),
    Text("版本", "edition"),
    Text("级别", "severity"),
    Text("规则", "rule"),
    Text("位置", "place"),
    Text("说明", "finding"),
    Text("改法", "fix"),
    Text("依据", "basis"),
    Text("行", "line"),
    Text("列", "column"),
    Text("状态", "state"),
    Text("指纹", "fingerprint"),
)
_STATES = {**wording.STATES, "new": Text("新", "new")}
_Cell = str | int | None


class CsvFormatter:
    """Writes a row for each finding, unreadable document and crashed rule."""

    name = "csv"
    for_machines = True

    def render(self, result: Result, canvas: Canvas) -> str:
        """Return the result as comma-separated values, with a byte order mark for Excel."""
        rows = (csv_rows(document, canvas.language) for document in result.told)
        return csv_head(canvas.language) + "".join(rows)


def csv_head(language: Language, more: Sequence[Text] = ()) -> str:
    """Return the byte order mark and the line of heads, some more behind the usual ones."""
    return _MARK + _written([[head.get(language) for head in (*_HEADS, *more)]])


def csv_rows(document: Document, language: Language, more: Sequence[str] = ()) -> str:
    """Return the lines of one document, each with some more cells behind the usual ones."""
    return _written(_safe([*row, *more]) for row in _rows(document, language))


def _written(rows: Iterable[Sequence[_Cell]]) -> str:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue()


def _safe(row: Sequence[_Cell]) -> list[_Cell]:
    return [unformula(cell) if isinstance(cell, str) else cell for cell in row]


def _rows(document: Document, language: Language) -> Iterator[list[_Cell]]:
    about = [document.path, document.organ, document.year, document.edition]
    grave = wording.SEVERITIES[Severity.ERROR].get(language)
    if document.status == "unreadable":
        problem = document.problem
        where = [problem.line, problem.column] if problem else [None, None]
        said = unread_reason(document, language)
        yield [*about, grave, "", "", said, "", "", *where, "", ""]
    for finding in document.findings:
        yield [*about, *_finding(finding, language)]
    for rule, reason in document.crashed:
        said = wording.crash(rule, reason, language)
        yield [*about, grave, rule.code, "", said, "", "", None, None, "", ""]


def _finding(finding: Finding, language: Language) -> list[_Cell]:
    texts, span = finding.rule.texts(), finding.place.span
    return [
        wording.SEVERITIES[finding.severity].get(language),
        wording.code(finding),
        wording.label(finding.place, language),
        wording.message(finding, language),
        clipped(texts.fix.get(language)),
        clipped(Text("；", "; ").get(language).join(texts.basis)),
        span.line if span else None,
        span.column if span else None,
        _STATES[finding.state].get(language),
        finding.fingerprint,
    ]
