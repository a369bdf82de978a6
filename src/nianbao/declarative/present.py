"""Check kind ``present``: what the format asks for must be there."""

from collections.abc import Iterator

from nianbao.model.extent import ends_before
from nianbao.model.report import Report
from nianbao.model.text import Text
from nianbao.rule import Check, Hit, NotChecked

_BEHIND = Text(
    "文档疑似不完整，之后的内容未检查", "the document seems cut short; what follows was not checked"
)
_NO_EDITION = Text("无法确定适用哪一版格式", "the edition that applies cannot be told")


def present(what: str) -> Check:
    """Return the check that all sections, tables or rows of the format are there."""
    absent = {"section": _sections, "table": _tables, "row": _rows}[what]

    def check(report: Report) -> Iterator[Hit | NotChecked]:
        if report.edition is None:
            yield NotChecked(_NO_EDITION)
            return
        for pointer, title in absent(report):
            behind = ends_before(report, pointer)
            yield NotChecked(_BEHIND, pointer) if behind else Hit(pointer, {"title": title})

    return check


def _sections(report: Report) -> Iterator[tuple[str, str]]:
    if report.edition:
        for part in report.edition.parts:
            if part.key not in report.sections:
                yield f"/sections/{part.key}", part.title


def _tables(report: Report) -> Iterator[tuple[str, str]]:
    if report.edition:
        for key, form in report.edition.forms.items():
            if key not in report.tables:
                yield form.pointer, form.title


def _rows(report: Report) -> Iterator[tuple[str, str]]:
    for table in report.tables.values():
        if table.form.one_line:
            if not table.rows and not table.unread:
                yield table.form.pointer, table.form.title
            continue
        for row in table.form.rows:
            if not table.is_there(row):
                yield row.pointer, row.label
