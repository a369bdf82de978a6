"""Which identities between reports may be broken? SQL tells it of all reports at once.

The store has a wide row a report and edition. Of most reports that tells that an identity holds. Of
the others, where it is broken, or a cell lacks or holds no whole number, Python tells what there is
to say, so nothing is found otherwise than without.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

from nianbao.audit.conditions import OTHER, THIS, condition
from nianbao.audit.layout import cells_table
from nianbao.audit.store import Store
from nianbao.declarative.across import Across, Subject, identity_of
from nianbao.editions import editions
from nianbao.model.record import Record
from nianbao.model.years import Years
from nianbao.rule import Rule

# By the code of each identity the paths of the reports for which it may not hold.
Doubts = Mapping[str, set[str]]

_PAIRS = "CREATE TEMP TABLE pairs (this TEXT, edition TEXT, other TEXT, beside TEXT, kind TEXT)"
# A table of the other edition has the equations of that one, which the wide row does not tell.
_FILL = """
INSERT INTO pairs SELECT ?1, CASE WHEN this.is_mixed THEN '' ELSE this.edition END, ?2,
CASE WHEN other.is_mixed THEN '' ELSE other.edition END, ?3
FROM documents AS this, documents AS other WHERE this.path = ?1 AND other.path = ?2
"""
_INDEX = "CREATE INDEX temp.pairs_by_edition ON pairs (kind, edition, beside, this)"
_UNKNOWN = "SELECT DISTINCT this FROM pairs WHERE kind = ? AND (edition = '' OR beside = '')"
_KINDS = ("years", "area")


class Identity(Record):
    """A rule that is an identity between reports, and the identity."""

    rule: Rule
    made: Across


def doubts_of(store: Store, rules: Sequence[Rule], subjects: Iterable[Subject]) -> Doubts:
    """Return for each identity among the rules the reports for which it may not hold.

    Args:
        store: holds the cells.
        rules: the rules; those that are no identity between reports are passed over.
        subjects: reports and those to which they are compared.
    """
    identities = [Identity(rule, made) for rule in rules if (made := identity_of(rule))]
    doubts: dict[str, set[str]] = {each.rule.code: set() for each in identities}
    if identities:
        with store.transaction():
            store.do(_PAIRS)
            store.do_all(_FILL, _pairs(subjects, identities, doubts))
            store.do(_INDEX)
            for kind in _KINDS:
                _ask(store, kind, [each for each in identities if each.rule.scope == kind], doubts)
            store.do("DROP TABLE pairs")
    return doubts


def _pairs(
    subjects: Iterable[Subject], identities: Sequence[Identity], doubts: dict[str, set[str]]
) -> Iterator[tuple[str, str, str]]:
    """Yield the paths of reports that are compared; where some lack, Python tells it."""
    for subject in subjects:
        if isinstance(subject, Years):
            yield subject.this.path, subject.last.path, "years"
        elif subject.members:
            for each in identities:
                if each.rule.scope == "area" and each.made.lacks_some(subject):
                    doubts[each.rule.code].add(subject.this.path)
            yield from ((subject.this.path, member.path, "area") for member in subject.members)


def _ask(
    store: Store, kind: str, identities: Sequence[Identity], doubts: dict[str, set[str]]
) -> None:
    unknown = {path for (path,) in store.rows(_UNKNOWN, (kind,))}
    for each in identities:
        doubts[each.rule.code] |= unknown
        for edition, other in product(each.rule.editions, editions()):
            query = _query(each.made, edition, other)
            found = store.rows(query, (kind, edition, other))
            doubts[each.rule.code].update(path for (path,) in found)


def _query(identity: Across, edition: str, other: str) -> str:
    """Return the query for the reports of which it is not sure that the identity holds."""
    where = "HAVING" if identity.is_summed else "AND"
    beside = _GROUPED if identity.is_summed else _SINGLE
    holds = condition(identity, edition, other)
    rows = f"""
        SELECT pairs.this FROM pairs
        LEFT JOIN {cells_table(edition)} AS {THIS} ON {THIS}.path = pairs.this
        LEFT JOIN {cells_table(other)} AS {OTHER} ON {OTHER}.path = pairs.other
    """  # noqa: S608  # our own names and those of the schema
    return f"{rows} {beside} {where} NOT coalesce({holds}, 0)"


_SINGLE = "WHERE kind = ? AND edition = ? AND beside = ?"
# Of a group all reports are looked at: what is of the other edition has no row, so it is not sure.
_GROUPED = """
WHERE kind = ?1 AND pairs.this IN (
    SELECT this FROM pairs WHERE kind = ?1 AND edition = ?2 AND beside = ?3
) GROUP BY pairs.this
"""
