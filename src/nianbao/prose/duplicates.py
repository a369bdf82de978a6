"""Which reports repeat the words of another?"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from math import ceil

from nianbao.model.facts import Facts
from nianbao.model.record import Record
from nianbao.prose.shingles import Shingles, likeness, parts_of, whole_of

# Circulars speak of reports of which up to nine tenths repeat another.
LEAST = 0.9
# Fewer shingles are the few sentences that any small organ writes.
_FEWEST = 150
# For what is lost where numbers are rounded.
_SLACK = 0.001


class Duplicate(Record):
    """A report that another one repeats.

    Attributes:
        facts: the report.
        place: the part of which the most is repeated.
        percent: how much of the words of either both have, rounded down.
    """

    facts: Facts
    place: str
    percent: int


def duplicates(this: Facts, others: Iterable[Facts]) -> Iterator[Duplicate]:
    """Yield the reports whose words this one repeats."""
    for other in others:
        own, theirs = whole_of(this), whole_of(other)
        if len(own) < _FEWEST:
            return
        alike = likeness(own, theirs) if _are_as_long(own, theirs) else 0.0
        if alike >= LEAST:
            yield Duplicate(other, _most_shared(this, other), int(alike * 100))


def likely_among(reports: Iterable[Facts]) -> Iterator[tuple[str, str]]:
    """Yield the paths of any two reports of which one may repeat the other.

    Two that have nine tenths in common share one at least of the rarest tenth of either, if all
    agree which are the rarest. So few need be compared.
    """
    wholes = [(facts.path, whole_of(facts)) for facts in reports]
    count = Counter(chain.from_iterable(shingles for _, shingles in wholes))
    met: defaultdict[str, list[str]] = defaultdict(list)
    for path, shingles in wholes:
        most = len(shingles) - ceil((LEAST - _SLACK) * len(shingles)) + 1
        rarest = sorted(shingles, key=lambda each: (count[each], each))[:most]
        others = dict.fromkeys(chain.from_iterable(met[each] for each in rarest))
        yield from ((other, path) for other in others)
        for each in rarest:
            met[each].append(path)


def _are_as_long(own: Shingles, theirs: Shingles) -> bool:
    """Tell whether they may be alike: what only one of them has room for, both cannot have."""
    short, long = sorted((len(own), len(theirs)))
    return short > (LEAST - _SLACK) * long


def _most_shared(this: Facts, other: Facts) -> str:
    own, theirs = parts_of(this.report), parts_of(other.report)
    shared = {place: len(own[place] & theirs.get(place, frozenset())) for place in own}
    return max(shared, key=shared.__getitem__)
