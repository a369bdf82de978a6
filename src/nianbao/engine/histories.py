"""Which reports are of one organ, and in which order?"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from nianbao.model.facts import Facts
from nianbao.model.years import Years
from nianbao.prose.identity import full_name
from nianbao.prose.organs import is_rollup

Key = tuple[str, bool]


def key_of(facts: Facts) -> Key | None:
    """Return by what reports of one organ are known: its name, and whether they sum up its area.

    None where the name alone does not tell one organ from another.
    """
    name = full_name(facts.organ) if facts.organ else ""
    if not name or facts.year is None:
        return None
    return name, _sums_up(facts)


def _sums_up(facts: Facts) -> bool:
    known = facts.sums_up
    return is_rollup(facts.report.title, facts.report.preface) if known is None else known


def histories_of(reports: Iterable[Facts]) -> Iterator[Years]:
    """Yield each report with that of its organ for the year before, where that is at hand.

    Of several versions for one year the one published last counts.
    """
    groups: defaultdict[Key, list[Facts]] = defaultdict(list)
    for facts in reports:
        key = key_of(facts)
        if key:
            groups[key].append(facts)
    for _, group in sorted(groups.items()):
        yield from years_in(group)


def years_in(group: Iterable[Facts]) -> Iterator[Years]:
    """Yield each report of one organ with that for the year before."""
    latest = {facts.year or 0: facts for facts in sorted(group, key=in_order)}
    for year, facts in latest.items():
        if year - 1 in latest:
            yield Years(facts, latest[year - 1])


def in_order(facts: Facts) -> tuple[int, str, str]:
    """Return by what versions are put in order: year, day of publication, path."""
    published = facts.published.isoformat() if facts.published else ""
    return facts.year or 0, published, facts.path
