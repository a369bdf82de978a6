"""Which organ does each report come from?

There may be more reports than fit into memory. So what is told of each stands in tables of the
store that last as long as it is open, and is asked by SQL.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cached_property, lru_cache

from nianbao.audit.roster import Roster
from nianbao.audit.store import Store
from nianbao.engine.areas import Tree
from nianbao.model.record import Record
from nianbao.model.report import Organ
from nianbao.prose.identity import full_name
from nianbao.rule import Scope

# Behind the name of an organ: its reports that sum up an area.
ROLL_UP = "（汇总）"
# That of the uniform format.
_FIRST_YEAR = 2019
_TABLES = (
    "DROP TABLE IF EXISTS temp.census",
    "DROP TABLE IF EXISTS temp.latest",
    # A table of the other edition has the equations of that one, which the wide row does not tell.
    """
    CREATE TEMP TABLE census (
        family TEXT, year INTEGER, published TEXT, path TEXT, sums_up INTEGER, edition TEXT,
        PRIMARY KEY (family, year, published, path)
    ) WITHOUT ROWID
    """,
    """
    INSERT INTO census SELECT family(organ, level, kind, parent, sums_up) AS family, year,
    published, path, sums_up, CASE WHEN is_mixed THEN '' ELSE edition END
    FROM documents WHERE status = 'read' AND year ORDER BY family, year, published, path
    """,
    """
    CREATE TEMP TABLE latest (
        family TEXT, year INTEGER, path TEXT, sums_up INTEGER, edition TEXT,
        PRIMARY KEY (family, year)
    ) WITHOUT ROWID
    """,
    # Of several versions the one published last takes the place of the others.
    """
    INSERT OR REPLACE INTO latest SELECT family, year, path, sums_up, edition FROM census
    WHERE family != '' ORDER BY family, year, published, path
    """,
)
_ENTRIES = """
SELECT path, year, documents.sums_up, documents.published, documents.edition,
    organ, level, kind, parent
FROM census JOIN documents USING (path, year) WHERE {} = ? ORDER BY path
"""
_GROUP = "SELECT family(organ, level, kind, parent, sums_up), year FROM documents WHERE path = ?"
_LATEST = """
SELECT organ, level, kind, parent FROM latest JOIN documents USING (path, year)
WHERE latest.year = ? AND latest.sums_up = ?
"""
# SQLite takes the organ from the row with the least year.
_LEFT_OUT = """
SELECT family, min(year), organ, level, kind, parent, group_concat(year)
FROM latest JOIN documents USING (path, year) WHERE family IN (
    SELECT family FROM latest GROUP BY family
    HAVING sum(year >= ?1) <= max(year) - max(min(year), ?1)
) GROUP BY family
"""
# An organ has a report for each of several years.
MANY = 2**17


class Entry(Record):
    """A report of the store.

    Attributes:
        path: its path.
        year: the year reported on.
        sums_up: whether it sums up the reports of an area.
        published: the day of publication, or ``""``.
        edition: the key of the edition, or ``""``.
        organ: the organ, as the roster has it where there is one; None where it is not told.
    """

    path: str
    year: int
    sums_up: bool
    published: str
    edition: str
    organ: Organ | None


class Census:
    """All reports of a store with their organs.

    Args:
        store: holds the reports.
        roster: who must report; None: that is told by the reports.

    Attributes:
        roster: the same.
        organ: gives of what a report tells of its organ (name, level, kind, area above) the organ,
            as the roster has it where there is one; None where it is not told.
    """

    def __init__(self, store: Store, roster: Roster | None) -> None:
        self._store, self.roster = store, roster
        self.organ = lru_cache(MANY)(self._resolved)
        store.teach("family", lru_cache(MANY)(self._family))
        store.teach("organ", lru_cache(MANY)(self._words))
        with store.transaction():
            for statement in _TABLES:
                store.do(statement)

    @cached_property
    def years(self) -> range:
        """The years from the first report to the last."""
        first, last = self._store.row("SELECT min(year), max(year) FROM census")
        return range(first, last + 1) if first else range(0)

    def tree(self, year: int, as_of: date) -> Tree:
        """Return who must have reported for a year, and below whom, as far as that is known."""
        if self.roster:
            return self.roster.tree(year, as_of)
        # Of a year to come, which is a slip of the keyboard, none lacks.
        return Tree({}, tuple(self._missed[year]) if year < as_of.year else ())

    def of_family(self, family: str) -> list[Entry]:
        """Return the reports of one organ, in the order of their paths."""
        return self._entries(_ENTRIES.format("family"), family)

    def of_year(self, year: int) -> list[Entry]:
        """Return the reports for a year, in the order of their paths."""
        return self._entries(_ENTRIES.format("census.year"), year)

    def group_of(self, path: str, scope: Scope) -> tuple[str, str]:
        """Return the group in which rules of a scope compare a report."""
        family, year = self._store.row(_GROUP, (path,))
        return scope, family if scope == "years" else str(year)

    def latest(self, year: int, *, sums_up: bool) -> Iterator[Organ]:
        """Yield the organs of the reports for a year: of those that sum up an area, or the rest."""
        organs = (self.organ(*told) for told in self._store.rows(_LATEST, (year, sums_up)))
        return filter(None, organs)

    def _entries(self, query: str, value: str | int) -> list[Entry]:
        return [
            Entry(path, year, bool(sums_up), published, edition, self.organ(*told))
            for path, year, sums_up, published, edition, *told in self._store.rows(query, (value,))
        ]

    def _resolved(self, name: str, *rest: str) -> Organ | None:
        """Return an organ as the roster has it, or else as its report tells it."""
        member = self.roster.find(name) if self.roster and name else None
        told = Organ(name, *rest) if name else None  # type: ignore[arg-type]  # from the store
        return member.organ if member else told

    def _family(self, *told: str) -> str:
        """Return by what the reports of one organ are known, ``""`` where it cannot be told."""
        *words, sums_up = told
        organ = self.organ(*words)
        name = full_name(organ) if organ else ""
        return f"{name}{ROLL_UP}" if name and sums_up else name

    @cached_property
    def _missed(self) -> defaultdict[int, list[tuple[Organ, int]]]:
        """The years that organs left out between two reports."""
        missed: defaultdict[int, list[tuple[Organ, int]]] = defaultdict(list)
        for _, first, *told, word in self._store.rows(_LEFT_OUT, (_FIRST_YEAR,)):
            years = set(map(int, word.split(",")))
            for year in range(max(first, _FIRST_YEAR), max(years)):
                if year not in years:
                    missed[year].append((self.organ(*told) or Organ(""), year))
        return missed

    def _words(self, *told: str) -> str:
        return "\0".join(map(str, self.organ(*told) or ()))
