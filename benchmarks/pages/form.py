"""Which parts, tables, rows and columns an edition's form has, as its JSON Schema says."""

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from benchmarks.pages.pointers import Json, join

SCHEMAS = Path(__file__).resolve().parents[2] / "schemas"

Schema = dict[str, Json]


@dataclass(frozen=True)
class Column:
    """A column: its key, its printed label and the law of its values (count, signed, money)."""

    key: str
    title: str
    kind: str
    unit: str
    total: bool


@dataclass(frozen=True)
class Heading:
    """A header cell above several columns or groups, which it names by their keys."""

    title: str
    covers: tuple[str, ...]


@dataclass(frozen=True)
class Row:
    """A row of values: the keys that lead to it from its table and the label of each of them."""

    path: tuple[str, ...]
    titles: tuple[str, ...]
    columns: tuple[Column, ...]
    headings: tuple[Heading, ...]
    block: str
    header_spans: tuple[int, ...]
    data_spans: tuple[int, ...]
    total: bool

    def pointer(self, *column: str) -> str:
        """Return the JSON Pointer of the row, or of its cell in one column."""
        return join(*self.path, *column)

    @property
    def parts(self) -> tuple[Column, ...]:
        """The columns that are no total."""
        return tuple(column for column in self.columns if not column.total)


@dataclass(frozen=True)
class Table:
    """A table of the form: the rows in the form's order and the cells that head them."""

    key: str
    rows: tuple[Row, ...]
    corner: str
    note: str
    headings: tuple[Heading, ...]


@dataclass(frozen=True)
class Form:
    """An edition of the form: the years it is meant for, its part headings and its tables."""

    edition: str
    first_year: int
    last_year: int | None
    sections: dict[str, str]
    tables: dict[str, Table]


@lru_cache
def form(edition: str) -> Form:
    """Return the form of an edition, ``"2019"`` or ``"2021"``."""
    path = SCHEMAS / f"report-{edition}.schema.json"
    schema: Schema = json.loads(path.read_text(encoding="utf-8"))
    sections = schema["properties"]["sections"]["properties"]
    tables = {k: node for k, node in schema["properties"].items() if "x-section" in node}
    return Form(
        edition=edition,
        first_year=schema["x-years"]["from"],
        last_year=schema["x-years"].get("to"),
        sections={key: node["title"] for key, node in sections.items()},
        tables={key: _table(schema, key, node) for key, node in tables.items()},
    )


@lru_cache
def editions() -> tuple[str, ...]:
    """Return the editions that have a schema, the oldest first."""
    names = (path.name for path in SCHEMAS.glob("report-*.schema.json"))
    return tuple(sorted(name.removeprefix("report-").partition(".")[0] for name in names))


def _table(schema: Schema, key: str, node: Schema) -> Table:
    body = _resolved(schema, node["else"])
    return Table(
        key=key,
        rows=tuple(_rows(schema, body, (key,), ())),
        corner=node.get("x-corner", ""),
        note=node.get("x-note", ""),
        headings=_headings(node),
    )


def _rows(
    schema: Schema, node: Schema, path: tuple[str, ...], titles: tuple[str, ...]
) -> list[Row]:
    children = {
        key: child
        for key, raw in node["properties"].items()
        if "x-name" in (child := _resolved(schema, raw))
    }
    if any("x-law" in child for child in children.values()):
        return [_row(node, path, titles, children)]
    return [
        row
        for key, child in children.items()
        for row in _rows(schema, child, (*path, key), (*titles, child["title"]))
    ]


def _row(
    node: Schema, path: tuple[str, ...], titles: tuple[str, ...], columns: dict[str, Schema]
) -> Row:
    grid = node.get("x-grid", {})
    ones = [1] * len(columns)
    return Row(
        path=path,
        titles=titles,
        columns=tuple(_column(key, column) for key, column in columns.items()),
        headings=_headings(node),
        block=node.get("x-block", ""),
        header_spans=tuple(grid.get("header", ones)),
        data_spans=tuple(grid.get("data", ones)),
        total=node.get("x-total", False),
    )


def _column(key: str, node: Schema) -> Column:
    law = node["x-law"]
    return Column(
        key=key,
        title=node["title"],
        kind=law["kind"],
        unit=law.get("unit", ""),
        total=node.get("x-total", False),
    )


def _headings(node: Schema) -> tuple[Heading, ...]:
    return tuple(Heading(cell["title"], tuple(cell["of"])) for cell in node.get("x-header", []))


def _resolved(schema: Schema, node: Schema) -> Schema:
    reference = node.get("$ref")
    if reference is None:
        return node
    target = schema["$defs"][reference.rpartition("/")[2]]
    return {**_resolved(schema, target), **node}
