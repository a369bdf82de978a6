"""What do rules across reports find among those of the store?"""

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from nianbao.audit.census import Census, Entry
from nianbao.audit.identities import Doubts, doubts_of
from nianbao.audit.packing import findings_of, gaps_of
from nianbao.audit.shelf import Shelf
from nianbao.audit.store import Store
from nianbao.declarative.across import Subject
from nianbao.engine.across import Judgement, judged
from nianbao.engine.areas import NOTHING_TOLD, Tree, areas_of
from nianbao.engine.histories import histories_of
from nianbao.model.facts import Facts
from nianbao.model.record import Record
from nianbao.result import Finding
from nianbao.rule import Rule, Scope

# Up to so many reports of a year each is compared with each; beyond, those that sketches name,
# which is faster from some hundred on. Without the library it takes half a minute at the most.
MANY = 200
MOST_WITHOUT_SKETCHES = 1_000
# So many groups are one transaction.
_AT_ONCE = 200

Pairs = Sequence[tuple[str, str]] | None


class Group(Record):
    """Reports that are compared with one another.

    Attributes:
        scope: that of the rules that compare them.
        family: the organ, or the year.
        entries: the reports.
        told: what else counts, as text: who must report.
        tree: who must report, for those of an area and a year.
    """

    scope: Scope
    family: str
    entries: Sequence[Entry]
    told: str = ""
    tree: Tree = NOTHING_TOLD

    @property
    def key(self) -> tuple[str, str]:
        """By what it is known in the store."""
        return self.scope, self.family

    def digest(self, mark: str) -> str:
        """Return by what it is known that nothing has changed."""
        parts = (
            mark,
            self.told,
            *("\0".join(map(str, (*each[:2], *(each.organ or ())))) for each in self.entries),
        )
        return hashlib.sha256("\1".join(parts).encode()).hexdigest()

    def subjects(self, facts: Iterable[Facts], likely: Pairs = None) -> Iterator[Subject]:
        """Yield each report beside those to which it is compared.

        Args:
            facts: those of the reports.
            likely: the pairs of paths whose words may be the same; None: any two.
        """
        if self.scope == "years":
            return histories_of(facts)
        return areas_of(facts, self.tree._replace(likely=likely))


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
    groups = [(group, group.digest(mark)) for group in _groups(census, rules, as_of)]
    gone = known.keys() - {group.key for group, _ in groups}
    changed = [(group, digest) for group, digest in groups if known.get(group.key) != digest]
    shelf = Shelf(store)
    doubts = doubts_of(store, rules, _all_subjects(shelf, changed)) if changed else {}
    for some in _batched(changed):
        with store.transaction():
            _forget(store, [group.key for group, _ in some])
            for group, _ in some:
                _judge(shelf, group, Asked(rules, doubts))
            rows = ((*group.key, digest) for group, digest in some)
            store.do_all("INSERT INTO groups VALUES (?, ?, ?)", rows)
    with store.transaction():
        _forget(store, gone)
    return bool(changed) or bool(gone)


_KNOWN = "SELECT scope, family, digest FROM groups"


def _batched(groups: Sequence[tuple[Group, str]]) -> Iterator[Sequence[tuple[Group, str]]]:
    """Yield some groups at a time, so that a province is not a transaction an organ."""
    return (groups[at : at + _AT_ONCE] for at in range(0, len(groups), _AT_ONCE))


def _all_subjects(shelf: Shelf, groups: Iterable[tuple[Group, str]]) -> Iterator[Subject]:
    for group, _ in groups:
        yield from group.subjects(shelf.facts(group.entries), ())


def _groups(census: Census, rules: Sequence[Rule], as_of: date) -> Iterator[Group]:
    scopes = {rule.scope for rule in rules}
    if "years" in scopes:
        yield from _histories(census)
    if "area" in scopes:
        yield from _areas(census, as_of)


def _histories(census: Census) -> Iterator[Group]:
    organs: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in census.entries:
        organs[entry.key].append(entry)
    organs.pop("", None)
    for name, entries in organs.items():
        if len(entries) > 1:
            yield Group("years", name, entries)


def _areas(census: Census, as_of: date) -> Iterator[Group]:
    years: defaultdict[int | None, list[Entry]] = defaultdict(list)
    for entry in census.entries:
        years[entry.year].append(entry)
    for year in census.years:
        tree = census.tree(year, as_of)
        told = repr((sorted(tree.members.items()), tree.expected))
        yield Group("area", str(year), years[year], told, tree)


def _likely(store: Store, facts: Sequence[Facts]) -> Pairs:
    """Return the pairs of reports whose words may be the same; None: any two."""
    if len(facts) <= MANY:
        return None
    from nianbao.engine.sketches import NoSketchesError, likely_pairs  # noqa: PLC0415  # for many

    try:
        return likely_pairs((each.path, _sketch(store, each)) for each in facts)
    except NoSketchesError:
        if len(facts) > MOST_WITHOUT_SKETCHES:
            raise
        return None


def _sketch(store: Store, facts: Facts) -> bytes:
    """Return the sketch that was made when the report was read, or make it."""
    from nianbao.engine.sketches import sketch_of  # noqa: PLC0415  # as above

    (kept,) = store.row("SELECT sketch FROM facts WHERE path = ?", (facts.path,))
    return kept or sketch_of(facts)


class Asked(Record):
    """The rules, and where those that are identities may not hold: elsewhere none need be asked."""

    rules: Sequence[Rule]
    doubts: Doubts

    def is_more(self, scope: Scope) -> bool:
        """Tell whether any rule of a scope is no identity, so that all must be told."""
        return any(rule.scope == scope and rule.code not in self.doubts for rule in self.rules)

    def is_any(self, group: Group) -> bool:
        """Tell whether any rule is asked about any report of a group."""
        paths = [each.path for each in group.entries]
        return self.is_more(group.scope) or any(
            not doubted.isdisjoint(paths) for doubted in self.doubts.values() if doubted
        )

    def of(self, subject: Subject, scope: Scope) -> list[Rule]:
        """Return the rules that are asked about a report."""
        path, rest = subject.this.path, {subject.this.path}
        return [
            rule
            for rule in self.rules
            if rule.scope == scope and path in self.doubts.get(rule.code, rest)
        ]


def _judge(shelf: Shelf, group: Group, asked: Asked) -> None:
    """Keep what the rules find in a group, report by report as they are judged."""
    store = shelf.store
    gaps: list[Judgement] = []
    absent: list[Finding] = []
    for each in _judgements(shelf, group, asked):
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


def _judgements(shelf: Shelf, group: Group, asked: Asked) -> Iterator[Judgement]:
    if not asked.is_any(group):
        return
    facts = shelf.facts(group.entries)
    likely = _likely(shelf.store, facts) if asked.is_more(group.scope) else ()
    for subject in group.subjects(facts, likely):
        rules = asked.of(subject, group.scope)
        if rules:
            yield judged(rules, subject)


def _forget(store: Store, groups: Collection[tuple[str, str]]) -> None:
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
