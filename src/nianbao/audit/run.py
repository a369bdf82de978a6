"""How does an audit go, from documents to a store that is up to date?"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from nianbao.audit.across import compare
from nianbao.audit.batches import Crew, Failed
from nianbao.audit.census import Census
from nianbao.audit.digests import Digests, content_of
from nianbao.audit.items import Item
from nianbao.audit.kept import failed
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
        digests: gives that by which a document is read and judged.
        rules: the rules of the run.
        rules_mark: the digest of all by which the rules across reports judge.
        roster: who must report; None: that is told by the reports.
        as_of: the day by which reports must be there.
    """

    digests: Callable[[Item], Digests]
    rules: Sequence[Rule]
    rules_mark: str
    roster: Roster | None
    as_of: date


class Outcome(Record):
    """What a run was.

    Attributes:
        number: its number; a run over the same inputs as the one before it has that one's.
        census: its reports.
        inputs: the digest of its inputs.
        is_changed: whether anything was judged or compared anew.
        is_repeated: whether its inputs were those of the run before.
    """

    number: int
    census: Census
    inputs: str
    is_changed: bool
    is_repeated: bool


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
    seen: set[str] = set()
    fresh = _fresh(store, items, seen, charge, watch)
    is_changed = False
    for found in crew.judged(fresh):
        step = _step(found)
        store.keep(step.documents)
        watch.tell(step)
        is_changed = True
    gone = store.known().keys() - seen
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
    census = Census(store, charge.roster)
    is_new = not is_part and compare(store, census, charge.rules, charge.rules_mark, charge.as_of)
    inputs = _inputs(store, charge)
    number, before = store.row(_LAST) or (0, "")
    if before != inputs:
        number = _ended(store, charge, inputs)
    return Outcome(number, census, inputs, is_changed or is_new, before == inputs)


_LAST = "SELECT number, inputs FROM runs ORDER BY number DESC"


def _fresh(
    store: Store, items: Iterable[Item], seen: set[str], charge: Charge, watch: Watch
) -> Iterator[Item]:
    """Yield the documents that have changed, and those that are judged by other rules now."""
    known = store.known()
    for item in items:
        seen.add(item.path)
        before, now = known.get(item.path), charge.digests(item)
        if before == now:
            watch.tell(Step())
        elif before and before.are_read_as(now):
            yield item._replace(stored=store.stored(item.path))
        else:
            yield item


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
    for row in store.rows("SELECT path, content, reading, mark FROM documents ORDER BY path"):
        digest.update("\0".join(row).encode())
    return digest.hexdigest()


def _ended(store: Store, charge: Charge, inputs: str) -> int:
    """Write down that a run came to its end, and return its number.

    A run over the same inputs is not written down: it is the same run, done again or, where it was
    killed while it wrote its outputs, done to its end. So its findings stay as new as they were.
    """
    with store.transaction():
        (number,) = store.row("SELECT coalesce(max(number), 0) + 1 FROM runs")
        age(store, number, (rule.code for rule in charge.rules))
        values = (number, charge.as_of.isoformat(), VERSION, charge.rules_mark, inputs)
        store.do("INSERT INTO runs VALUES (?, ?, ?, ?, ?)", values)
    return int(number)
