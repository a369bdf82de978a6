"""What in a roster cannot be so?"""

from collections.abc import Callable, Iterator, Sequence

from nianbao.audit.roster import Member, names_of, plain
from nianbao.model.text import Text

Faults = Iterator[tuple[Member, Text]]


def faults(members: Sequence[Member]) -> Faults:
    """Yield what is wrong, and with which organ: names, organs that lack, loops, in this order."""
    yield from _doubles(members)
    yield from _strangers(members)
    yield from _loops(members)


def _doubles(members: Sequence[Member]) -> Faults:
    seen: dict[str, Member] = {}
    for each in members:
        for name in names_of(each):
            other = seen.setdefault(plain(name), each)
            if other is not each:
                yield (
                    each,
                    Text(
                        f"“{name}”与第 {other.line} 行“{other.organ.name}”重名",
                        f'"{name}" is also a name of "{other.organ.name}" in line {other.line}',
                    ),
                )


def _strangers(members: Sequence[Member]) -> Faults:
    known = {plain(name) for each in members for name in names_of(each)}
    for each in members:
        for name in filter(None, (each.parent, each.merged_into)):
            if plain(name) not in known:
                yield (
                    each,
                    Text(
                        f"名单里没有“{name}”（上级或并入的机关）",
                        f'the roster has no "{name}" (parent, or merged into)',
                    ),
                )


def _loops(members: Sequence[Member]) -> Faults:
    known = {plain(name): each for each in members for name in names_of(each)}
    for each in members:
        for follow in (_parent, _successor):
            names = _followed(each, follow, known)
            if names:
                way = " → ".join(names)
                yield each, Text(f"上级或并入成了环：{way}", f"this leads back to itself: {way}")


def _parent(member: Member) -> str:
    return member.parent


def _successor(member: Member) -> str:
    return member.merged_into


def _followed(
    start: Member, follow: Callable[[Member], str], known: dict[str, Member]
) -> list[str]:
    """Return the names on the way from an organ back to itself, none where it ends elsewhere."""
    names, at = [start.organ.name], start
    while follow(at) and len(names) <= len(known):
        at = known[plain(follow(at))]
        names.append(at.organ.name)
        if at is start:
            return names
    return []
