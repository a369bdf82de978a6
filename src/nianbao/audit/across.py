"""What do rules across reports find among those of the store?"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from operator import itemgetter

from nianbao.audit.census import Census
from nianbao.audit.groups import Group, Key, Pairs, groups_of
from nianbao.audit.identities import Doubts, doubts_of
from nianbao.audit.packing import findings_of, gaps_of
from nianbao.audit.shelf import Shelf
from nianbao.audit.store import Store
from nianbao.declarative.across import Subject
from nianbao.engine.across import Judgement, judged
from nianbao.model.facts import Facts
from nianbao.model.record import Record
from nianbao.prose.duplicates import likely_among
from nianbao.result import Finding
from nianbao.rule import Rule, Scope

# Up to so many reports of a year all their words are held at once, to tell which may be the same;
# of more, sketches tell it. Without the library the words of so many are held.
MANY = 200
MOST_WITHOUT_SKETCHES = 1_000
# So many groups are one transaction.
_AT_ONCE = 200


def compare(store: Store, census: Census, rules: Sequence[Rule], mark: str, as_of: date) -> bool:
    """Run the rules across reports where anything has changed.

    Args:
        store: holds the facts, and takes the findings.
        census: the reports with their organs.
        rules: the rules, of which those across reports are asked.
        mark: the digest of all by which these judge.
        as_of: the day by which reports must be there.

    Returns:
        Whether anything was compared anew.
    """
    known = {(scope, family): digest for scope, family, digest in store.rows(_KNOWN)}
    scopes = {rule.scope for rule in rules}
    groups = [each for each in groups_of(store, census, mark, as_of) if each.scope in scopes]
    changed = [group for group in groups if known.get(group.key) != group.digest]
    standing = {group.key for group in groups}.difference(group.key for group in changed)
    fallen = known.keys() - standing
    if fallen:
        with store.transaction():
            _forget(store, fallen)
    if changed:
        _compare(store, census, rules, changed)
    return bool(changed) or bool(fallen)


_KNOWN = "SELECT scope, family, digest FROM groups"


def _compare(store: Store, census: Census, rules: Sequence[Rule], groups: Sequence[Group]) -> None:
    """Compare groups of which nothing is kept; most have nothing of which SQL is not sure."""
    with store.transaction():
        asked = asked_of(census, rules, doubts_of(store, census, rules, groups))
        _stand(store, (group for group in groups if not asked.is_any(group)))
    shelf = Shelf(store)
    for some in _batched([group for group in groups if asked.is_any(group)]):
        with store.transaction():
            for group in some:
                _judge(shelf, census, group, asked)
            _stand(store, some)


def _batched(groups: Sequence[Group]) -> Iterator[Sequence[Group]]:
    """Yield some groups at a time, so that a province is not a transaction an organ."""
    return (groups[at : at + _AT_ONCE] for at in range(0, len(groups), _AT_ONCE))


def _stand(store: Store, groups: Iterable[Group]) -> None:
    """Write down that groups were compared as they are."""
    store.do_all("INSERT INTO groups VALUES (?, ?, ?)", map(itemgetter(0, 1, 2), groups))


def _likely(store: Store, facts: Sequence[Facts]) -> Pairs:
    """Return the pairs of reports whose words may be the same."""
    if len(facts) <= MANY:
        return list(likely_among(facts))
    from nianbao.engine.sketches import NoSketchesError, likely_pairs  # noqa: PLC0415  # for many

    try:
        return likely_pairs((each.path, _sketch(store, each)) for each in facts)
    except NoSketchesError:
        if len(facts) > MOST_WITHOUT_SKETCHES:
            raise
        return list(likely_among(facts))


def _sketch(store: Store, facts: Facts) -> bytes:
    """Return the sketch that was made when the report was read, or make it."""
    from nianbao.engine.sketches import sketch_of  # noqa: PLC0415  # as above

    (kept,) = store.row("SELECT sketch FROM facts WHERE path = ?", (facts.path,))
    return kept or sketch_of(facts)


class Asked(Record):
    """The rules, and where those that are identities may not hold: elsewhere none need be asked.

    Attributes:
        rules: the rules.
        doubts: the reports of which identities are not sure.
        more: the scopes of rules that are no identities, so that all must be told.
        doubted: the groups of these reports.
    """

    rules: Sequence[Rule]
    doubts: Doubts
    more: frozenset[Scope]
    doubted: frozenset[Key]

    def is_any(self, group: Group) -> bool:
        """Tell whether any rule is asked about any report of a group."""
        return group.scope in self.more or group.key in self.doubted

    def of(self, subject: Subject, scope: Scope) -> list[Rule]:
        """Return the rules that are asked about a report."""
        path, rest = subject.this.path, {subject.this.path}
        return [
            rule
            for rule in self.rules
            if rule.scope == scope and path in self.doubts.get(rule.code, rest)
        ]


def asked_of(census: Census, rules: Sequence[Rule], doubts: Doubts) -> Asked:
    """Return of which reports and groups which rules are asked."""
    more = frozenset(rule.scope for rule in rules if rule.code not in doubts)
    doubted = (
        census.group_of(path, rule.scope)
        for rule in rules
        if rule.scope not in more
        for path in doubts[rule.code]
    )
    return Asked(rules, doubts, more, frozenset(doubted))


def _judge(shelf: Shelf, census: Census, group: Group, asked: Asked) -> None:
    """Keep what the rules find in a group, report by report as they are judged."""
    store = shelf.store
    gaps: list[Judgement] = []
    absent: list[Finding] = []
    for each in _judgements(shelf, census, group, asked):
        if each.path:
            found = findings_of(each.findings)
            store.keep_findings(each.path, *group.key, found)
        else:
            absent += each.findings
        if each.not_checked or each.crashed:
            gaps.append(each)
    store.keep_findings("", *group.key, findings_of(absent))
    rows = ((path, *group.key, data) for path, data in _gaps(gaps))
    store.do_all("INSERT INTO gaps VALUES (?, ?, ?, ?)", rows)


def _judgements(shelf: Shelf, census: Census, group: Group, asked: Asked) -> Iterator[Judgement]:
    facts = shelf.facts(group.entries(census))
    is_likely_asked = group.scope == "area" and group.scope in asked.more
    likely = _likely(shelf.store, facts) if is_likely_asked else ()
    for subject in group.subjects(facts, likely):
        rules = asked.of(subject, group.scope)
        if rules:
            yield judged(rules, subject)


def _forget(store: Store, groups: Collection[Key]) -> None:
    for table in ("findings", "groups", "gaps"):
        store.do_all(f"DELETE FROM {table} WHERE scope = ? AND family = ?", groups)  # noqa: S608  # our own names


def _gaps(judgements: Iterable[Judgement]) -> Iterator[tuple[str, str]]:
    """Yield of each document the rules of which nothing can be said, as JSON."""
    found: defaultdict[str, list[Judgement]] = defaultdict(list)
    for each in judgements:
        found[each.path].append(each)
    for path, group in found.items():
        not_checked = tuple(gap for each in group for gap in each.not_checked)
        yield path, gaps_of(not_checked, tuple(crash for each in group for crash in each.crashed))
