"""The reports of a province as an audit would have kept them, made without any page."""

import json
import zlib
from collections import Counter
from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any

from nianbao.audit.digests import digest_of
from nianbao.audit.kept import Kept, wide_row
from nianbao.audit.roster import Member, Roster
from nianbao.audit.store import Store
from nianbao.conforming import conforming, put
from nianbao.editions import editions
from nianbao.model.record import Record
from nianbao.model.report import Organ

YEARS = (2023, 2024)
AS_OF = date(2025, 6, 1)
# One organ in a hundred is a county, whose report sums up those of the other ninety-nine.
_COUNTY = 100
# One report in so many lost a request that was carried over, repeats another one's words.
_BROKEN, _COPIED = 500, 200
_BATCH = 500
_CELLS = ("received", "carried_in", "carried_out", "results/granted", "results/total")
_LETTERS = [chr(0x4E00 + number) for number in range(3_000)]
_SKETCH = 512


class Figures(Record):
    """What a report of an organ says for a year: its requests by row."""

    rows: Counter[str]

    @property
    def cells(self) -> dict[str, int]:
        """The cells that are not 0, by pointer."""
        return {
            f"/requests/{row}/{column}": number
            for row, number in self.rows.items()
            for column in ("natural_person", "total")
        }


def organ_at(number: int) -> Organ:
    """Return one of the organs: a county, or a department of one."""
    county, place = divmod(number, _COUNTY)
    name = f"青禾{county}县"
    if not place:
        return Organ(f"{name}人民政府", "county", "government", "")
    return Organ(f"{name}第{place}局", "county", "department", name)


def roster_of(count: int) -> Roster:
    """Return who must report."""
    organs = map(organ_at, range(count))
    return Roster(tuple(_member(organ, line) for line, organ in enumerate(organs, 2)))


def _member(organ: Organ, line: int) -> Member:
    return Member(organ, line, parent=f"{organ.parent}人民政府" if organ.parent else "")


def fill(folder: str, count: int) -> None:
    """Fill a store with the reports of so many organs for each year."""
    with Store(folder) as store:
        rng = Random(0)
        batch: list[Kept] = []
        for kept in _reports(count, rng):
            batch.append(kept)
            if len(batch) == _BATCH:
                store.keep(batch)
                batch = []
        store.keep(batch)


def _reports(count: int, rng: Random) -> Iterator[Kept]:
    templates = {year: conforming("2021", year) for year in YEARS}
    words, sketch = _words(rng), rng.randbytes(_SKETCH)
    for first in range(0, count, _COUNTY):
        known = _county(range(first, min(first + _COUNTY, count)), rng)
        for (number, year), figures in sorted(known.items(), key=_by_year):
            if rng.randrange(_COPIED):
                words, sketch = _words(rng), rng.randbytes(_SKETCH)
            text = _packed(templates[year], number, figures, words)
            yield _kept(number, year, figures, text, sketch)


def _by_year(entry: tuple[tuple[int, int], Figures]) -> tuple[int, int]:
    return entry[0][1], entry[0][0]


def _county(numbers: range, rng: Random) -> dict[tuple[int, int], Figures]:
    """Return the figures of a county, first its sums, then those of its departments."""
    found = {(numbers[0], year): Figures(Counter()) for year in YEARS}
    for number in numbers[1:]:
        carried = rng.randrange(3)
        for year in YEARS:
            figures = _figures(carried, rng)
            found[number, year] = figures
            found[numbers[0], year].rows.update(figures.rows)
            carried = figures.rows["carried_out"]
    return found


def _figures(carried: int, rng: Random) -> Figures:
    carried_in = carried if rng.randrange(_BROKEN) else carried + 1
    received, kept = rng.randrange(20), rng.randrange(min(3, carried_in + 1))
    done = carried_in + received - kept
    return Figures(
        Counter(dict(zip(_CELLS, (received, carried_in, kept, done, done), strict=True)))
    )


def _words(rng: Random) -> str:
    return "".join(rng.choices(_LETTERS, k=600))


def _packed(template: dict[str, Any], number: int, figures: Figures, words: str) -> bytes:
    """Return what is kept of a report; the template is used again, for all set the same cells."""
    organ = organ_at(number)
    put(template, "/organ", {key: value for key, value in organ._asdict().items() if value})
    put(template, "/sections/overview/text", words)
    put(template, "/preface", "汇总全县各机关的年度报告。" if number % _COUNTY == 0 else "")
    cells = {
        f"/requests/{row}/{column}": 0 for row in _CELLS for column in ("natural_person", "total")
    }
    for pointer, value in {**cells, **figures.cells}.items():
        put(template, pointer, value)
    facts = {"path": "", "blank": "zero", "report": template}
    return zlib.compress(json.dumps(facts, ensure_ascii=False).encode(), 1)


def _kept(number: int, year: int, figures: Figures, packed: bytes, sketch: bytes) -> Kept:
    organ = organ_at(number)
    path = f"{number // _COUNTY:05}/{number % _COUNTY:02}/{year}.html"
    zeros = {pointer: 0 for _, _, pointer in editions()["2021"].cells()}
    return Kept(
        path=path,
        content=digest_of(path.encode()),
        reading=digest_of(b"synthetic"),
        mark=digest_of(b"synthetic"),
        status="read",
        reader="html",
        encoding="utf-8",
        organ=organ.name,
        level=organ.level,
        kind=organ.kind,
        parent=organ.parent,
        year=year,
        published=f"{year + 1}-01-20",
        edition="2021",
        is_mixed=False,
        sums_up=number % _COUNTY == 0,
        is_whole=True,
        problem="",
        gaps="",
        facts=packed,
        sketch=sketch,
        cells=wide_row("2021", {**zeros, **figures.cells}),
        findings=(),
    )
