"""Check kind ``present``: what the format asks for must be there."""

from collections.abc import Iterator
from typing import Any

from nianbao.model.report import Report
from nianbao.model.text import Text
from nianbao.rule import Check, Hit, NotChecked

_NO_EDITION = Text("无法确定适用哪一版格式", "the edition that applies cannot be told")


def present(check: dict[str, Any]) -> Check:
    """Return the check that all sections, tables or rows of the format are there."""
    what: str = check["what"]
    absent = {"section": _sections, "table": _tables, "row": _rows}[what]

    def run(report: Report) -> Iterator[Hit | NotChecked]:
        # Few reports lack anything.
        from nianbao.model.absence import excuse  # noqa: PLC0415
        from nianbao.model.exemption import exemption  # noqa: PLC0415

        reason = exemption(report) if what != "row" else None
        if reason or report.edition is None:
            yield NotChecked(reason or _NO_EDITION)
            return
        for pointer, title in absent(report):
            reason = excuse(report, pointer)
            yield NotChecked(reason, pointer) if reason else Hit(pointer, {"title": title})

    return run


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
