"""Which identities between reports may be broken? SQL tells it of all reports at once.

The store has a wide row a report and edition. Of most reports that tells that an identity holds. Of
the others, where it is broken, or a cell lacks or holds no whole number, Python tells what there is
to say, so nothing is found otherwise than without.
"""

from collections.abc import Mapping, Sequence
from itertools import product

from nianbao.audit.census import Census
from nianbao.audit.conditions import OTHER, THIS, bounds_each, condition, summed
from nianbao.audit.groups import Group
from nianbao.audit.layout import cells_table
from nianbao.audit.pairs import lacking, pair
from nianbao.audit.store import Store
from nianbao.declarative.across import Across, identity_of
from nianbao.editions import editions
from nianbao.model.record import Record
from nianbao.rule import Rule

# By the code of each identity the paths of the reports for which it may not hold.
Doubts = Mapping[str, set[str]]

_UNKNOWN = "SELECT DISTINCT this FROM pairs WHERE kind = ? AND (edition = '' OR beside = '')"
_KINDS = ("years", "area")
_AREAS = (
    "DROP TABLE IF EXISTS temp.areas",
    """
    CREATE TEMP TABLE areas AS
    SELECT DISTINCT kind, this, edition, beside FROM pairs WHERE kind = 'area'
    """,
)
# There is no sum where one below has no row, or is of the other edition.
_SUMS = """
CREATE TEMP TABLE sums_{other} AS SELECT this AS path, {sums}
FROM pairs JOIN {cells} AS cells ON cells.path = other
WHERE kind = 'area' AND beside = '{other}' GROUP BY this HAVING count(*) = (
    SELECT count(*) FROM pairs AS every WHERE kind = 'area' AND every.this = pairs.this
)
"""
_OF_EACH = f"""
SELECT pairs.this FROM pairs
LEFT JOIN {{cells}} AS {THIS} ON {THIS}.path = pairs.this
LEFT JOIN {{beside}} AS {OTHER} ON {OTHER}.path = pairs.other
WHERE kind = ?1 AND edition = ?2 AND beside = ?3 AND NOT coalesce({{holds}}, 0)
"""  # noqa: S608  # our own names
_OF_SUM = f"""
SELECT areas.this FROM areas
LEFT JOIN {{cells}} AS {THIS} ON {THIS}.path = areas.this
LEFT JOIN sums_{{other}} AS {OTHER} ON {OTHER}.path = areas.this
WHERE kind = ?1 AND edition = ?2 AND beside = ?3 AND NOT coalesce({{holds}}, 0)
"""  # noqa: S608  # as above


class Identity(Record):
    """A rule that is an identity between reports, and the identity."""

    rule: Rule
    made: Across


def doubts_of(
    store: Store, census: Census, rules: Sequence[Rule], groups: Sequence[Group]
) -> Doubts:
    """Return for each identity among the rules the reports for which it may not hold.

    Args:
        store: holds the cells; it is written to, within a transaction.
        census: tells the organs of the reports.
        rules: the rules; those that are no identity between reports are passed over.
        groups: the reports that are compared.
    """
    identities = [Identity(rule, made) for rule in rules if (made := identity_of(rule))]
    doubts: dict[str, set[str]] = {each.rule.code: set() for each in identities}
    if not identities or not groups:
        return doubts
    pair(store, census, groups)
    _add_up(store, [each.made for each in identities if each.rule.scope == "area"])
    for kind in _KINDS:
        unknown = {path for (path,) in store.rows(_UNKNOWN, (kind,))}
        for each in identities:
            if each.rule.scope == kind:
                doubts[each.rule.code] = unknown | _doubted(store, kind, each)
    return doubts


def _add_up(store: Store, identities: Sequence[Across]) -> None:
    """Add up the reports below each: sums tell of most that each of them agrees, too."""
    tables = sorted({key for each in identities for key in each.tables})
    for statement in _AREAS:
        store.do(statement)
    for other in editions():
        store.do(f"DROP TABLE IF EXISTS temp.sums_{other}")
        if tables:
            sums = ", ".join(summed(other, tables))
            store.do(_SUMS.format(other=other, sums=sums, cells=cells_table(other)))


def _doubted(store: Store, kind: str, identity: Identity) -> set[str]:
    found = lacking(store) if identity.made.is_summed else set()
    for edition, other in product(identity.rule.editions, editions()):
        query = _query(identity, edition, other)
        found.update(path for (path,) in store.rows(query, (kind, edition, other)))
    return found


def _query(identity: Identity, edition: str, other: str) -> str:
    """Return the query for the reports of which it is not sure that the identity holds."""
    rule, made = identity
    cells, beside = cells_table(edition), cells_table(other)
    holds = condition(made, edition, other, is_sum=True)
    of_sum = _OF_SUM.format(cells=cells, other=other, holds=holds)
    if made.is_summed:
        return of_sum
    holds = condition(made, edition, other)
    of_each = _OF_EACH.format(cells=cells, beside=beside, holds=holds)
    is_told_by_sum = rule.scope == "area" and bounds_each(made, edition)
    return f"{of_each} AND pairs.this IN ({of_sum})" if is_told_by_sum else of_each
