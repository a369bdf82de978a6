"""Which editions of the official format are known?"""

import json
from collections.abc import Iterator
from functools import cache
from typing import Literal

from nianbao.model.cell import readings_by
from nianbao.model.edition import Column, Edition, Form, Group, Part, Row
from nianbao.model.labels import normalised
from nianbao.model.law import Law
from nianbao.resources import schema_text
from nianbao.structure import Schema

_NAMES = ("2019", "2021")
_TABLES = ("disclosure", "requests", "review_litigation")


@cache
def schema_of(key: str) -> Schema:
    """Return the JSON Schema of an edition."""
    schema: Schema = json.loads(schema_text(f"report-{key}"))
    return schema


@cache
def editions() -> dict[str, Edition]:
    """Return all known editions by key, the oldest first."""
    return {key: _edition(schema_of(key)) for key in _NAMES}


def edition_for(year: int) -> Edition | None:
    """Return the edition that governs a report year, or None before 2019."""
    return next((edition for edition in editions().values() if edition.governs(year)), None)


def newest() -> Edition:
    """Return the edition that governs now."""
    return list(editions().values())[-1]


def _edition(schema: Schema) -> Edition:
    properties = schema["properties"]
    years = schema["x-years"]
    forms = {key: _form(schema, key) for key in _TABLES}
    return Edition(
        key=schema["x-edition"],
        title=schema["title"],
        basis=schema["description"],
        first_year=years["from"],
        last_year=years.get("to"),
        parts=tuple(
            _part(key, entry) for key, entry in properties["sections"]["properties"].items()
        ),
        forms=forms,
        by_pointer={row.pointer: row for form in forms.values() for row in form.rows},
        terms={key: entry["title"] for key, entry in properties.items() if "title" in entry},
    )


def _part(key: str, entry: Schema) -> Part:
    return Part(key, entry["title"], frozenset(_labels(entry)))


def _labels(entry: Schema) -> tuple[str, ...]:
    """Return the labels of an entry, normalised: the official one, then the accepted ones."""
    return tuple(map(normalised, (entry["title"], *entry.get("x-wordings", ()))))


def _form(schema: Schema, key: str) -> Form:
    entry = schema["properties"][key]
    body = schema["$defs"][f"table_{key}"]
    nodes = list(_walk(schema, key, body, f"/{key}", ()))
    rows = tuple(node for node in nodes if isinstance(node, Row))
    headers = [*entry.get("x-header", ()), *_header(schema, rows, body)]
    return Form(
        key=key,
        name=entry["x-name"],
        title=entry["title"],
        edition=schema["x-edition"],
        rows=rows,
        groups=tuple(node for node in nodes if isinstance(node, Group)),
        headers=tuple((header["title"], tuple(header["of"])) for header in headers),
        note=entry.get("x-note", ""),
        corner=entry.get("x-corner", ""),
        one_line=entry.get("x-row", False),
        telling=tuple(schema["x-telling"].get(key, ())),
    )


def _header(schema: Schema, rows: tuple[Row, ...], body: Schema) -> list[Schema]:
    first = rows[0].pointer.split("/")[2]
    return list(_resolved(schema, body["properties"][first]).get("x-header", ()))


def _resolved(schema: Schema, entry: Schema) -> Schema:
    reference = entry.get("$ref")
    return {**schema["$defs"][reference.rpartition("/")[2]], **entry} if reference else entry


def _walk(
    schema: Schema, table: str, entry: Schema, pointer: str, groups: tuple[Group, ...]
) -> Iterator[Row | Group]:
    """Yield the groups and rows below ``entry`` in the order of the form."""
    for key, raw in entry["properties"].items():
        if "x-name" not in raw:
            continue
        child, place = _resolved(schema, raw), f"{pointer}/{key}"
        if _is_row(schema, child):
            yield _row(schema, table, child, place, groups)
        else:
            group = Group(place, child["title"], child["x-name"], frozenset(_labels(child)))
            yield group
            yield from _walk(schema, table, child, place, (*groups, group))


def _is_row(schema: Schema, entry: Schema) -> bool:
    first = next(iter(entry["properties"].values()))
    return "x-law" in _resolved(schema, first)


def _row(schema: Schema, table: str, entry: Schema, pointer: str, groups: tuple[Group, ...]) -> Row:
    columns = _columns(schema["x-edition"], entry["$ref"])
    laws = {column.law for column in columns}
    return Row(
        pointer=pointer,
        table=table,
        title=entry["title"],
        name=entry["x-name"],
        labels=frozenset(_labels(entry)),
        columns=columns,
        readings=tuple(readings_by(column.law) for column in columns),
        cells=tuple(f"{pointer}/{column.key}" for column in columns),
        column_groups={name: tuple(keys) for name, keys in entry.get("x-groups", {}).items()},
        spans=tuple(entry.get("x-grid", {}).get("data", (1,) * len(columns))),
        block=entry.get("x-block", ""),
        groups=groups,
        is_total=entry.get("x-total", False),
        reading=readings_by(laws.pop()) if len(laws) == 1 else None,
    )


@cache
def _columns(edition: str, reference: str) -> tuple[Column, ...]:
    """Return the columns that a definition gives to all rows which refer to it."""
    schema = schema_of(edition)
    entry = _resolved(schema, {"$ref": reference})
    return tuple(_column(schema, key, raw) for key, raw in entry["properties"].items())


@cache
def _law(kind: Literal["count", "signed", "money"], unit: str, minimum: int | None) -> Law:
    return Law(kind, unit, minimum)


def _column(schema: Schema, key: str, raw: Schema) -> Column:
    entry = _resolved(schema, raw)
    law = entry["x-law"]
    return Column(
        key=key,
        title=entry["title"],
        name=entry["x-name"],
        law=_law(law["kind"], law.get("unit", ""), law.get("minimum")),
        labels=_labels(entry),
        is_total=entry.get("x-total", False),
    )
