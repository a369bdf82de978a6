"""How does the reading of a document look to other software?"""

from decimal import Decimal
from typing import Any

from nianbao.model.numbers import Number
from nianbao.model.place import Span
from nianbao.model.reading import (
    CellRead,
    HeadingRead,
    Ignored,
    Label,
    Reading,
    RowRead,
    Stray,
    TableRead,
    UnreadRow,
)
from nianbao.model.report import Organ, Period, Report
from nianbao.model.text import Language
from nianbao.version import VERSION

Object = dict[str, Any]


def to_object(reading: Reading, language: Language) -> Object:
    """Return a reading as plain values for JSON; what is not known is left out."""
    return {
        "version": 1,
        "tool": {"name": "nianbao", "version": VERSION},
        "language": language,
        "path": reading.path,
        "reader": reading.reader,
        "encoding": _filled(**reading.encoding._asdict()),
        "rebuilt": reading.rebuilt,
        **_facts(reading),
        "headings": [_heading(each) for each in reading.headings],
        "tables": [_table(each, language) for each in reading.tables],
        "absent": list(reading.absent),
        "ignored": [_ignored(each) for each in reading.ignored],
    }


def _filled(**values: Any) -> Object:
    return {key: value for key, value in values.items() if value not in (None, "", (), [], {})}


def _place(span: Span | None) -> Object:
    return span._asdict() if span else {}


def _facts(reading: Reading) -> Object:
    report, sources = reading.report, reading.sources
    edition = report.edition.key if report.edition else None
    return _filled(
        title=_fact("title", report.title, reading),
        organ=_organ(report.organ),
        year=_filled(value=report.year, source=sources.get("year")) if report.year else {},
        edition=_filled(key=edition, source=sources.get("edition")) if edition else {},
        period=_period(report.period, report),
        published=_fact("published", str(report.published or ""), reading),
        preface={"characters": len(report.preface), **_place(report.locate("/preface"))}
        if report.preface
        else {},
        signature=report.signature,
        links=[{"text": words, "href": address} for words, address in report.links],
        blank=report.blank,
    )


def _fact(key: str, text: str, reading: Reading) -> Object:
    if not text:
        return {}
    place = _place(reading.report.locate(f"/{key}"))
    return _filled(text=text, source=reading.sources.get(key), **place)


def _organ(organ: Organ | None) -> Object:
    return _filled(**organ._asdict()) if organ else {}


def _period(period: Period | None, report: Report) -> Object:
    if period is None:
        return {}
    days = {
        "from": period.start.isoformat() if period.start else None,
        "to": period.end.isoformat() if period.end else None,
    }
    place = _place(report.locate("/period"))
    return _filled(**days, text=period.text, problem=period.problem, **place)


def _label(label: Label) -> Object:
    return {
        "pointer": label.pointer,
        "label": label.name,
        "official": label.official,
        "met": label.met,
        "match": label.match,
        **_filled(differs=list(label.differs), displaced=label.displaced or None),
        **_place(label.span),
    }


def _heading(heading: HeadingRead) -> Object:
    counts = {"order": heading.order, "characters": heading.characters}
    return {**_label(heading.label), **counts, "pictures": heading.pictures}


def _table(table: TableRead, language: Language) -> Object:
    form = table.form
    return {
        **_filled(
            key=form.key,
            name=form.name,
            title=form.title,
            edition=form.edition,
            voted=table.voted,
            telling=list(table.telling),
            **_place(table.span),
        ),
        "sources": table.sources,
        "height": table.height,
        "rows": [_row(row) for row in table.rows],
        "columns": [_label(label) for label in table.columns],
        "headers": [_label(label) for label in table.headers],
        "missing": [_label(label) for label in table.missing],
        "unread": [_unread(row, language) for row in table.unread],
        "strays": [_stray(row) for row in table.strays],
        "copies": [dict(copy) for copy in table.copies],
    }


def _row(row: RowRead) -> Object:
    return {
        **_label(row.label),
        "cells": [_cell(cell) for cell in row.cells],
        **_filled(dropped=dict(row.dropped)),
    }


def _cell(read: CellRead) -> Object:
    cell = read.cell
    return {
        "pointer": read.pointer,
        "label": read.column,
        "raw": cell.raw,
        "state": str(cell.state),
        **({} if cell.value is None else {"value": _number(cell.value)}),
        **_filled(unit=cell.unit, changes=list(read.changes)),
        **_place(read.span),
    }


def _number(value: Number) -> int | float | str:
    """Return a number as JSON can hold it exactly, else its digits."""
    if isinstance(value, int):
        return value
    near = float(value)
    return near if Decimal(repr(near)) == value else format(value, "f")


def _unread(row: UnreadRow, language: Language) -> Object:
    return {
        "pointer": row.pointer,
        "label": row.name,
        "raw": list(row.raw),
        "reason": row.reason.get(language),
        **_place(row.span),
    }


def _stray(stray: Stray) -> Object:
    return {"kind": stray.kind, "cells": list(stray.cells), **_place(stray.span)}


def _ignored(ignored: Ignored) -> Object:
    items = [{"words": item.words, **_place(item.span)} for item in ignored.items]
    return {"kind": ignored.kind, "count": ignored.number, "items": items}
