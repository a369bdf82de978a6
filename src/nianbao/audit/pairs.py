"""Which reports are set beside which? Of very many of them a table of the store tells it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from nianbao.audit.census import ROLL_UP, Census
from nianbao.audit.groups import Group
from nianbao.audit.store import Store
from nianbao.engine.areas import Tree, areas_above
from nianbao.prose.identity import area_of, full_name

_TABLES = (
    "DROP TABLE IF EXISTS temp.pairs",
    "DROP TABLE IF EXISTS temp.below",
    "DROP TABLE IF EXISTS temp.changed",
    """
    CREATE TEMP TABLE pairs (
        kind TEXT, this TEXT, other TEXT, edition TEXT, beside TEXT,
        PRIMARY KEY (kind, this, other)
    ) WITHOUT ROWID
    """,
    "CREATE TEMP TABLE changed (family TEXT PRIMARY KEY) WITHOUT ROWID",
    "CREATE TEMP TABLE below (year INTEGER, above TEXT, organ TEXT, is_told INTEGER)",
)
_BELOW = "INSERT INTO below VALUES (?, ?, ?, ?)"
_PAIRS = (
    """
    INSERT INTO pairs SELECT 'years', this.path, last.path, this.edition, last.edition
    FROM latest AS this JOIN latest AS last
    ON last.family = this.family AND last.year = this.year - 1
    WHERE this.family IN (SELECT family FROM changed)
    """,
    """
    INSERT OR IGNORE INTO pairs SELECT 'area', this.path, other.path, this.edition, other.edition
    FROM below JOIN latest AS this ON this.family = above AND this.year = below.year
    JOIN latest AS other ON other.family = organ AND other.year = below.year
    """,
)
# An organ of which there is a roll-up alone has its own reports in the list, organ by organ.
_LACKING = f"""
SELECT DISTINCT path FROM below JOIN latest ON family = above AND latest.year = below.year
WHERE NOT is_told OR NOT EXISTS (
    SELECT 1 FROM latest AS other
    WHERE other.family IN (organ, organ || '{ROLL_UP}') AND other.year = below.year
)
"""  # noqa: S608  # our own name


def pair(store: Store, census: Census, groups: Sequence[Group]) -> None:
    """Set the reports of groups beside one another that are compared, within a transaction.

    Those are of each organ this year's and last year's, of each area its own and those of the
    organs below it.

    Args:
        store: holds the reports.
        census: tells their organs.
        groups: the groups.
    """
    for statement in _TABLES:
        store.do(statement)
    families = ((each.family,) for each in groups if each.scope == "years")
    store.do_all("INSERT INTO changed VALUES (?)", families)
    for each in groups:
        if each.scope == "area":
            store.do_all(_BELOW, _below(census, int(each.family), each.tree))
    for statement in _PAIRS:
        store.do(statement)


def lacking(store: Store) -> set[str]:
    """Return the reports that sum up an area of which not all reports are known to be there."""
    return {path for (path,) in store.rows(_LACKING)}


def _below(census: Census, year: int, tree: Tree) -> Iterator[tuple[int, str, str, bool]]:
    """Yield who is below each organ whose report sums up an area, and whether that is told."""
    untold: defaultdict[str, list[str]] = defaultdict(list)
    for organ in census.latest(year, sums_up=True):
        name = full_name(organ)
        told = tree.members.get(name)
        if told is None:
            untold[area_of(organ)].append(f"{name}{ROLL_UP}")
        else:
            yield from ((year, f"{name}{ROLL_UP}", member, True) for member in told)
    for organ in census.latest(year, sums_up=False) if untold else ():
        for area in areas_above(organ):
            yield from ((year, above, full_name(organ), False) for above in untold.get(area, ()))
