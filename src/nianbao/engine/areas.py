"""Which reports of an area and a year go together?"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from nianbao.engine.histories import Key, in_order, key_of
from nianbao.model.area import Area
from nianbao.model.facts import Facts
from nianbao.model.record import Record
from nianbao.model.report import Organ, Report
from nianbao.prose.identity import area_of, full_name, place_of


class Tree(Record):
    """Who must report, and whose report sums up whose.

    Attributes:
        members: the organs below each organ whose report sums up an area, by full name.
        expected: the reports that there must be: organ and year; None: nobody says, so a year
            without a report between two others of an organ is missed.
        likely: pairs of reports whose words may be the same, by path; None: any two of a year.
    """

    members: Mapping[str, Sequence[str]] = {}
    expected: Iterable[tuple[Organ, int]] | None = None
    likely: Iterable[tuple[str, str]] | None = None


class _Year(Record):
    """The reports of one year.

    Attributes:
        versions: those of each organ.
        latest: the last of each.
        single: those that sum up nothing, by organ.
        summed: the organs whose report sums up an area.
        below: those of the organs of each area.
        places: one of each place.
    """

    versions: dict[Key, list[Facts]]
    latest: tuple[Facts, ...]
    single: dict[str, Facts]
    summed: frozenset[str]
    below: Mapping[str, Sequence[Facts]]
    places: dict[str, Facts]


# The first year of the uniform format.
_FIRST_YEAR = 2019
NOTHING_TOLD = Tree()


def areas_of(reports: Iterable[Facts], tree: Tree = NOTHING_TOLD) -> Iterator[Area]:
    """Yield each report with those to which it is compared, then the reports that lack."""
    years: defaultdict[int, list[Facts]] = defaultdict(list)
    for facts in sorted(reports, key=in_order):
        if key_of(facts):
            years[facts.year or 0].append(facts)
    known = [_year(group) for _, group in sorted(years.items())]
    for year in known:
        yield from _areas(year, tree)
    latest = [facts for year in known for facts in year.latest]
    yield from _absent(latest, _gaps(latest) if tree.expected is None else tree.expected)


def _year(reports: Iterable[Facts]) -> _Year:
    versions: defaultdict[Key, list[Facts]] = defaultdict(list)
    for facts in reports:
        versions[_key(facts)].append(facts)
    latest = tuple(group[-1] for group in versions.values())
    single = {name: group[-1] for (name, sums_up), group in versions.items() if not sums_up}
    summed = frozenset(name for name, sums_up in versions if sums_up)
    places = {_place(facts): facts for facts in reversed(latest)}
    places.pop("", None)
    return _Year(versions, latest, single, summed, _below(single.values()), places)


def _below(reports: Iterable[Facts]) -> Mapping[str, Sequence[Facts]]:
    """Return the reports of the organs of each area: it is above them, or they begin with it."""
    below: defaultdict[str, list[Facts]] = defaultdict(list)
    for facts in reports:
        for name in areas_above(facts.organ or Organ("")):
            below[name].append(facts)
    return below


def areas_above(organ: Organ) -> set[str]:
    """Return the areas in whose sums the report of an organ may be."""
    area, seat, _ = organ.name.partition("人民政府")
    return {organ.parent, area if seat else organ.parent}


def _key(facts: Facts) -> Key:
    return key_of(facts) or ("", False)


def _place(facts: Facts) -> str:
    return place_of(facts.organ) if facts.organ else ""


def _areas(year: _Year, tree: Tree) -> Iterator[Area]:
    alike = _alike(year.latest, tree)
    for (name, sums_up), versions in year.versions.items():
        *before, last = versions
        for number, facts in enumerate(before):
            yield Area(facts, versions=tuple(before[:number]))
        members, is_whole = _members(last, name, year, tree) if sums_up else ((), False)
        words = tuple(alike.get(last.path, ()))
        yield Area(last, members, is_whole, words, tuple(before), year.places)


def _alike(reports: Sequence[Facts], tree: Tree) -> dict[str, list[Facts]]:
    """Return the reports to which the words of each are compared: each pair stands once.

    It stands with the report that was published later.
    """
    if tree.likely == ():
        return {}
    single = [facts for facts in sorted(reports, key=in_order) if not _key(facts)[1]]
    if tree.likely is None:
        return {facts.path: single[:number] for number, facts in enumerate(single)}
    by_path = {facts.path: number for number, facts in enumerate(single)}
    pairs: defaultdict[int, list[int]] = defaultdict(list)
    for pair in tree.likely:
        if all(path in by_path for path in pair):
            first, second = sorted(by_path[path] for path in pair)
            pairs[second].append(first)
    return {
        single[second].path: [single[first] for first in sorted(before)]
        for second, before in pairs.items()
    }


def _members(this: Facts, name: str, year: _Year, tree: Tree) -> tuple[tuple[Facts, ...], bool]:
    """Return the reports that a report sums up, and whether they are known to be all."""
    if this.organ is None:
        return (), False
    single = year.single
    if name in tree.members:
        # One that is there as a roll-up alone has its own reports in the list, organ by organ.
        listed = tree.members[name]
        names = [each for each in listed if each in single or each not in year.summed]
        return tuple(single[each] for each in names if each in single), all(
            each in single for each in names
        )
    return tuple(year.below.get(area_of(this.organ), ())), False


def _gaps(reports: Sequence[Facts]) -> Iterator[tuple[Organ, int]]:
    """Yield the years that each organ has left out between two reports."""
    known: defaultdict[Key, dict[int, Organ]] = defaultdict(dict)
    named = ((facts, facts.organ) for facts in reports if facts.organ)
    for facts, organ in named:
        known[_key(facts)][facts.year or 0] = organ
    for years in known.values():
        for year in range(max(min(years), _FIRST_YEAR), max(years)):
            if year not in years:
                yield years[min(years)], year


def _absent(reports: Iterable[Facts], expected: Iterable[tuple[Organ, int]]) -> Iterator[Area]:
    there = {(_key(facts)[0], facts.year) for facts in reports}
    for organ, year in expected:
        if (full_name(organ), year) not in there:
            yield Area(Facts("", Report(organ=organ, year=year)))
