"""Who reports: invented organs of every level and kind."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from random import Random

import yaml

from benchmarks.pages.pointers import Json

_PLACES = Path(__file__).with_name("places.yaml")


@dataclass(frozen=True)
class Organ:
    """An organ: its full name and how it stands in the canonical report.

    Attributes:
        name: The full name.
        level: The rank at which it works, as the canonical report names it.
        kind: What it is, as the canonical report names it.
        area: The place whose portal it publishes on.
        short: The name a title may use instead.
        we: How its text speaks of itself.
    """

    name: str
    level: str
    kind: str
    area: str
    short: str
    we: str

    @property
    def rulemaking(self) -> bool:
        """Whether it may make regulations: governments of provinces and cities."""
        return self.kind == "government" and self.level in {"province", "city"}

    def as_dict(self) -> dict[str, str]:
        """Return the organ as the canonical report holds it."""
        whole = {"name": self.name, "level": self.level, "kind": self.kind}
        belongs = self.level == "township" or self.kind == "department"
        return whole | {"parent": self.area} if belongs else whole


def invent(rng: Random) -> Organ:
    """Return a random organ; townships and county bureaus are the usual ones."""
    makers: tuple[tuple[Callable[[Random], Organ], int], ...] = (
        (_township, 40),
        (_street, 12),
        (_county_bureau, 26),
        (_county_government, 6),
        (_county_office, 3),
        (_city_bureau, 8),
        (_city_government, 2),
        (_provincial_department, 3),
    )
    (make,) = rng.choices([maker for maker, _ in makers], [weight for _, weight in makers])
    return make(rng)


@lru_cache
def _places() -> dict[str, Json]:
    loaded: dict[str, Json] = yaml.safe_load(_PLACES.read_text(encoding="utf-8"))
    return loaded


def _stem(rng: Random) -> str:
    stems = _places()["stems"]
    return str(rng.choice(stems["first"]) + rng.choice(stems["second"]))


def _county(rng: Random) -> str:
    return str(rng.choice(_places()["counties"] + _places()["districts"]))


def _township(rng: Random) -> Organ:
    area, unit = rng.choice(_places()["counties"]), rng.choice("镇镇乡")
    short = f"{area}{_stem(rng)}{unit}"
    return Organ(f"{short}人民政府", "township", "government", area, short, f"我{unit}")


def _street(rng: Random) -> Organ:
    area = rng.choice(_places()["districts"])
    short = f"{area}{_stem(rng)}街道"
    return Organ(f"{short}办事处", "township", "dispatched", area, short, "我街道")


def _bureau(area: str, name: str, level: str) -> Organ:
    whole = f"{area}{name}"
    we = "我委" if name.endswith("委员会") else f"我{name[-1]}"
    return Organ(whole, level, "department", area, whole, we)


def _county_bureau(rng: Random) -> Organ:
    return _bureau(_county(rng), rng.choice(_places()["bureaus"]), "county")


def _city_bureau(rng: Random) -> Organ:
    places = _places()
    names = places["bureaus"] + places["commissions"]
    return _bureau(rng.choice(places["cities"]), rng.choice(names), "city")


def _provincial_department(rng: Random) -> Organ:
    places = _places()
    return _bureau(rng.choice(places["provinces"]), rng.choice(places["provincial"]), "province")


def _government(area: str, level: str) -> Organ:
    name = f"{area}人民政府"
    return Organ(name, level, "government", area, name, f"我{area[-1]}")


def _county_government(rng: Random) -> Organ:
    return _government(_county(rng), "county")


def _city_government(rng: Random) -> Organ:
    return _government(rng.choice(_places()["cities"]), "city")


def _county_office(rng: Random) -> Organ:
    area = _county(rng)
    name = f"{area}人民政府办公室"
    return Organ(name, "county", "office", area, name, "我办")
