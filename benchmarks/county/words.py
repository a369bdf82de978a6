"""What the reports say: each in other words than any it is compared with, but where it copies."""

import re
from collections import defaultdict
from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from benchmarks.county.plan import Plan
from benchmarks.county.seats import Seat
from benchmarks.pages import prose
from benchmarks.pages.figures import Tables
from benchmarks.pages.pointers import Report

_SUMS_UP = "本报告汇总全{}各机关的年度报告编制。"
_DETAIL = 4
# Half of the clauses are what draws of the same phrases share.
_MOST_SHARED = 0.75
_TRIES = 200
_LAST_DAY = 25


class Draw(NamedTuple):
    """What chooses the words of a report: those of all parts, and those of the problems."""

    all_of: str
    problems: str


class Writer:
    """Writes reports year by year.

    Args:
        seed: equal seeds give equal words.
        plan: which reports take the words of others.
    """

    def __init__(self, seed: str, plan: Plan) -> None:
        self._seed, self._plan = seed, plan
        self._draws: dict[tuple[str, int], Draw] = {}
        self._clauses: dict[tuple[str, int], frozenset[str]] = {}
        self._of_year: defaultdict[int, list[tuple[str, int]]] = defaultdict(list)

    def write(self, seat: Seat, year: int, edition: str, tables: Tables) -> Report:
        """Return the report of an organ for a year."""
        key = (seat.organ.name, year)
        for draw in self._possible(key):
            report = _composed(seat, year, edition, tables, draw)
            clauses = _clauses_of(report)
            if key in self._plan or not self._is_like_another(key, clauses):
                break
        self._draws[key], self._clauses[key] = draw, clauses
        self._of_year[year].append(key)
        if key in self._plan and self._plan[key].rule == "AGG003":  # who copies is later
            report["published"] = f"{year + 1}-01-{_LAST_DAY + 5}"
        return report

    def _possible(self, key: tuple[str, int]) -> Iterator[Draw]:
        organ, year = key
        fault = self._plan.get(key)
        for number in range(_TRIES):
            word = f"{self._seed}:{organ}:{year}:{number}"
            yield self._copied(Draw(word, word), organ, year, fault.rule if fault else "")

    def _copied(self, own: Draw, organ: str, year: int, rule: str) -> Draw:
        if rule == "YOY005":
            return self._draws[organ, year - 1]
        if rule == "YOY006":
            return Draw(own.all_of, self._draws[organ, year - 1].problems)
        if rule == "AGG003":
            return self._draws[self._plan[organ, year].other, year]
        return own

    def _is_like_another(self, key: tuple[str, int], clauses: frozenset[str]) -> bool:
        organ, year = key
        others = [*self._of_year[year], (organ, year - 1)]
        known = (self._clauses[each] for each in others if each in self._clauses)
        return any(_share(clauses, each) > _MOST_SHARED for each in known)


def _composed(seat: Seat, year: int, edition: str, tables: Tables, draw: Draw) -> Report:
    organ, rng = seat.organ, Random(draw.all_of)
    known = prose.facts(organ, year, tables, Random(f"{draw.all_of}:facts"))
    period = prose.period(year, rng)
    preface = prose.preface(known, period.sentence, rng)
    parts = prose.sections(edition, known, "", rng, _DETAIL)
    parts["problems"]["text"] = prose.problems(known, Random(f"{draw.problems}:problems"))
    return {
        "edition": edition,
        "year": year,
        "organ": organ.as_dict(),
        "title": prose.title(known, rng),
        "preface": preface + (_SUMS_UP.format(organ.area[-1]) if seat.sums_up else ""),
        "period": period.as_dict(),
        "published": f"{year + 1}-01-{rng.randint(12, _LAST_DAY)}",
        "sections": parts,
        **tables,
    }


def _clauses_of(report: Report) -> frozenset[str]:
    text = "\n".join(part.get("text", "") for part in report["sections"].values())
    return frozenset(re.split(r"[，。；\n]", re.sub(r"\d+", "", text)))


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other)
