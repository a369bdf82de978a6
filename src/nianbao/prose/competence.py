"""What may an organ do, and until when must it report?

The answers are data with their sources (``competence.json``), by level and kind of organ. What
that leaves open is unknown, and a rule that needs it is not checked.
"""

import json
import os
from datetime import date
from functools import cache
from typing import Any

from nianbao.model.record import Record
from nianbao.model.report import Kind, Level, Organ

_FILE = os.path.join(os.path.dirname(__file__), "competence.json")


class Deadline(Record):
    """The last day on which a report may be published.

    Attributes:
        day: the day.
        is_named: whether the Regulations name it for such an organ; else it is custom.
    """

    day: date
    is_named: bool


@cache
def facts() -> dict[str, Any]:
    """Return what is known of organs by level and kind, with the sources."""
    with open(_FILE, encoding="utf-8") as file:
        known: dict[str, Any] = json.load(file)
    return known


def may_make_regulations(organ: Organ) -> bool | None:
    """Tell whether an organ has the power to make 规章, or None where that cannot be told."""
    entry = _entry("rulemaking", organ.level, organ.kind)
    return entry["power"] if entry else None


def deadline_of(organ: Organ, year: int) -> Deadline | None:
    """Return until when an organ must publish its report for a year, or None if unknown."""
    return _deadline(organ.level, organ.kind, year)


# Audits ask it of each organ of a province.
@cache
def _deadline(level: Level | None, kind: Kind | None, year: int) -> Deadline | None:
    entry = _entry("deadlines", level, kind)
    if entry is None or year < entry["from_year"]:
        return None
    return Deadline(date(year + 1, entry["month"], entry["day"]), entry["named"])


def never_reviews(organ: Organ | None) -> bool:
    """Tell whether an organ surely hears no applications for review (行政复议法 article 24).

    Governments from the county upwards do, through their bureaus of justice (司法局); departments
    of cities and above did, and some still do.
    """
    if organ is None or "司法" in organ.name:
        return False
    if organ.level == "township":
        return True
    return organ.level == "county" and organ.kind in ("department", "dispatched")


def _entry(topic: str, level: Level | None, kind: Kind | None) -> dict[str, Any] | None:
    for entry in facts()[topic]:
        if level in entry["levels"] and kind in entry["kinds"]:
            found: dict[str, Any] = entry
            return found
    return None
