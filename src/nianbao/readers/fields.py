"""Which figures of a table stand in fields of a form, where a browser shows them too?

They are written into the source as the text of their cells, at the same length, so that an offset
still means the same. A field stays as it is where the page does not state what it shows: a script
may fill it in.
"""

import re
from collections.abc import Mapping

from nianbao.readers.markup import ATTRIBUTES, COMMENT, NO_TEXT_FIELDS, UNSEEN

_SKIPPED = r"<(?P<name>script|style|title|noscript|template)(?=[\s/>])[^>]*>.*?(?:</(?P=name)|\Z)"
_EDGE = r"</?(?:t[dhr]|table|tbody|thead|tfoot)(?=[\s/>])"
_CELL = re.compile(
    rf"{COMMENT}|{_SKIPPED}|(?P<tag><t[dh](?=[\s/>]){ATTRIBUTES})(?P<inside>(?:(?!{_EDGE}).)*+)",
    re.DOTALL | re.IGNORECASE,
)
_FIELD = re.compile(
    rf"<(?:input|(?P<name>textarea|select))(?P<said>(?=[\s/>]){ATTRIBUTES})"
    r"(?(name)(?P<words>(?:[^<]|<(?!/?(?:input|textarea|select)\b))*+)</(?P=name)[^<>]*>)",
    re.DOTALL | re.IGNORECASE,
)
_OPTION = re.compile(
    rf"<option(?P<said>(?=[\s>]){ATTRIBUTES})(?P<words>[^<]*+)", re.DOTALL | re.IGNORECASE
)
_ATTRIBUTE = re.compile(
    r"(?P<name>[^\s\"'>/=]++)(?:\s*+=\s*+(?P<value>\"[^\"]*+\"|'[^']*+'|[^\s>]+?(?=/?>|\s)))?"
)
_NO_WORDS = re.compile(rf"{COMMENT}|{UNSEEN}|</?[a-z]{ATTRIBUTES}", re.DOTALL | re.IGNORECASE)

Stretch = tuple[int, int]
# The values of a tag by their names, in lower case.
Said = Mapping[str, re.Match[str]]


def with_fields(source: str) -> str:
    """Return a page with the text of fields in the cells of tables, at the same length."""
    return _CELL.sub(_cell, source)


def _cell(found: re.Match[str]) -> str:
    inside = found["inside"]
    if not inside or not _FIELD.search(inside):
        return found[0]
    # Of a figure and a field beside it, a style hides the one or the other.
    has_figure = any(map(str.isdecimal, _NO_WORDS.sub("", inside)))
    return found[0] if has_figure else found["tag"] + _FIELD.sub(_field, inside)


def _field(found: re.Match[str]) -> str:
    """Return the text that a field shows, with spaces for its tags; else the field."""
    start, stop = _shown(found) or (0, 0)
    words = found.string[start:stop]
    if not stop or "<" in words:
        return found[0]
    return " " * (start - found.start()) + words + " " * (found.end() - stop)


def _shown(found: re.Match[str]) -> Stretch | None:
    """Return where the text stands that a field shows, None where it is not told."""
    said = _said(found)
    if "hidden" in said or "display:none" in _value(said, "style").replace(" ", ""):
        return None
    name = (found["name"] or "").lower()
    if name == "select":
        return None if "multiple" in said else _selected(found)
    stretch = found.span("words") if name else _typed(said)
    # In the place of no text at all, a browser may show an example.
    is_blank = stretch and not found.string[slice(*stretch)].strip()
    return None if is_blank and "placeholder" in said else stretch


def _typed(said: Said) -> Stretch | None:
    kind = _value(said, "type").lower()
    if kind in NO_TEXT_FIELDS or kind == "password" or not _raw(said, "value"):
        return None
    return _unquoted(said["value"])


def _selected(found: re.Match[str]) -> Stretch | None:
    """Return where the one option stands that is selected."""
    options = _OPTION.finditer(found.string, *found.span("words"))
    selected = [option for option in options if "selected" in _said(option)]
    return selected[0].span("words") if len(selected) == 1 else None


def _said(tag: re.Match[str]) -> Said:
    """Return the attributes of a tag; of those with one name, the first."""
    said: dict[str, re.Match[str]] = {}
    for attribute in _ATTRIBUTE.finditer(tag.string, *tag.span("said")):
        said.setdefault(attribute["name"].lower(), attribute)
    return said


def _value(said: Said, name: str) -> str:
    return _raw(said, name).strip("\"'")


def _raw(said: Said, name: str) -> str:
    return (said[name]["value"] or "") if name in said else ""


def _unquoted(attribute: re.Match[str]) -> Stretch:
    start, stop = attribute.span("value")
    return (start + 1, stop - 1) if attribute["value"][0] in "\"'" else (start, stop)
