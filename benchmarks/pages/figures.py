"""Which figures a consistent report holds: every total made from its parts."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from benchmarks.pages.form import Form, Row, form
from benchmarks.pages.pointers import Json, read, write

Number = int | float
Tables = dict[str, Json]


class FreeCell(NamedTuple):
    """A cell that may hold any number its law allows, whatever the other cells hold."""

    pointer: str
    kind: str


@lru_cache
def free_cells(edition: str) -> tuple[FreeCell, ...]:
    """Return the cells from which `complete` makes all the others, in the form's order.

    Totals and the row of requests received are not free. The number for a stock that contains
    this year's documents (open_total, in_force) is what was there besides them.
    """
    return tuple(
        FreeCell(row.pointer(column.key), column.kind)
        for table in form(edition).tables.values()
        for row in table.rows
        if not row.total and row.path != ("requests", "received")
        for column in row.parts
    )


def complete(edition: str, leaves: Mapping[str, Number]) -> Tables:
    """Return the three tables that the numbers of the free cells make; cells not named are 0.

    Every identity of the form holds, no cell is blank, and what is more than it can be is cut
    down: requests carried in to the requests handled, a decrease of items to the items there.
    """
    official = form(edition)
    tables: Tables = {}
    for cell in _cells(official):
        write(tables, cell, leaves.get(cell, 0))
    for row in official.tables["disclosure"].rows:
        _settle(read(tables, row.pointer()))
    _balance(tables, official.tables["requests"].rows)
    for row in (*official.tables["requests"].rows, *official.tables["review_litigation"].rows):
        _add_up(read(tables, row.pointer()), row)
    return tables


def _cells(official: Form) -> Iterable[str]:
    for table in official.tables.values():
        for row in table.rows:
            yield from (row.pointer(column.key) for column in row.columns)


def _settle(values: dict[str, Number]) -> None:
    if "in_force" in values:
        values["in_force"] += max(0, values["issued"] - values["repealed"])
    if "open_total" in values:
        values["open_total"] += values["opened"]
    if "change" in values:
        values["change"] = max(values["change"], -values["items_before"])
    if "projects" in values and not (values["projects"] and values["amount"]):
        values["projects"] = values["amount"] = 0


def _balance(tables: Tables, rows: tuple[Row, ...]) -> None:
    requests = tables["requests"]
    results = [row for row in rows if row.path[1] == "results" and not row.total]
    for column in rows[0].parts:
        handled = sum(read(tables, row.pointer(column.key)) for row in results)
        left = handled + requests["carried_out"][column.key]
        before = min(requests["carried_in"][column.key], left)
        requests["results"]["total"][column.key] = handled
        requests["carried_in"][column.key] = before
        requests["received"][column.key] = left - before


def _add_up(values: dict[str, Number], row: Row) -> None:
    values["total"] = sum(values[column.key] for column in row.parts)
