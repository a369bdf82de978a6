"""Which slips of the keyboard leave a label like one official label and no other."""

import json
import re
from collections.abc import Iterator
from functools import lru_cache

from benchmarks.pages.form import SCHEMAS, editions
from benchmarks.pages.pointers import Json, Report

# Letters and what is typed for them.
_SLIPS = dict(
    zip(
        "性予构决益务息收查件业以制组然量料形密果理",
        "型于购绝意物悉受察建夜已治织燃两科型蜜裹里",
        strict=True,
    )
)
_SAID_OTHERWISE = re.compile(r"^(?:（.{1,2}）|[一二三四]、|\d\.)|（[^）]*，.*）$|[\W_]")


def typos(title: str) -> Iterator[str]:
    """Yield a label with one letter changed, or with its last letter lost."""
    body = title.partition("（区")[0]
    for index, letter in enumerate(body):
        if letter in _SLIPS:
            yield body[:index] + _SLIPS[letter] + body[index + 1 :]
    if len(_plain(body)) > 5 and not body.endswith("）"):
        yield body[:-1]


def closest(report: Report, table: str, typo: str, title: str) -> bool:
    """Tell whether a label is like one official label of the table and far from all others."""
    met, meant = _plain(typo), _plain(title)
    others = {_plain(label) for label in _labels(table)} - _variants(report, table, meant)
    limit = 1 if len(met) <= 5 else max(2, len(met) // 5)
    return met not in _variants(report, table, meant) and all(
        _distance(met, other) > limit for other in others
    )


def _variants(report: Report, table: str, meant: str) -> frozenset[str]:
    """Return the accepted wordings of one label, the label among them."""
    groups = _wordings(report["edition"], table)
    return next((group for group in groups if meant in group), frozenset({meant}))


def _labels(table: str) -> Iterator[str]:
    for edition in editions():
        for group in _wordings(edition, table):
            yield from group


@lru_cache
def _wordings(edition: str, table: str) -> tuple[frozenset[str], ...]:
    path = SCHEMAS / f"report-{edition}.schema.json"
    nodes = json.loads(path.read_text(encoding="utf-8"))["$defs"]
    own = [node for key, node in nodes.items() if not key.startswith("table_")]
    return tuple(_groups([nodes[f"table_{table}"], *own]))


def _groups(node: Json) -> Iterator[frozenset[str]]:
    if isinstance(node, list):
        for entry in node:
            yield from _groups(entry)
    elif isinstance(node, dict):
        if isinstance(node.get("title"), str):
            yield frozenset(map(_plain, (node["title"], *node.get("x-wordings", ()))))
        yield from _groups(list(node.values()))


def _plain(label: str) -> str:
    """Return a label without number, note and punctuation."""
    return _SAID_OTHERWISE.sub("", _SAID_OTHERWISE.sub("", label))


def _distance(one: str, other: str) -> int:
    above = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        line = [row]
        for column, facing in enumerate(other, start=1):
            changed = above[column - 1] + (letter != facing)
            line.append(min(changed, above[column] + 1, line[-1] + 1))
        above = line
    return above[-1]
