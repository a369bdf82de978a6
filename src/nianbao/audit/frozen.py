"""How is a finding kept as text, and made again of it?"""

import json
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from nianbao.model.place import Columns, Origin, Place, Span
from nianbao.model.record import Record
from nianbao.model.text import Text
from nianbao.result import Finding
from nianbao.rule import Rule, Severity

Data = dict[str, Any]


def frozen(finding: Finding) -> str:
    """Return a finding as JSON; of its rule the code, of an identity not the equation."""
    data = {
        "rule": finding.rule.code,
        "severity": int(finding.severity),
        "message": finding.message,
        "place": _place(finding.place),
        "related": [_place(place) for place in finding.related],
        "values": {key: _value(value) for key, value in finding.values.items()},
        "fingerprint": finding.fingerprint,
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def thawed(text: str, rules: Mapping[str, Rule]) -> Finding:
    """Return the finding that :func:`frozen` wrote; ``rules`` by code."""
    data: Data = json.loads(text)
    return Finding(
        rule=rules[data["rule"]],
        severity=Severity(data["severity"]),
        message=Text(*data["message"]),
        place=_place_of(data["place"]),
        related=tuple(map(_place_of, data["related"])),
        values={key: _value_of(value) for key, value in data["values"].items()},
        fingerprint=data["fingerprint"],
    )


class Spot(Record):
    """Where a finding stands: its fingerprint, its place, then those beside it."""

    fingerprint: str
    places: tuple[Place, ...]


def spot_of(text: str) -> Spot:
    """Return where the finding stands that :func:`frozen` wrote."""
    data: Data = json.loads(text)
    places = (data["place"], *data["related"])
    return Spot(data["fingerprint"], tuple(map(_place_of, places)))


def _place(place: Place) -> list[Any]:
    return list(place)


def _place_of(data: list[Any]) -> Place:
    pointer, label, span, columns, origin = data
    return Place(
        pointer,
        label,
        Span(*span) if span else None,
        Columns(*columns) if columns else None,
        Origin(*origin) if origin else None,
    )


def _value(value: Any) -> Any:
    """Return a value of a message with a mark on what JSON has no word for."""
    if isinstance(value, Text):
        return {"text": list(value)}
    if isinstance(value, Decimal):
        return {"decimal": str(value)}
    if isinstance(value, Mapping):
        return {"mapping": {str(key): _value(item) for key, item in value.items()}}
    if value is None or isinstance(value, str | int | float):
        return value
    return [_value(item) for item in value] if isinstance(value, Iterable) else str(value)


def _value_of(data: Any) -> Any:
    if isinstance(data, list):
        return tuple(map(_value_of, data))
    if not isinstance(data, dict):
        return data
    ((mark, held),) = data.items()
    if mark == "text":
        return Text(*held)
    if mark == "decimal":
        return Decimal(held)
    return {key: _value_of(item) for key, item in held.items()}
