"""How a report words the labels of a table, and which rows it adds to the form's."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from benchmarks.pages.form import Column, Row
from benchmarks.pages.pointers import Json, Report, join


class Wordings(NamedTuple):
    """The labels of a table that are not the form's, by pointer, and its rows that are not."""

    labels: Mapping[str, str]
    rows: tuple[Json, ...]

    def at(self, pointer: str, official: str) -> str:
        """Return the label there; the official one unless the report has its own."""
        return self.labels.get(pointer, official)

    def column(self, row: Row, column: Column) -> str:
        """Return the header of a column, which in table 二 stands above the first row below it."""
        return self.at(column_pointer(row, column), column.title)

    def added(self, row: Row) -> Iterator[tuple[str, list[str]]]:
        """Yield label and cells of the rows that follow a row and are none of the form's."""
        after = row.pointer()
        return ((each["label"], each["cells"]) for each in self.rows if each["after"] == after)


def wordings(report: Report, table: str) -> Wordings:
    """Return what a report's table says otherwise than the form."""
    node = report[table]
    return Wordings(node.get("labels", {}), tuple(node.get("extra_rows", ())))


def column_pointer(row: Row, column: Column) -> str:
    """Return the place of the header of a column."""
    table = row.path[0]
    if table == "requests":
        return join(table, "columns", column.key)
    return join(table, "columns", row.path[-1], column.key)
