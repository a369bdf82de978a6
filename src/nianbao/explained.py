"""How is a value said to have another structure than its schema sets?

The schema validator finds what is wrong; it is said in our words, for users of the two languages.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from nianbao.errors import guess
from nianbao.model.place import escape
from nianbao.model.text import Text

Fault = tuple[str, Text]

_KINDS = {
    "object": Text("对象（键和值）", "an object (keys and values)"),
    "array": Text("列表", "a list"),
    "string": Text("文字", "a string"),
    "integer": Text("整数", "a whole number"),
    "number": Text("数", "a number"),
    "boolean": Text(" true 或 false", "true or false"),
    "null": Text("空值", "null"),
}
_LIMITS = {
    "minItems": Text("至少要有 {0} 项", "must have {0} or more items"),
    "minProperties": Text("至少要有 {0} 项", "must have {0} or more keys"),
    "minLength": Text("不能是空的", "must not be empty"),
    "uniqueItems": Text("里有重复的项", "must not name the same twice"),
}
_WRONG = Text("的内容不合规定", "is not as it must be")
# The most letters of a value that are shown, and the most keys that are listed.
_SHOWN, _LISTED = 40, 16


def explained(value: Any, schema: Mapping[str, Any], above: str) -> Fault | None:
    """Return the pointer of the first fault of a value and what is wrong there, or None.

    Args:
        value: what to judge.
        schema: the schema that it must fit.
        above: the pointer of the value, put before pointers inside it.
    """
    from jsonschema import Draft202012Validator  # noqa: PLC0415  # 75 ms, for faulty values alone
    from jsonschema.exceptions import best_match  # noqa: PLC0415

    errors = list(Draft202012Validator(schema).iter_errors(_plain(value)))
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
            return f"{pointer}/{escape(key)}", _unknown_key(key, known)
        case "type":
            return pointer, _wrong_type(pointer, error)
        case "enum" | "const":
            allowed = wanted if error.validator == "enum" else [wanted]
            return pointer, not_among(instance, allowed, pointer)
        case "required":
            return pointer, _lacks_key(
                next(name for name in wanted if name not in instance), pointer
            )
    return pointer, _must(error, pointer or "/")


def _must(error: Any, where: str) -> Text:
    """Say what a value must be: as the schema does, else by what its keyword means."""
    limit = _own_words(error) or _LIMITS.get(error.validator, _WRONG)
    said = error.instance if _is_short(error.instance) else ""
    met = Text(f"，不能是“{said}”", f', not "{said}"') if said else Text("", "")
    zh, en = (words.replace("{0}", str(error.validator_value)) for words in limit)
    return Text(f"{where} {zh}{met.zh}", f"{where} {en}{met.en}")


def _own_words(error: Any) -> Text | None:
    must = error.schema.get("x-must") if isinstance(error.schema, dict) else None
    return Text(**must) if must else None


def _is_short(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= _SHOWN and value.isprintable()


def not_among(instance: Any, allowed: Sequence[Any], pointer: str = "") -> Text:
    """Say that a value is none of those allowed."""
    names = [str(each) for each in allowed]
    if isinstance(instance, (list, dict)):
        return _no_word(instance, names, pointer)
    shown = str(instance).lower() if isinstance(instance, bool) else str(instance)
    near = guess(shown, names) if isinstance(instance, str) else Text("", "")
    return Text(
        f"“{shown}”不在可用的值之中：{'、'.join(names)}{near.zh}",
        f'"{shown}" is none of {", ".join(names)}{near.en}',
    )


def _no_word(instance: list[Any] | dict[str, Any], names: list[str], pointer: str) -> Text:
    """Say that a list or an object stands where one of several words should."""
    kind = _KINDS["array" if isinstance(instance, list) else "object"]
    return Text(
        f"{pointer} 应是一个值，不能是{kind.zh}，可用的有：{'、'.join(names)}",
        f"{pointer} must be a single value, not {kind.en}; choose from {', '.join(names)}",
    )


def _lacks_key(key: str, pointer: str) -> Text:
    if not pointer:
        return Text(f"缺少键“{key}”", f'the key "{key}" is missing')
    return Text(f"{pointer} 缺少键“{key}”", f'{pointer} lacks the key "{key}"')


def _unknown_key(key: str, known: list[str]) -> Text:
    """Say that a key is not known, and which one may be meant, or which there are."""
    near = guess(key, known)
    if not near.zh and 0 < len(known) <= _LISTED:
        near = Text(f"，可用的有：{'、'.join(known)}", f"; choose from {', '.join(known)}")
    return Text(f"未知的键“{key}”{near.zh}", f'unknown key "{key}"{near.en}')


def _wrong_type(pointer: str, error: Any) -> Text:
    """Say of which type a value must be, or in the words of the schema, which tell more."""
    kinds, where = error.validator_value, pointer or "最外层"
    if isinstance(kinds, str) and (must := _own_words(error)):
        return Text(f"{where} {must.zh}", f"{where} {must.en}")
    names = [_KINDS[kind] for kind in ([kinds] if isinstance(kinds, str) else kinds)]
    zh, en = "或".join(name.zh for name in names), " or ".join(name.en for name in names)
    like = _as_list(error) if kinds == "array" else Text("", "")
    return Text(f"{where} 应是{zh}{like.zh}", f"{pointer or 'the top'} must be {en}{like.en}")


def _as_list(error: Any) -> Text:
    """Show how a single word is written as a list of words."""
    word, of = error.instance, error.schema.get("items", {})
    if not _is_short(word) or of.get("type") != "string":
        return Text("", "")
    return Text(f'，写作 ["{word}"]', f', written ["{word}"]')
