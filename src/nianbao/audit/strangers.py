"""Of which reports is it not sure whose they are, and whose may they be?"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, lru_cache, partial

from nianbao.audit.census import MANY, Census
from nianbao.audit.roster import plain
from nianbao.audit.store import Store
from nianbao.model.record import Record
from nianbao.prose.identity import full_name
from nianbao.prose.organs import short_name

_STRANGERS = """
SELECT path, organ FROM documents
WHERE status = 'read' AND NOT is_sure(organ, level, kind, parent) ORDER BY path
"""
_ORGANS = "SELECT DISTINCT organ, level, kind, parent FROM documents WHERE status = 'read'"


class Stranger(Record):
    """A report whose organ is not sure: it is compared with no other under a name.

    Attributes:
        path: its path.
        name: the organ as it writes it.
        likely: the organs that it may be.
        is_off_roster: whether there is a roster, and none of its organs is meant for sure.
    """

    path: str
    name: str
    likely: tuple[str, ...]
    is_off_roster: bool = False


def strangers(store: Store, census: Census) -> Iterator[Stranger]:
    """Yield the reports whose organ is not sure.

    Args:
        store: holds the reports.
        census: tells their organs.
    """
    store.teach("is_sure", lru_cache(MANY)(partial(_is_sure, census)))
    likely = partial(_likely, census, cache(partial(_by_short_name, store, census)))
    for path, name in store.rows(_STRANGERS):
        yield Stranger(path, name, tuple(likely(name)), census.roster is not None)


def _is_sure(census: Census, *told: str) -> bool:
    organ = census.organ(*told)
    if census.roster:
        return organ in census.roster.organs
    return organ is not None and bool(full_name(organ))


def _likely(
    census: Census, by_short_name: Callable[[], Mapping[str, Sequence[str]]], name: str
) -> Sequence[str]:
    if census.roster:
        return [each.organ.name for each in census.roster.likely(name)]
    return by_short_name().get(plain(short_name(name)), ()) if name else ()


def _by_short_name(store: Store, census: Census) -> Mapping[str, Sequence[str]]:
    """Return the full names of all organs by the names that reports use within an area."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for told in store.rows(_ORGANS):
        organ = census.organ(*told)
        if organ and full_name(organ):
            found[plain(short_name(organ.name))].add(full_name(organ))
    return {name: sorted(names) for name, names in found.items()}
