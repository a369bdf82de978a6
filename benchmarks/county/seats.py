"""Who reports: a city, its counties, and the bureaus and towns of each."""

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

import yaml

from benchmarks.pages.organs import Organ

_PLACES = yaml.safe_load((Path(__file__).parents[1] / "pages/places.yaml").read_text("utf-8"))
_LEVELS = {"city": "市级", "county": "县级", "township": "乡级"}
_KINDS = {"government": "政府", "department": "部门"}
_HEADS = ("机关", "层级", "类别", "上级")


class Seat(NamedTuple):
    """An organ, the name of the one above it, and whether its report sums up those below."""

    organ: Organ
    above: str = ""
    sums_up: bool = False


def seats(counties: int, bureaus: int, towns: int, rng: Random) -> list[Seat]:
    """Return a city with so many counties, each with so many bureaus and towns."""
    city = _government(_PLACES["cities"][0], "city")
    found = [Seat(city, "", sums_up=True), Seat(_bureau(city.area, "司法局", "city"), city.name)]
    stems = [first + second for first in _PLACES["stems"]["first"] for second in
             _PLACES["stems"]["second"]]  # fmt: skip
    rng.shuffle(stems)
    for area in _PLACES["counties"][:counties]:
        found += _county(area, city, bureaus, [stems.pop() for _ in range(towns)])
    return found


def roster(all_of: Iterable[Seat]) -> str:
    """Return the roster that names them, as CSV."""
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(_HEADS)
    for organ, above, _ in all_of:
        rows.writerow((organ.name, _LEVELS[organ.level], _KINDS[organ.kind], above))
    return out.getvalue()


def _county(area: str, city: Organ, bureaus: int, towns: Iterable[str]) -> Iterator[Seat]:
    government = _government(area, "county")
    yield Seat(government, city.name, sums_up=True)
    for name in _PLACES["bureaus"][:bureaus]:
        yield Seat(_bureau(area, name, "county"), government.name)
    for stem in towns:
        short = f"{area}{stem}镇"
        town = Organ(f"{short}人民政府", "township", "government", area, short, "我镇")
        yield Seat(town, government.name)


def _government(area: str, level: str) -> Organ:
    name = f"{area}人民政府"
    return Organ(name, level, "government", area, name, f"我{area[-1]}")


def _bureau(area: str, name: str, level: str) -> Organ:
    return Organ(f"{area}{name}", level, "department", area, f"{area}{name}", f"我{name[-1]}")
