"""What can be changed in the file of a rule?

One change at a time, in what examples can tell: severity, traits, editions, grouping, who it yields
to, the figures of the message, and the check itself with its words, numbers and equations.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

Entry = Mapping[str, Any]
Change = tuple[str, Entry]

_SEVERITIES = {"error": "warning", "warning": "info", "info": "error"}
_ALTERNATIVES = {
    "for_each": ("row", "column", "cell"),
    "table": ("disclosure", "requests", "review_litigation"),
    "what": ("section", "table", "row"),
    "state": ("blank", "placeholder", "unit", "text"),
    "law": ("minimum", "whole"),
    "section": ("overview", "requests", "problems", "other_matters"),
}
_SIGNS = {"==": ("<=", ">="), "<=": ("==", ">="), ">=": ("==", "<=")}
_FIGURE = re.compile(r"\{\w+\}")


def changes(entry: Entry) -> Iterator[Change]:
    """Yield the entry of a rule file with each change, and the change in words."""
    yield from _severity(entry)
    for key in ("editions", "yields_to", "only_with"):
        yield from _shorter(entry, key)
    if "group" in entry:
        yield "without group", {key: value for key, value in entry.items() if key != "group"}
    yield from _message(entry)
    for what, check in _check(entry["check"]):
        yield f"check: {what}", {**entry, "check": check}


def _severity(entry: Entry) -> Iterator[Change]:
    cases = entry["severity"]
    if isinstance(cases, str):
        yield f"severity {cases} -> {_SEVERITIES[cases]}", {**entry, "severity": _SEVERITIES[cases]}
        return
    for index, case in enumerate(cases):
        graver = {**case, "is": _SEVERITIES[case["is"]]}
        yield (
            f"severity {index} -> {graver['is']}",
            {
                **entry,
                "severity": _with(cases, index, graver),
            },
        )
        if "when" in case:
            yield f"severity without case {index}", {**entry, "severity": _without(cases, index)}
            yield from _conditions(entry, cases, index)


def _conditions(entry: Entry, cases: Sequence[Any], index: int) -> Iterator[Change]:
    case = cases[index]
    for key in case["when"] if len(case["when"]) > 1 else ():
        rest = {other: value for other, value in case["when"].items() if other != key}
        fewer = {**case, "when": rest}
        yield (
            f"severity {index} without condition {key}",
            {
                **entry,
                "severity": _with(cases, index, fewer),
            },
        )


def _shorter(entry: Entry, key: str) -> Iterator[Change]:
    """Yield a list without each of its items; a list of traits must keep one."""
    items = entry.get(key, ())
    if key != "yields_to" and len(items) < 2:
        return
    for index, item in enumerate(items):
        yield f"{key} without {item}", {**entry, key: _without(items, index)}


def _message(entry: Entry) -> Iterator[Change]:
    words = entry["message"]["zh"]
    for found in _FIGURE.finditer(words):
        less = words[: found.start()] + words[found.end() :]
        yield (
            f"message without {found[0]}",
            {
                **entry,
                "message": {**entry["message"], "zh": less},
            },
        )


def _check(check: Entry) -> Iterator[Change]:
    for key, others in _ALTERNATIVES.items():
        for other in others if key in check else ():
            if other != check[key]:
                yield f"{key} -> {other}", {**check, key: other}
    for key, change in _KINDS.items():
        if key in check:
            for what, value in change(check[key]):
                yield f"{key}: {what}", {**check, key: value}


def _equation(words: str) -> Iterator[tuple[str, str]]:
    sign = next(each for each in _SIGNS if each in words)
    for other in _SIGNS[sign]:
        yield f"{sign} -> {other}", words.replace(sign, other)
    for found in re.finditer(r" [+-] ", words):
        other = " - " if found[0] == " + " else " + "
        changed = words[: found.start()] + other + words[found.end() :]
        yield f"{found[0]} -> {other} in {words}", changed
    for found in re.finditer(r"\b\d+\b", words):
        changed = f"{words[: found.start()]}{int(found[0]) + 1}{words[found.end() :]}"
        yield f"{found[0]} -> {int(found[0]) + 1} in {words}", changed
    sides = words.split(f" {sign} ")
    for side in sides:
        yield f"{side} + 1", words.replace(side, f"{side} + 1", 1)


def _equations(words: Sequence[str]) -> Iterator[tuple[str, Sequence[str]]]:
    for index, one in enumerate(words):
        if len(words) > 1:
            yield f"without {one}", _without(words, index)
        for what, other in _equation(one):
            yield what, _with(words, index, other)


def _items(items: Sequence[Any]) -> Iterator[tuple[str, Sequence[Any]]]:
    for index, item in enumerate(items if len(items) > 1 else ()):
        yield f"without {item}", _without(items, index)


def _topics(topics: Sequence[Entry]) -> Iterator[tuple[str, Sequence[Entry]]]:
    """Yield what a section must speak of, without a topic, or without a word for it."""
    yield from _items(topics)
    for index, topic in enumerate(topics):
        for what, words in _items(topic["words"]):
            yield what, _with(topics, index, {**topic, "words": words})


_KINDS: dict[str, Callable[..., Iterator[tuple[str, Any]]]] = {
    "holds": _equation,
    "when": _equations,
    "rows": _items,
    "of": _topics,
}


def _without(items: Sequence[Any], index: int) -> list[Any]:
    return [*items[:index], *items[index + 1 :]]


def _with(items: Sequence[Any], index: int, item: Any) -> list[Any]:
    return [*items[:index], item, *items[index + 1 :]]
