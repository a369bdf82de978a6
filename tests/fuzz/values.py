"""What may stand in a JSON document instead of what does?"""

import json
from collections.abc import Iterator
from random import Random
from typing import Any

from tests.fuzz.words import WORDS

_TABLES = ("disclosure", "requests", "review_litigation")
_COUNTS = ("order", "year", "pictures")
_TEXTS: tuple[str, ...] = (
    *WORDS, "", " ", "三", "1,234", "\ud800", "\u0000", "2021", "2019", "2024-01-01", "2024-13-01",
    "a\nb", "自然人", "township",
)  # fmt: skip
_CELLS: tuple[Any, ...] = (None, None, 0, 1, -1, 3, 7, 10**30, 0.1, 1e22, -0.0, 5.0, *_TEXTS)
_ODD: tuple[Any, ...] = (
    True, [], {}, [None], [1], ["x"], {"": 0}, {"a/b~c": {"total": 1}}, [[[]]], {"total": None},
    None, 3, "x", {"natural_person": 1, "total": "2"},
)  # fmt: skip
_COLUMN, _ROW = "/requests/columns/total", "/requests/received"
# What a table may hold beside its rows.
_BESIDE: tuple[tuple[str, Any], ...] = (
    ("labels", {_COLUMN: "合计", _ROW: "新收"}),
    ("labels", {"/requests/note": "", "/disclosure/blocks/fees": "第二十条", "x": "y"}),
    ("unread", {_ROW: {"raw": ["1", None], "reason": "…"}}),
    ("unread", {"/review_litigation": {"raw": [], "reason": ""}}),
    ("extra_rows", [{"after": "", "label": "", "cells": [None]}]),
    ("extra_rows", [{"after": _ROW, "label": "其中", "cells": ["1", None]}, {}]),
    ("copies", [{}, {f"{_ROW}/total": "9"}]),
    ("misplaced", [_COLUMN, "/nowhere"]),
    ("edition", "2019"),
    ("edition", "2021"),
    ("其他", {"total": 3}),
    ("results", {"其中": {"natural_person": "1"}}),
)
_FRONT: tuple[tuple[str, Any], ...] = (
    ("edition", "2019"),
    ("edition", "2021"),
    ("year", 2021),
    ("signature", "青禾县\n2025年1月1日"),
    ("published", "2025-02-01"),
    ("links", [{"text": "年报", "href": "a.pdf"}, {}]),
    ("extra_sections", [{"key": "problems", "order": 9, "heading": "五、", "text": "x"}]),
    ("extra_sections", [{"order": 7, "heading": "七、其他"}, {}]),
    ("organ", {"name": "青禾县", "level": "county", "kind": "other", "parent": ""}),
    ("period", {"from": "2024-01-01", "to": "2024-12-31"}),
    ("period", {"text": "自2024年1月1日起至2024年13月40日止"}),
    ("sections", {"problems": {}, "overview": {"heading": "", "text": "\n"}}),
)


def odd_values(text: str, rng: Random) -> str:
    """Return a JSON document with other values at some places."""
    try:
        data = json.loads(text)
    except ValueError:
        return text
    for _ in range(rng.randint(1, 6)):
        holders = [holder for holder in _holders(data) if holder]
        if rng.random() < 0.25 and isinstance(data, dict):
            _add(data, rng)
        elif holders:
            _change(rng.choice(holders), rng)
    return json.dumps(data, ensure_ascii=rng.random() < 0.3, indent=rng.choice((None, 2)))


def _holders(node: Any) -> Iterator[Any]:
    if isinstance(node, (dict, list)):
        yield node
        for value in node.values() if isinstance(node, dict) else node:
            yield from _holders(value)


def _add(data: dict[str, Any], rng: Random) -> None:
    tables = [data[key] for key in _TABLES if isinstance(data.get(key), dict)]
    if tables and rng.random() < 0.7:
        rng.choice(tables).update([rng.choice(_BESIDE)])
    else:
        data.update([rng.choice(_FRONT)])


def _change(holder: Any, rng: Random) -> None:
    key = rng.choice(list(holder) if isinstance(holder, dict) else list(range(len(holder))))
    value = holder[key]
    if rng.random() < 0.2:
        del holder[key]
    elif rng.random() < 0.03:
        holder[key] = rng.choice(_ODD)
    elif key in _COUNTS:
        holder[key] = rng.choice((0, 1, 3, 2019, 2024, 5.0))
    elif not isinstance(value, (dict, list)):
        holder[key] = rng.choice(_TEXTS if isinstance(value, str) else _CELLS)
