"""Does a value have the structure that a JSON Schema sets?

A quick look decides for the few keywords that our schemas use; only where it is not sure that all
is well is the schema validator loaded, to say what is wrong. What is allowed where a keyword alone
does not tell, a schema says by ``x-must``.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from nianbao.model.record import Record
from nianbao.model.text import Text

Schema = dict[str, Any]


class Fault(Record):
    """What is wrong with the structure, and at which pointer."""

    pointer: str
    reason: Text


_TYPES: dict[str, type] = {"object": dict, "array": list, "string": str, "null": type(None)}
_NUMBERS = (int, float, Decimal)
_UNDERSTOOD = frozenset({
    "$ref", "enum", "type", "if", "else", "properties", "additionalProperties", "items",
    "required", "pattern", "minLength", "minItems", "title", "description", "$schema", "$id",
    "$defs",
})  # fmt: skip


def fault_in(value: Any, schema: Schema, root: Schema, above: str = "") -> Fault | None:
    """Return the first fault of a value, or None.

    Args:
        value: what to judge.
        schema: the schema that it must fit.
        root: the document that holds the schema and its ``$defs``.
        above: the pointer of the value, put before pointers inside it.
    """
    if _fits(value, schema, root):
        return None
    from nianbao.explained import explained  # noqa: PLC0415  # for faulty values alone

    fault = explained(value, {**schema, "$defs": root.get("$defs", {})}, above)
    return Fault(*fault) if fault else None


def _fits(value: Any, schema: Schema, root: Schema) -> bool:
    """Tell whether a value surely fits a schema."""
    if not all(key in _UNDERSTOOD or key.startswith("x-") for key in schema):
        return False
    return all(_fits(value, part, root) for part in _applied(value, schema, root)) and _fits_itself(
        value, schema, root
    )


def _applied(value: Any, schema: Schema, root: Schema) -> Iterator[Schema]:
    """Yield the schemas that a schema refers to for a value."""
    if "$ref" in schema:
        yield root["$defs"][schema["$ref"].rpartition("/")[2]]
    if "if" in schema and isinstance(value, dict) and "edition" not in value:
        yield schema["else"]


def _fits_itself(value: Any, schema: Schema, root: Schema) -> bool:
    if "enum" in schema and value not in schema["enum"]:
        return False
    if "type" in schema and not _is(value, schema["type"]):
        return False
    if isinstance(value, dict):
        return _members_fit(value, schema, root)
    if isinstance(value, list):
        return _items_fit(value, schema, root)
    return not isinstance(value, str) or _text_fits(value, schema)


def _items_fit(value: list[Any], schema: Schema, root: Schema) -> bool:
    items = schema.get("items")
    if len(value) < schema.get("minItems", 0):
        return False
    return items is None or all(_fits(item, items, root) for item in value)


def _text_fits(value: str, schema: Schema) -> bool:
    if len(value) < schema.get("minLength", 0):
        return False
    return "pattern" not in schema or re.search(schema["pattern"], value) is not None


def _members_fit(value: Mapping[str, Any], schema: Schema, root: Schema) -> bool:
    known = schema.get("properties", {})
    rest = schema.get("additionalProperties", True)
    if not all(key in value for key in schema.get("required", ())):
        return False
    for key, item in value.items():
        rule = known.get(key, rest)
        if rule is False or (rule is not True and not _fits(item, rule, root)):
            return False
    return True


def _is(value: Any, kinds: str | list[str]) -> bool:
    names = [kinds] if isinstance(kinds, str) else kinds
    if isinstance(value, bool):
        return "boolean" in names
    if isinstance(value, _NUMBERS):
        return "number" in names or ("integer" in names and value % 1 == 0)
    return any(name in _TYPES and isinstance(value, _TYPES[name]) for name in names)
