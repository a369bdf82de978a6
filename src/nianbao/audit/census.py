"""Which organ does each report come from, and which cannot be told?"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property

from nianbao.audit.roster import Roster, plain
from nianbao.audit.store import Store
from nianbao.engine.areas import Tree
from nianbao.model.record import Record
from nianbao.model.report import Organ
from nianbao.prose.identity import full_name
from nianbao.prose.organs import short_name

# That of the uniform format.
_FIRST_YEAR = 2019
_REPORTS = """
SELECT path, content || mark, organ, level, kind, parent, year, sums_up, published, edition
FROM documents WHERE status = 'read' ORDER BY path
"""


class Entry(Record):
    """A report of the store.

    Attributes:
        path: its path.
        digest: of its bytes and of how it was judged.
        organ: the organ, as the roster has it where there is one; None where it is not told.
        year: the year reported on, None where it is not told.
        sums_up: whether it sums up the reports of an area.
        name: the organ's name as the report writes it.
        published: the day of publication, or ``""``.
        edition: the key of the edition, or ``""``.
    """

    path: str
    digest: str
    organ: Organ | None
    year: int | None
    sums_up: bool
    name: str
    published: str = ""
    edition: str = ""

    @property
    def key(self) -> str:
        """By what the reports of one organ are known, ``""`` where it cannot be told."""
        name = full_name(self.organ) if self.organ and self.year else ""
        return f"{name}（汇总）" if name and self.sums_up else name


class Stranger(Record):
    """A report whose organ is not sure: it is compared with no other under a name.

    Attributes:
        path: its path.
        name: the organ as it writes it.
        likely: the organs that it may be.
        is_off_roster: whether there is a roster, and none of its organs is meant for sure.
    """

    path: str
    name: str
    likely: tuple[str, ...]
    is_off_roster: bool = False


class _Census(Record):
    entries: tuple[Entry, ...]
    roster: Roster | None


class Census(_Census):
    """All reports of a store with their organs."""

    @cached_property
    def years(self) -> range:
        """The years from the first report to the last."""
        years = {entry.year for entry in self.entries if entry.year}
        return range(min(years), max(years) + 1) if years else range(0)

    def tree(self, year: int, as_of: date) -> Tree:
        """Return who must have reported for a year, and below whom, as far as that is known."""
        if self.roster:
            return self.roster.tree(year, as_of)
        # Of a year to come, which is a slip of the keyboard, none lacks.
        return Tree({}, tuple(self._missed[year]) if year < as_of.year else ())

    @cached_property
    def _missed(self) -> defaultdict[int, list[tuple[Organ, int]]]:
        """The years that organs left out between two reports."""
        known: defaultdict[str, dict[int, Organ]] = defaultdict(dict)
        for entry in self.entries:
            if entry.key and entry.organ and entry.year:
                known[entry.key][entry.year] = entry.organ
        missed: defaultdict[int, list[tuple[Organ, int]]] = defaultdict(list)
        for years in known.values():
            for year in range(max(min(years), _FIRST_YEAR), max(years)):
                if year not in years:
                    missed[year].append((years[min(years)], year))
        return missed

    def strangers(self) -> Iterator[Stranger]:
        """Yield the reports whose organ is not sure."""
        for entry in self.entries:
            is_known = entry.name and (
                self.roster.find(entry.name) if self.roster else full_name_of(entry)
            )
            if not is_known:
                likely = tuple(self._likely(entry.name))
                yield Stranger(entry.path, entry.name, likely, self.roster is not None)

    def _likely(self, name: str) -> Sequence[str]:
        if self.roster:
            return [each.organ.name for each in self.roster.likely(name)]
        return sorted(self._by_short_name[plain(short_name(name))]) if name else []

    @cached_property
    def _by_short_name(self) -> defaultdict[str, set[str]]:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for entry in self.entries:
            if full_name_of(entry):
                found[plain(short_name(entry.name))].add(full_name_of(entry))
        return found


def full_name_of(entry: Entry) -> str:
    """Return the name by which the organ is known among all, ``""`` where it cannot be told."""
    return full_name(entry.organ) if entry.organ else ""


def census_of(store: Store, roster: Roster | None) -> Census:
    """Return the reports of a store with their organs, in the order of their paths."""
    return Census(tuple(_entries(store.rows(_REPORTS), roster)), roster)


def _entries(rows: Iterable[tuple[str, ...]], roster: Roster | None) -> Iterator[Entry]:
    for path, digest, name, level, kind, parent, year, sums_up, *rest in rows:
        told = Organ(name, level, kind, parent) if name else None  # type: ignore[arg-type]
        organ = _resolved(told, roster)
        yield Entry(path, digest, organ, year, bool(sums_up), name, *rest)  # type: ignore[arg-type]


def _resolved(organ: Organ | None, roster: Roster | None) -> Organ | None:
    member = roster.find(organ.name) if roster and organ else None
    return member.organ if member else organ
