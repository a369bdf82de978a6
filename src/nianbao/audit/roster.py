"""Who must report, under which names, and below whom?"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property, lru_cache

from nianbao.engine.areas import Tree
from nianbao.model.record import Record
from nianbao.model.report import Organ
from nianbao.prose.competence import deadline_of
from nianbao.prose.identity import full_name
from nianbao.prose.organs import short_name

# What clerks shorten: 青禾县人民政府办公室 is 青禾县府办.
_SHORTER = (("人民政府", "政府"), ("办公室", "办"), ("政府办", "府办"), ("办事处", ""))


class Member(Record):
    """One organ of a roster.

    Attributes:
        organ: its name, level, kind and the area above it.
        line: where it stands in the file.
        code: its code, such as that of 统一社会信用代码, or ``""``.
        parent: the name of the organ above it, or ``""``.
        aliases: other names.
        valid_from, valid_to: the first and last day on which it existed; None: open.
        merged_into: the name of the organ that took its place, or ``""``.
    """

    organ: Organ
    line: int
    code: str = ""
    parent: str = ""
    aliases: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    merged_into: str = ""

    def reports_for(self, year: int) -> bool:
        """Tell whether it existed on the last day of a year, for which it then reports."""
        last = date(year, 12, 31)
        return (self.valid_from or last) <= last <= (self.valid_to or last)


class _Roster(Record):
    members: tuple[Member, ...]


class Roster(_Roster):
    """The organs of an area; the names were judged (:mod:`nianbao.audit.roster_file`)."""

    @cached_property
    def by_name(self) -> dict[str, Member]:
        """The organs by each name and alias, written plainly."""
        return {plain(name): each for each in self.members for name in names_of(each)}

    @cached_property
    def organs(self) -> frozenset[Organ]:
        """The organs."""
        return frozenset(each.organ for each in self.members)

    @cached_property
    def _by_short_name(self) -> Mapping[str, list[Member]]:
        """The organs by the names that reports use within the area."""
        found: defaultdict[str, list[Member]] = defaultdict(list)
        for each in self.members:
            found[plain(short_name(each.organ.name))].append(each)
        return found

    def find(self, name: str) -> Member | None:
        """Return the organ that a report names, None where none or several may be meant."""
        known = self.by_name.get(plain(name))
        if known:
            return known
        likely = self.likely(name)
        return likely[0] if len(likely) == 1 and _is_short(name) else None

    def likely(self, name: str) -> Sequence[Member]:
        """Return the organs that are called so within the area."""
        return self._by_short_name.get(plain(short_name(name)), ()) if name else ()

    def tree(self, year: int, as_of: date) -> Tree:
        """Return who must have reported for a year by a day, and below whom."""
        present = [each for each in self.members if each.reports_for(year)]
        below: defaultdict[str, list[str]] = defaultdict(list)
        for each in present:
            for above in self._above(each):
                below[full_name(above.organ)].append(full_name(each.organ))
        due = (each.organ for each in present if is_due(each.organ, year, as_of))
        return Tree(below, tuple((organ, year) for organ in due))

    def _above(self, member: Member) -> Iterable[Member]:
        """Yield the organs above one: what it reports is in the sums of all of them."""
        while member.parent:
            member = self.by_name[plain(member.parent)]
            yield member


def names_of(member: Member) -> tuple[str, ...]:
    """Return all names of an organ: its own, that with the area before it, the aliases."""
    return (member.organ.name, full_name(member.organ), *member.aliases)


# Of a name it is asked for each year, and to find it and to tell strangers.
@lru_cache(2**16)
def plain(name: str) -> str:
    """Return a name by which it is compared: without spaces and width, shortened as clerks do."""
    word = "".join(unicodedata.normalize("NFKC", name).split())
    for long, short in _SHORTER:
        word = word.replace(long, short)
    return word.removesuffix("政府")


def _is_short(name: str) -> bool:
    """Tell whether a name names no area: then the area of the roster is meant."""
    return plain(short_name(name)) == plain(name)


def is_due(organ: Organ, year: int, as_of: date) -> bool:
    """Tell whether the report of an organ for a year must have been published before a day."""
    deadline = deadline_of(organ, year)
    return deadline is not None and deadline.day < as_of
