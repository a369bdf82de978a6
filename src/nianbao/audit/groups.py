"""Which reports are compared with one another, and which of them have changed?"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain, groupby
from operator import itemgetter

from nianbao.audit.census import Census, Entry
from nianbao.audit.store import Store
from nianbao.declarative.across import Subject
from nianbao.engine.areas import NOTHING_TOLD, Tree, areas_of
from nianbao.engine.histories import histories_of
from nianbao.model.facts import Facts
from nianbao.model.record import Record
from nianbao.rule import Scope

# By what a group is known in the store: the scope of its rules, and the organ or the year.
Key = tuple[str, str]
Pairs = Sequence[tuple[str, str]] | None
_TOLD = """
SELECT family, year, CAST(path || content || mark || organ(organ, level, kind, parent) AS BLOB)
FROM census JOIN documents USING (path, year) ORDER BY family, year, census.published, path
"""


class Group(Record):
    """Reports that are compared with one another.

    Attributes:
        scope: that of the rules that compare them.
        family: the organ, or the year.
        digest: by what it is known that nothing has changed.
        tree: who must report, for those of an area and a year.
    """

    scope: Scope
    family: str
    digest: str
    tree: Tree

    @property
    def key(self) -> Key:
        """By what it is known in the store."""
        return self.scope, self.family

    def entries(self, census: Census) -> list[Entry]:
        """Return the reports."""
        if self.scope == "years":
            return census.of_family(self.family)
        return census.of_year(int(self.family))

    def subjects(self, facts: Iterable[Facts], likely: Pairs = None) -> Iterator[Subject]:
        """Yield each report beside those to which it is compared.

        Args:
            facts: those of the reports.
            likely: the pairs of paths whose words may be the same; None: any two.
        """
        if self.scope == "years":
            return histories_of(facts)
        return areas_of(facts, self.tree._replace(likely=likely))


def groups_of(store: Store, census: Census, mark: str, as_of: date) -> Iterator[Group]:
    """Yield the reports of each organ that has several, then those of each year.

    Args:
        store: holds the reports.
        census: tells their organs.
        mark: the digest of all by which they are compared.
        as_of: the day by which reports must be there.
    """
    years = {year: hashlib.sha256(mark.encode()) for year in census.years}
    for family, rows in groupby(store.rows(_TOLD), itemgetter(0)):
        count, digest = 0, hashlib.sha256(mark.encode())
        for count, (_, year, told) in enumerate(rows, 1):  # noqa: B007  # the last counts
            digest.update(told)
            years[year].update(told)
        if family and count > 1:
            yield Group("years", family, digest.hexdigest(), NOTHING_TOLD)
    for year, digest in years.items():
        tree = census.tree(year, as_of)
        digest.update(_told(tree).encode())
        yield Group("area", str(year), digest.hexdigest(), tree)


def _told(tree: Tree) -> str:
    """Return as text who must report, and below whom."""
    organs = chain.from_iterable(organ for organ, _ in tree.expected or ())
    below = chain.from_iterable((above, *names) for above, names in sorted(tree.members.items()))
    return "\0".join(map(str, chain(below, organs)))
