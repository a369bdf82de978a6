"""Does a JSON document have the structure that its edition's schema sets?"""

from collections.abc import Iterator, Mapping
from typing import Any

from nianbao.editions import editions, schema_of
from nianbao.model.text import Text
from nianbao.structure import Fault, Schema, fault_in

_TABLES = ("disclosure", "requests", "review_litigation")


def first_fault(data: Mapping[str, Any]) -> Fault | None:
    """Return the first fault of a document's structure, or None."""
    for pointer, holder in _editions_named(data):
        if holder not in editions():
            return Fault(pointer, _unknown_edition(holder))
    faults = (
        fault_in(part, schema, root, pointer) for pointer, part, schema, root in _judged(data)
    )
    return next((fault for fault in faults if fault), None)


def _editions_named(data: Mapping[str, Any]) -> list[tuple[str, Any]]:
    named = [("/edition", data["edition"])] if "edition" in data else []
    tables = [(key, data[key]) for key in _TABLES if isinstance(data.get(key), dict)]
    return named + [
        (f"/{key}/edition", table["edition"]) for key, table in tables if "edition" in table
    ]


def _unknown_edition(name: object) -> Text:
    known = "、".join(editions())
    return Text(
        f"未知的表格版本 {name!r}，已知的有 {known}", f"unknown edition {name!r}; known are {known}"
    )


def edition_of(data: Mapping[str, Any]) -> str:
    """Return the edition whose structure a document is judged by."""
    return str(data.get("edition") or _likely(data))


def _likely(data: Mapping[str, Any]) -> str:
    """Return the edition whose rows of 表二 a document has, else the newest."""
    table = data.get("disclosure")
    keys = set(table) if isinstance(table, dict) else set()
    for name, edition in editions().items():
        rows = {row.pointer.rpartition("/")[2] for row in edition.forms["disclosure"].rows}
        others = {
            row.pointer.rpartition("/")[2]
            for other in editions().values()
            if other is not edition
            for row in other.forms["disclosure"].rows
        }
        if keys & (rows - others):
            return name
    return list(editions())[-1]


def _judged(data: Mapping[str, Any]) -> Iterator[tuple[str, Any, Schema, Schema]]:
    """Yield the document, and each table that names an edition of its own, with its schema."""
    schema = schema_of(edition_of(data))
    yield "", data, schema, schema
    for key in _TABLES:
        table = data.get(key)
        if isinstance(table, dict) and "edition" in table:
            own = schema_of(table["edition"])
            rest = {name: value for name, value in table.items() if name != "edition"}
            yield f"/{key}", rest, own["$defs"][f"table_{key}"], own
