"""How does the impact of a change of rules look: as a page for people, or as JSON?"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from nianbao.engine.difference import Change, Impact, Kind
from nianbao.formatters.characters import escaped_json
from nianbao.model.record import Record
from nianbao.model.text import Language
from nianbao.protocols import Canvas

Object = dict[str, Any]

KINDS: tuple[Kind, ...] = ("found", "gone", "severity")


class Touched(Record):
    """A rule whose findings have changed, and how many of each kind."""

    rule: str
    name: str
    counts: Counter[Kind]


def impact_page(impact: Impact, canvas: Canvas, samples: int) -> str:
    """Return an impact as text for a terminal.

    Args:
        impact: the impact.
        canvas: what it is drawn on.
        samples: how many changes of each kind are shown for each rule.
    """
    # JSON must not wait for the drawing library.
    from nianbao.formatters.impact_page import draw_impact  # noqa: PLC0415

    return draw_impact(impact, canvas, samples)


def impact_json(impact: Impact, old: str, new: str, language: Language) -> str:
    """Return an impact with all its changes as schemas/impact-v1.schema.json describes it.

    Args:
        impact: the impact.
        old: the earlier side, as it was asked for.
        new: the later side, likewise.
        language: the language of the sentences.
    """
    whole = {"version": 1, "language": language, "old": old, "new": new, **_plain(impact)}
    return escaped_json(json.dumps(whole, ensure_ascii=False, indent=2, allow_nan=False)) + "\n"


def _plain(impact: Impact) -> Object:
    return {
        "summary": {
            "documents": impact.compared,
            **_named(count(impact.changes)),
            "left_out": len(impact.left_out),
            "unreadable": len(impact.unread),
            "crashed": len(impact.crashed),
        },
        "rules": [
            {"rule": rule, "name": name, **_named(counts)} for rule, name, counts in touched(impact)
        ],
        "changes": [_change(change) for change in impact.changes],
        "left_out": list(impact.left_out),
        "unreadable": list(impact.unread),
        "crashed": [{"path": path, "rule": rule} for path, rule in impact.crashed],
    }


def _named(counts: Mapping[Kind, int]) -> Object:
    return {kind: counts[kind] for kind in KINDS}


def count(changes: Iterable[Change]) -> dict[Kind, int]:
    """Return how many changes there are of each kind."""
    counts = Counter(change.kind for change in changes)
    return {kind: counts[kind] for kind in KINDS}


def touched(impact: Impact) -> Iterator[Touched]:
    """Yield the rules whose findings have changed, in the order of their codes."""
    counts: dict[str, Counter[Kind]] = {}
    names: dict[str, str] = {}
    for change in impact.changes:
        counts.setdefault(change.spot.rule, Counter())[change.kind] += 1
        names[change.spot.rule] = change.spot.name
    for rule, each in counts.items():
        yield Touched(rule, names[rule], each)


def _change(change: Change) -> Object:
    spot = change.spot
    before = {"before": change.old.severity} if change.old and change.new else {}
    where = {"line": spot.line, "column": spot.column} if spot.line else {}
    return {
        "kind": change.kind,
        "rule": spot.rule,
        "name": spot.name,
        "path": spot.path,
        "place": spot.place,
        "label": spot.label,
        **where,
        "severity": spot.severity,
        **before,
        "message": spot.message,
    }
