"""Which organs report, and which others may their text name?"""

from functools import cache
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import yaml

from benchmarks.pages import organs as pages_organs
from benchmarks.pages.organs import Organ

_TRIES = 60
_WORDS = Path(__file__).with_name("organs.yaml")


class Author(NamedTuple):
    """The organ that reports.

    Attributes:
        organ: the organ.
        whole_area: whether the report is that of the whole area, not of the organ alone.
    """

    organ: Organ
    whole_area: bool = False

    @property
    def makes_rules(self) -> bool:
        """Whether it may make regulations."""
        return self.organ.rulemaking or self.organ.level == "ministry"


@cache
def words() -> dict[str, Any]:
    """Return names of organs, persons and streets."""
    loaded: dict[str, Any] = yaml.safe_load(_WORDS.read_text(encoding="utf-8"))
    return loaded


def invent(rng: Random) -> Author:
    """Return a random organ: those of benchmarks/pages, and some of rarer kinds."""
    makers = (_usual, _ministry, _committee, _vertical)
    (make,) = rng.choices(makers, (88, 3, 4, 5))
    organ = make(rng)
    return Author(organ, organ.kind == "government" and organ.level in {"county", "city"})


def another(organ: Organ, rng: Random) -> Organ | None:
    """Return an organ of the same level, kind and name ending in another area, if one is met."""
    for _ in range(_TRIES):
        other = pages_organs.invent(rng)
        same = (other.level, other.kind) == (organ.level, organ.kind)
        if same and other.area != organ.area and other.name[-2:] == organ.name[-2:]:
            return other
    return None


def _usual(rng: Random) -> Organ:
    return pages_organs.invent(rng)


def _ministry(rng: Random) -> Organ:
    name = rng.choice(words()["ministries"])
    return Organ(name, "ministry", "department", "", name, "我局")


def _committee(rng: Random) -> Organ:
    area = _area(rng)
    name = area + rng.choice(words()["committees"])
    return Organ(name, "county", "dispatched", area, name, "管委会")


def _vertical(rng: Random) -> Organ:
    area = _area(rng)
    name = area + rng.choice(words()["vertical"])
    return Organ(name, "county", "department", area, name, "我局")


def _area(rng: Random) -> str:
    while True:
        organ = pages_organs.invent(rng)
        if organ.level == "county":
            return organ.area
