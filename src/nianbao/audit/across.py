"""What do rules across reports find among those of the store?"""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial

from nianbao.audit.census import Census, Entry
from nianbao.audit.packing import findings_of, gaps_of, unpacked
from nianbao.audit.store import Store
from nianbao.engine.across import Judgement, area_findings, years_findings
from nianbao.engine.areas import Tree
from nianbao.model.facts import Facts
from nianbao.model.record import Record
from nianbao.result import Finding
from nianbao.rule import Rule, Scope

# Up to so many reports of a year each is compared with each; beyond, those that sketches name,
# which is faster from some hundred on. Without the library it takes half a minute at the most.
MANY = 200
MOST_WITHOUT_SKETCHES = 1_000


class Group(Record):
    """Reports that are compared with one another.

    Attributes:
        scope: that of the rules that compare them.
        family: the organ, or the year.
        entries: the reports.
        told: what else counts, as text: who must report.
        judge: compares their facts.
    """

    scope: Scope
    family: str
    entries: Sequence[Entry]
    told: str
    judge: Callable[[Iterable[Facts]], list[Judgement]]

    def digest(self, mark: str) -> str:
        """Return by what it is known that nothing has changed."""
        parts = (
            mark,
            self.told,
            *(f"{each.path}\0{each.digest}\0{each.organ}" for each in self.entries),
        )
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()


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
    is_new = False
    for group in _groups(store, census, rules, as_of):
        digest = group.digest(mark)
        if known.pop((group.scope, group.family), None) != digest:
            _judge(store, group, digest)
            is_new = True
    with store.transaction():
        for scope, family in known:
            _forget(store, scope, family)
    return is_new or bool(known)


_KNOWN = "SELECT scope, family, digest FROM groups"


def _groups(store: Store, census: Census, rules: Sequence[Rule], as_of: date) -> Iterator[Group]:
    scopes = {rule.scope for rule in rules}
    if "years" in scopes:
        yield from _histories(census, rules)
    if "area" in scopes:
        yield from _areas(store, census, rules, as_of)


def _histories(census: Census, rules: Sequence[Rule]) -> Iterator[Group]:
    organs: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in census.entries:
        organs[entry.key].append(entry)
    organs.pop("", None)
    for name, entries in organs.items():
        if len(entries) > 1:
            yield Group("years", name, entries, "", partial(years_findings, rules))


def _areas(store: Store, census: Census, rules: Sequence[Rule], as_of: date) -> Iterator[Group]:
    years: defaultdict[int | None, list[Entry]] = defaultdict(list)
    for entry in census.entries:
        years[entry.year].append(entry)
    for year in census.years:
        tree = census.tree(year, as_of)
        told = repr((sorted(tree.members.items()), tree.expected))
        yield Group("area", str(year), years[year], told, partial(_area, store, rules, tree))


def _area(
    store: Store, rules: Sequence[Rule], tree: Tree, reports: Iterable[Facts]
) -> list[Judgement]:
    facts = list(reports)
    if len(facts) <= MANY:
        return area_findings(rules, facts, tree)
    from nianbao.engine.sketches import NoSketchesError, likely_pairs  # noqa: PLC0415  # for many

    try:
        pairs = list(likely_pairs({each.path: _sketch(store, each) for each in facts}))
    except NoSketchesError:
        if len(facts) > MOST_WITHOUT_SKETCHES:
            raise
        return area_findings(rules, facts, tree)
    return area_findings(rules, facts, tree._replace(likely=pairs))


def _sketch(store: Store, facts: Facts) -> bytes:
    """Return the sketch that was made when the report was read, or make it."""
    from nianbao.engine.sketches import sketch_of  # noqa: PLC0415  # as above

    (kept,) = store.row("SELECT sketch FROM facts WHERE path = ?", (facts.path,))
    return kept or sketch_of(facts)


def _judge(store: Store, group: Group, digest: str) -> None:
    judgements = group.judge(_facts(store, group.entries))
    with store.transaction():
        _forget(store, group.scope, group.family)
        for path, findings in _by_path(judgements).items():
            store.keep_findings(path, group.scope, group.family, findings_of(findings))
        store.do("INSERT INTO groups VALUES (?, ?, ?)", (group.scope, group.family, digest))
        gaps = ((path, group.scope, group.family, data) for path, data in _gaps(judgements))
        store.do_all("INSERT INTO gaps VALUES (?, ?, ?, ?)", gaps)


def _by_path(judgements: Iterable[Judgement]) -> dict[str, list[Finding]]:
    """Return the findings of each document; those of reports that lack stand together."""
    found: dict[str, list[Finding]] = {}
    for each in judgements:
        found.setdefault(each.path, []).extend(each.findings)
    return found


def _forget(store: Store, scope: str, family: str) -> None:
    for table in ("findings", "groups", "gaps"):
        store.do(f"DELETE FROM {table} WHERE scope = ? AND family = ?", (scope, family))  # noqa: S608  # our own names


def _gaps(judgements: Iterable[Judgement]) -> Iterator[tuple[str, str]]:
    """Yield of each document the rules of which nothing can be said, as JSON."""
    found: defaultdict[str, list[Judgement]] = defaultdict(list)
    for each in judgements:
        if each.not_checked or each.crashed:
            found[each.path].append(each)
    for path, group in found.items():
        not_checked = tuple(gap for each in group for gap in each.not_checked)
        yield path, gaps_of(not_checked, tuple(crash for each in group for crash in each.crashed))


def _facts(store: Store, entries: Iterable[Entry]) -> Iterator[Facts]:
    """Yield the facts of reports, their organs as the census has them."""
    for entry in entries:
        (packed,) = store.row("SELECT packed FROM facts WHERE path = ?", (entry.path,))
        facts = unpacked(packed)
        yield facts._replace(report=facts.report._replace(organ=entry.organ))
