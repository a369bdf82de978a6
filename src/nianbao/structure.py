"""Does a value have the structure that a JSON Schema sets?

A quick look decides for the few keywords that our schemas use; only where it is not sure that all
is well is the schema validator loaded, to say what is wrong. What is allowed where a keyword alone
does not tell, a schema says by ``x-must``.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from nianbao.errors import guess
from nianbao.model.place import escape
from nianbao.model.record import Record
from nianbao.model.text import Text

Schema = dict[str, Any]


class Fault(Record):
    """What is wrong with the structure, and at which pointer."""

    pointer: str
    reason: Text


_KINDS = {
    "object": Text("对象（键和值）", "an object"),
    "array": Text("列表", "a list"),
    "string": Text("文字", "a string"),
    "integer": Text("整数", "a whole number"),
    "number": Text("数", "a number"),
    "boolean": Text(" true 或 false", "true or false"),
    "null": Text("空值", "null"),
}
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
    return None if _fits(value, schema, root) else _explained(value, schema, root, above)


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


def _explained(value: Any, schema: Schema, root: Schema, above: str) -> Fault | None:
    """Let the validator find the fault, and say it in our words."""
    from jsonschema import Draft202012Validator  # noqa: PLC0415  # 75 ms, for faulty values alone
    from jsonschema.exceptions import best_match  # noqa: PLC0415

    validator = Draft202012Validator({**schema, "$defs": root.get("$defs", {})})
    errors = list(validator.iter_errors(_plain(value)))
    # A key that is not known explains best what else is wrong: it is mostly a mistyped one.
    unknown = [each for each in errors if each.validator == "additionalProperties"]
    error = best_match(unknown or errors)
    if error is None:
        return None
    path = "".join("/" + escape(str(token)) for token in error.absolute_path)
    return _worded(error, above + path)


def _plain(value: Any) -> Any:
    """Return a value with decimals as floats, as the validator expects."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return float(value) if isinstance(value, Decimal) else value


def _worded(error: Any, pointer: str) -> Fault:
    """Say an error of the validator in our words; every keyword of our schemas has its own."""
    instance, wanted = error.instance, error.validator_value
    match error.validator:
        case "additionalProperties":
            known = list(error.schema.get("properties", {}))
            key = next(str(name) for name in instance if name not in known)
            return Fault(f"{pointer}/{escape(key)}", _unknown_key(key, known))
        case "type":
            reason = _wrong_type(pointer, wanted)
        case "enum" | "const":
            reason = not_among(instance, wanted if error.validator == "enum" else [wanted])
        case "required":
            reason = _lacks_key(next(name for name in wanted if name not in instance))
        case _:
            reason = _must(error, pointer or "/")
    return Fault(pointer, reason)


def _must(error: Any, where: str) -> Text:
    """Say what a value must be: as the schema does, else by what its keyword means."""
    must = error.schema.get("x-must") if isinstance(error.schema, dict) else None
    limit = Text(**must) if must else _LIMITS.get(error.validator, _WRONG)
    said = error.instance if _is_short(error.instance) else ""
    met = Text(f"，不能是“{said}”", f', not "{said}"') if said else Text("", "")
    zh, en = (words.replace("{0}", str(error.validator_value)) for words in limit)
    return Text(f"{where} {zh}{met.zh}", f"{where} {en}{met.en}")


def _is_short(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= _SHOWN and value.isprintable()


_SHOWN = 40
_LIMITS = {
    "minItems": Text("至少要有 {0} 项", "must have {0} or more items"),
    "minProperties": Text("至少要有 {0} 项", "must have {0} or more keys"),
    "minLength": Text("不能是空的", "must not be empty"),
    "uniqueItems": Text("里有重复的项", "must not name the same twice"),
}
_WRONG = Text("的内容不合规定", "is not as it must be")


def not_among(instance: Any, allowed: Sequence[Any]) -> Text:
    """Say that a value is none of those allowed."""
    names = [str(each) for each in allowed]
    near = guess(str(instance), names)
    return Text(
        f"“{instance}”不在可用的值之中：{'、'.join(names)}{near.zh}",
        f'"{instance}" is none of {", ".join(names)}{near.en}',
    )


def _lacks_key(key: str) -> Text:
    return Text(f"缺少键“{key}”", f'the key "{key}" is missing')


def _unknown_key(key: str, known: list[str]) -> Text:
    near = guess(key, known)
    return Text(f"未知的键“{key}”{near.zh}", f'unknown key "{key}"{near.en}')


def _wrong_type(pointer: str, kinds: str | list[str]) -> Text:
    names = [_KINDS[kind] for kind in ([kinds] if isinstance(kinds, str) else kinds)]
    zh, en = "或".join(name.zh for name in names), " or ".join(name.en for name in names)
    return Text(f"{pointer or '最外层'} 应是{zh}", f"{pointer or 'the top'} must be {en}")
