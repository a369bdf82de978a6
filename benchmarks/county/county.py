"""The reports of a county: what each holds, with the faults that are planted."""

from collections.abc import Iterator
from copy import deepcopy
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from benchmarks.county.figures import edition_of, request_more, summed, tables_of
from benchmarks.county.plan import QUIET, Fault, Plan, planned
from benchmarks.county.seats import Seat, seats
from benchmarks.county.words import Writer
from benchmarks.pages.figures import Tables, complete
from benchmarks.pages.pointers import Report
from benchmarks.pages.styles import ALL_STYLES, Encoding, encode, render

YEARS = range(2019, 2025)
STYLES = ("clean", "word", "portal", "text", "json", "ueditor", "markdown", "old-gbk", "twice")
Key = tuple[str, int]


class Size(NamedTuple):
    """How many counties, bureaus and towns of each, and how often each fault is planted."""

    counties: int
    bureaus: int
    towns: int
    rounds: int


SIZES = {"small": Size(2, 5, 3, 1), "whole": Size(4, 17, 11, 2)}


class Page(NamedTuple):
    """A file: its path, the report in it, its bytes."""

    path: str
    report: Report
    content: bytes


class County(NamedTuple):
    """A county.

    Attributes:
        seats: who reports.
        plan: the planted faults by organ and year.
        pages: the files by organ and year; a report that is absent has none.
        copies: earlier versions of reports, published elsewhere.
    """

    seats: list[Seat]
    plan: Plan
    pages: dict[Key, Page]
    copies: dict[Key, Page]


def county(size: Size, seed: int = 0) -> County:
    """Return a county; equal seeds give equal bytes."""
    rng = Random(f"county:{seed}")
    all_of = seats(size.counties, size.bureaus, size.towns, rng)
    plan = planned(all_of, size.rounds, rng)
    reports = dict(_reports(all_of, plan, _tables(all_of, plan, rng), str(seed)))
    pages = {
        key: _page(key, number, report, STYLES[number % len(STYLES)])
        for number, (key, report) in enumerate(reports.items())
    }
    for key in _dated(plan):
        pages[key] = _page(key, 0, reports[key], "json")
    copies = {
        key: _page(key, 0, _earlier(reports[key]), "json", "另处/")
        for key, fault in plan.items()
        if fault.rule == "AGG005"
    }
    there = {key: page for key, page in pages.items() if _rule(plan, key) != "AGG004"}
    return County(all_of, plan, there, copies)


def _dated(plan: Plan) -> Iterator[Key]:
    """Yield the reports of which it counts when they were published: data alone always say it."""
    for key, fault in plan.items():
        if fault.rule in ("AGG003", "AGG005"):
            yield key
            if fault.other:
                yield fault.other, fault.year


def _rule(plan: Plan, key: Key) -> str:
    return plan[key].rule if key in plan else ""


def _tables(all_of: list[Seat], plan: Plan, rng: Random) -> dict[Key, Tables]:
    found: dict[Key, Tables] = {}
    for seat in all_of:
        if not seat.sums_up:
            _fill(seat.organ.name, plan, found, rng)
    for seat in all_of:
        if seat.sums_up:
            below = _below(seat.organ.name, all_of)
            for year in YEARS:
                tables = summed(found[each.organ.name, year] for each in below)
                found[seat.organ.name, year] = _misadded(tables, year, plan, seat.organ.name)
    return found


def _below(name: str, all_of: list[Seat]) -> list[Seat]:
    """Return who reports alone below an organ, at any depth."""
    found: list[Seat] = []
    for seat in all_of:
        if seat.above == name:
            found += _below(seat.organ.name, all_of) if seat.sums_up else [seat]
    return found


def _fill(name: str, plan: Plan, found: dict[Key, Tables], rng: Random) -> None:
    """Fill the tables of an organ for all years."""
    own = [each for each in plan.values() if name in (each.organ, each.other)]
    is_quiet = any(each.rule in QUIET for each in own)
    before: Tables | None = None
    for year in YEARS:
        stands = [each for each in own if each.rule == "YOY007" and 0 <= each.year - year <= 2]
        tables = tables_of(year, before, rng, is_quiet=is_quiet or bool(stands))
        if stands and stands[0].year - year == 1:
            _let_stand(tables, before)
        fault = plan.get((name, year))
        found[name, year] = before = _changed(tables, before, fault) if fault else tables


def _let_stand(tables: Tables, before: Tables | None) -> None:
    """Fill tables that may be the same a year later: nothing came, nothing went."""
    for key in ("regulations", "normative_documents"):
        row = tables["disclosure"][key]
        last = before["disclosure"][key] if before else {}
        row.update(issued=0, repealed=0, in_force=last.get("in_force", row["in_force"]))
    tables["disclosure"]["licences"]["decisions"] = 17


def _changed(tables: Tables, before: Tables | None, fault: Fault) -> Tables:
    disclosure, last = tables["disclosure"], before or {}
    if fault.rule == "YOY001":
        request_more(tables, "carried_in", 2)
    elif fault.rule == "YOY002":
        disclosure["normative_documents"]["in_force"] += 3
    elif fault.rule == "YOY003":
        disclosure["licences"]["items_before"] += 5
    elif fault.rule == "YOY004":
        disclosure["normative_documents"]["open_total"] += 7
    elif fault.rule == "YOY007":
        return deepcopy(last)
    elif fault.rule == "YOY008":
        disclosure["licences"]["decisions"] = 80 + 20 * last["disclosure"]["licences"]["decisions"]
    return tables


def _misadded(tables: Tables, year: int, plan: Plan, name: str) -> Tables:
    rule = _rule(plan, (name, year))
    if rule == "AGG001":
        request_more(tables, "received", 4)
    return complete(edition_of(year), {}) if rule == "AGG002" else tables


def _reports(
    all_of: list[Seat], plan: Plan, tables: dict[Key, Tables], seed: str
) -> Iterator[tuple[Key, Report]]:
    writer = Writer(seed, plan)
    copied = {fault.organ for fault in plan.values() if fault.rule == "AGG003"}
    # Who copies writes last.
    in_order = sorted(all_of, key=lambda seat: seat.organ.name in copied)
    for year in YEARS:
        for seat in in_order:
            key = (seat.organ.name, year)
            report = writer.write(seat, year, edition_of(year), tables[key])
            if _rule(plan, key) == "AGG006":
                report["sections"]["overview"]["text"] += (
                    f"\n{_town(plan[key].other)}依法公开信息。"
                )
            yield key, report


def _town(name: str) -> str:
    return name.partition("县")[2].removesuffix("人民政府")


def _earlier(report: Report) -> Report:
    copy = deepcopy(report)
    copy["disclosure"]["licences"]["decisions"] += 1
    before = date.fromisoformat(copy["published"]) - timedelta(days=10)
    copy["published"] = before.isoformat()
    return copy


def _page(key: Key, number: int, report: Report, style: str, folder: str = "") -> Page:
    organ, year = key
    encoding = ALL_STYLES[style].encoding or Encoding()
    text = render(report, style, f"{organ}:{year}:{number}", encoding.declared)
    path = (
        f"{folder}{report['organ'].get('parent', organ)}/{organ}/{year}{ALL_STYLES[style].suffix}"
    )
    return Page(path, report, encode(text, encoding))
