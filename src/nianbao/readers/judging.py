"""Does a JSON document have the structure that its edition's schema sets?"""

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from nianbao.editions import edition_for, editions, schema_of
from nianbao.model.text import Text
from nianbao.structure import Fault, Schema, fault_in

Data = Mapping[str, Any]

_TABLES = ("disclosure", "requests", "review_litigation")


def first_fault(data: Data) -> Fault | None:
    """Return the first fault of a document's structure, or None."""
    for pointer, holder in _editions_named(data):
        if not isinstance(holder, str) or holder not in editions():
            return Fault(pointer, _unknown_edition(holder))
    faults = (
        fault_in(part, schema, root, pointer) for pointer, part, schema, root in _judged(data)
    )
    return next((fault for fault in faults if fault), None)


def _editions_named(data: Data) -> list[tuple[str, Any]]:
    named = [("/edition", data["edition"])] if "edition" in data else []
    tables = [(key, data[key]) for key in _TABLES if isinstance(data.get(key), dict)]
    return named + [
        (f"/{key}/edition", table["edition"]) for key, table in tables if "edition" in table
    ]


def _unknown_edition(name: object) -> Text:
    known = list(editions())
    shown = json.dumps(name, ensure_ascii=False, default=str)
    return Text(
        f"未知的表格版本 {shown}，已知的有 {'、'.join(known)}",
        f"unknown edition {shown}; known are {', '.join(known)}",
    )


def edition_of(data: Data) -> str:
    """Return the edition whose structure a document is judged by.

    Where it names none, its tables decide, else its year, else it is the newest.
    """
    named = data.get("edition") or voted(data)
    if named:
        return str(named)
    year = data.get("year")
    by_year = edition_for(int(year)) if isinstance(year, (int, Decimal)) else None
    return by_year.key if by_year else list(editions())[-1]


def voted(data: Data) -> str | None:
    """Return the edition for which the tables speak: 二 decides, else 三."""
    if any("edition" in data[key] for key in _TABLES if isinstance(data.get(key), dict)):
        # Converted from a document whose edition could not be told.
        return None
    tables = ((key, data.get(key)) for key in ("disclosure", "requests"))
    votes = (vote_of(key, table) for key, table in tables if isinstance(table, dict))
    return next((vote for vote in votes if vote), None)


def vote_of(key: str, table: Data) -> str | None:
    """Return the edition that alone has most of the cells of a table, or None."""
    unread = table.get("unread")
    met = {*_leaves(f"/{key}", table), *(unread if isinstance(unread, dict) else ())}
    counts = {name: len(met & _pointers(name, key)) for name in editions()}
    best = max(counts.values())
    winners = [name for name, count in counts.items() if count == best]
    return winners[0] if len(winners) == 1 else None


@cache
def _pointers(edition: str, key: str) -> frozenset[str]:
    """Return the pointers of the rows and cells of a form."""
    rows = editions()[edition].forms[key].rows
    return frozenset(pointer for row in rows for pointer in (row.pointer, *row.cells))


def _leaves(pointer: str, node: Data) -> Iterator[str]:
    for key, value in node.items():
        if isinstance(value, dict):
            yield from _leaves(f"{pointer}/{key}", value)
        else:
            yield f"{pointer}/{key}"


def _judged(data: Data) -> Iterator[tuple[str, Any, Schema, Schema]]:
    """Yield the document, and each table that names an edition of its own, with its schema."""
    schema = schema_of(edition_of(data))
    yield "", data, schema, schema
    for key in _TABLES:
        table = data.get(key)
        if isinstance(table, dict) and "edition" in table:
            own = schema_of(table["edition"])
            rest = {name: value for name, value in table.items() if name != "edition"}
            yield f"/{key}", rest, own["$defs"][f"table_{key}"], own
