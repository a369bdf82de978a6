"""How does an audit go, from documents to a store that is up to date?"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from nianbao.audit.across import compare
from nianbao.audit.batches import Crew, Failed
from nianbao.audit.census import Census, census_of
from nianbao.audit.items import Item
from nianbao.audit.kept import digest_of, failed
from nianbao.audit.lives import age
from nianbao.audit.roster import Roster
from nianbao.audit.store import Store
from nianbao.audit.watch import Step, Watch
from nianbao.audit.work import Judged
from nianbao.model.record import Record
from nianbao.rule import Rule
from nianbao.version import VERSION


class Charge(Record):
    """By what a run judges.

    Attributes:
        mark: gives the digest of all by which a document is judged, by its path.
        rules: the rules of the run.
        rules_mark: the digest of all by which the rules across reports judge.
        roster: who must report; None: that is told by the reports.
        as_of: the day by which reports must be there.
    """

    mark: Callable[[str], str]
    rules: Sequence[Rule]
    rules_mark: str
    roster: Roster | None
    as_of: date


class Outcome(Record):
    """What a run was: its number, its reports, the digest of its inputs, whether any changed."""

    number: int
    census: Census
    inputs: str
    is_changed: bool


def take_in(store: Store, items: Iterable[Item], crew: Crew, charge: Charge, watch: Watch) -> bool:
    """Bring the documents of a store up to date.

    Whatever ends it, what was kept stays, and the next run goes on from there.

    Args:
        store: keeps what comes of it.
        items: the documents.
        crew: judges those that have changed.
        charge: by what they are judged.
        watch: is told of each step.

    Returns:
        Whether any was judged or forgotten.
    """
    known, seen = store.known(), set[str]()
    fresh = _fresh(items, known, seen, charge, watch)
    is_changed = False
    for found in crew.judged(fresh):
        step = _step(found)
        store.keep(step.documents)
        watch.tell(step)
        is_changed = True
    gone = known.keys() - seen
    store.forget(sorted(gone))
    return is_changed or bool(gone)


def conclude(store: Store, charge: Charge, *, is_changed: bool, is_part: bool = False) -> Outcome:
    """Compare the reports of a store with one another, and write down that the run is at its end.

    Args:
        store: holds the documents, up to date.
        charge: by what they are judged.
        is_changed: whether any has changed.
        is_part: whether it holds a part alone, which is compared when all parts are together.
    """
    census = census_of(store, charge.roster)
    is_new = not is_part and compare(store, census, charge.rules, charge.rules_mark, charge.as_of)
    inputs = _inputs(store, charge)
    number = _ended(store, charge, inputs)
    return Outcome(number, census, inputs, is_changed or is_new)


def _fresh(
    items: Iterable[Item],
    known: dict[str, tuple[str, str]],
    seen: set[str],
    charge: Charge,
    watch: Watch,
) -> Iterator[Item]:
    """Yield the documents that have changed, or that are judged by other rules now."""
    for item in items:
        seen.add(item.path)
        if known.get(item.path) == (content_of(item), mark_of(item, charge.mark)):
            watch.tell(Step())
        else:
            yield item


def content_of(item: Item) -> str:
    """Return by what the bytes of a document are known again, or why it has none."""
    return digest_of(repr(item.problem).encode() if item.problem else item.data)


def mark_of(item: Item, mark: Callable[[str], str]) -> str:
    """Return the digest of all by which a document is judged, and of what a manifest says of it."""
    return digest_of(f"{mark(item.path)}\0{item.told}\0{item.named}".encode())


def _step(found: Sequence[Judged] | Failed) -> Step:
    if isinstance(found, Failed):
        kept = failed(found.item.path, content_of(found.item), found.problem)
        return Step([kept], kept.path)
    slowest = max(found, key=lambda each: each.seconds)
    return Step([each.kept for each in found], slowest.kept.path, slowest.seconds)


def _inputs(store: Store, charge: Charge) -> str:
    """Return a digest of all that the outputs rest on."""
    digest = hashlib.sha256(f"{VERSION}\0{charge.rules_mark}\0{charge.as_of}".encode())
    digest.update(repr(charge.roster).encode())
    for row in store.rows("SELECT path, content, mark FROM documents ORDER BY path"):
        digest.update("\0".join(row).encode())
    return digest.hexdigest()


def _ended(store: Store, charge: Charge, inputs: str) -> int:
    """Write down that a run came to its end, and return its number."""
    with store.transaction():
        (number,) = store.row("SELECT coalesce(max(number), 0) + 1 FROM runs")
        age(store, number, (rule.code for rule in charge.rules))
        values = (number, charge.as_of.isoformat(), VERSION, charge.rules_mark, inputs)
        store.do("INSERT INTO runs VALUES (?, ?, ?, ?, ?)", values)
    return int(number)
