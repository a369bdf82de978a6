"""Which reports repeat the words of another?"""

from collections.abc import Iterable, Iterator

from nianbao.model.facts import Facts
from nianbao.model.record import Record
from nianbao.prose.shingles import likeness, parts_of, whole_of

# Circulars speak of reports of which up to nine tenths repeat another.
LEAST = 0.9
# Fewer shingles are the few sentences that any small organ writes.
_FEWEST = 150


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
        own = whole_of(this)
        if len(own) < _FEWEST:
            return
        alike = likeness(own, whole_of(other))
        if alike >= LEAST:
            yield Duplicate(other, _most_shared(this, other), int(alike * 100))


def _most_shared(this: Facts, other: Facts) -> str:
    own, theirs = parts_of(this.report), parts_of(other.report)
    shared = {place: len(own[place] & theirs.get(place, frozenset())) for place in own}
    return max(shared, key=shared.__getitem__)
