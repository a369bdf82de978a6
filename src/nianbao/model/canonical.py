"""A report as canonical data: what the JSON of the contract holds."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from nianbao.model.cell import Cell, State
from nianbao.model.edition import Row
from nianbao.model.report import ExtraRow, Organ, Period, Report, Section, Table

Data = dict[str, Any]


def data_of(report: Report) -> Data:
    """Return the canonical data of a report; keys that hold nothing are left out."""
    data: Data = {
        "edition": report.edition.key if report.edition else None,
        "year": report.year,
        "organ": _organ(report.organ),
        "title": report.title,
        "preface": report.preface,
        "period": _period(report.period),
        "published": report.published.isoformat() if report.published else None,
        "signature": report.signature,
        "links": [{"text": text, "href": href} for text, href in report.links],
        "sections": {key: _section(section) for key, section in report.sections.items()},
        "extra_sections": [_extra_section(section) for section in report.extra_sections],
    }
    edition = report.edition.key if report.edition else ""
    data.update((key, _table(table, edition)) for key, table in report.tables.items())
    return _filled(data) | {key: data[key] for key in report.tables}


def _filled(data: Mapping[str, Any]) -> Data:
    return {key: value for key, value in data.items() if value not in (None, "", [], {})}


def _organ(organ: Organ | None) -> Data:
    if organ is None:
        return {}
    return _filled(
        {"name": organ.name, "level": organ.level, "kind": organ.kind, "parent": organ.parent}
    )


def _period(period: Period | None) -> Data:
    if period is None:
        return {}
    first, last = period.start, period.end
    return _filled(
        {
            "from": first.isoformat() if first else None,
            "to": last.isoformat() if last else None,
            "text": period.text,
        }
    )


def _section(section: Section) -> Data:
    return _filled(
        {
            "order": section.order,
            "heading": section.heading,
            "text": section.text,
            "pictures": section.pictures or None,
        }
    )


def _extra_section(section: Section) -> Data:
    return ({"key": section.key} if section.key else {}) | _section(section)


def _table(table: Table, edition: str) -> Data:
    is_bound_apart = table.form.edition != edition or bool(table.voted and not table.rows)
    data: Data = {"edition": table.form.edition} if is_bound_apart else {}
    for pointer, cells in table.rows.items():
        node = data
        *above, last = pointer.split("/")[2:]
        for token in above:
            node = node.setdefault(token, {})
        node[last] = _row(table.form.by_pointer.get(pointer) or table.other_rows[pointer], cells)
    data["extra_rows"] = [_extra_row(row) for row in table.extra_rows]
    data["labels"] = dict(table.labels)
    data["unread"] = {
        pointer: {"raw": _raw(row.raw), "reason": row.reason.zh}
        for pointer, row in table.unread.items()
    }
    data["misplaced"] = list(table.misplaced)
    data["copies"] = [dict(copy) for copy in table.copies]
    return {key: value for key, value in data.items() if value or key not in _BESIDE_ROWS}


_BESIDE_ROWS = ("extra_rows", "labels", "unread", "misplaced", "copies")


def _row(row: Row, cells: tuple[Cell, ...]) -> Data:
    return {
        column.key: _cell(cell)
        for column, cell in zip(row.columns, cells, strict=True)
        if cell.state is not State.MISSING
    }


def _cell(cell: Cell) -> int | float | str | None:
    """Write a number as itself, a blank as null, anything else as it stands."""
    if cell.state is State.BLANK:
        return None
    if not cell.plain or cell.value is None:
        return cell.raw
    if isinstance(cell.value, Decimal):
        return float(cell.value) if Decimal(repr(float(cell.value))) == cell.value else cell.raw
    return cell.value


def _extra_row(row: ExtraRow) -> Data:
    return {"after": row.after, "label": row.label, "cells": _raw(row.cells)}


def _raw(cells: Iterable[str]) -> list[str | None]:
    return [cell or None for cell in cells]
