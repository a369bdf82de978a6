"""How do two runs over the same documents differ?"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Literal

from nianbao.model.record import Record

Kind = Literal["found", "gone", "severity"]


class Spot(Record):
    """A finding as two runs can be compared by it.

    Attributes:
        path: the document.
        rule, name: the code and the name of the rule.
        place: a JSON Pointer.
        label: the place in words.
        line, column: where it stands, or None.
        severity: the word for it.
        message: in the language of the run.
    """

    path: str
    rule: str
    name: str
    place: str
    label: str
    line: int | None
    column: int | None
    severity: str
    message: str


class Side(Record):
    """One of the two runs.

    Attributes:
        spots: the findings of each document that was judged, by its path.
        unread: the documents that could not be read.
        crashed: document and rule where one crashed.
    """

    spots: Mapping[str, Sequence[Spot]]
    unread: tuple[str, ...] = ()
    crashed: tuple[tuple[str, str], ...] = ()


class Change(Record):
    """A finding that only one run has, or that both have with another severity."""

    old: Spot | None
    new: Spot | None

    @property
    def kind(self) -> Kind:
        """What has changed."""
        if self.old is None:
            return "found"
        return "gone" if self.new is None else "severity"

    @property
    def spot(self) -> Spot:
        """The finding as it is now, or as it was last."""
        spot = self.new or self.old
        if spot is None:
            msg = "a change has a finding on one side at least"
            raise ValueError(msg)
        return spot


class Impact(Record):
    """What a change of rules does.

    Attributes:
        changes: in the order of the rules, then of the documents.
        compared: how many documents both runs judged.
        left_out: documents that only one of them judged.
        unread, crashed: what could not be read, and which rule crashed where, in either.
    """

    changes: tuple[Change, ...]
    compared: int
    left_out: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    crashed: tuple[tuple[str, str], ...] = ()


def compare(old: Side, new: Side) -> Impact:
    """Return what the second run finds otherwise than the first, on the documents of both."""
    both = [path for path in old.spots if path in new.spots]
    changes = [each for path in both for each in _changes(old.spots[path], new.spots[path])]
    return Impact(
        tuple(sorted(changes, key=lambda change: change.spot.rule)),
        len(both),
        tuple(sorted(old.spots.keys() ^ new.spots.keys())),
        _once([*old.unread, *new.unread]),
        tuple(dict.fromkeys([*old.crashed, *new.crashed])),
    )


def _once(paths: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(paths))


def _changes(old: Iterable[Spot], new: Iterable[Spot]) -> Iterator[Change]:
    """Yield how the findings of one document differ.

    They are the same where rule and place are, whatever their words: a rule that is said anew has
    no impact. Several of one rule at one place are taken in their order.
    """
    before, after = _by_place(old), _by_place(new)
    for key in dict.fromkeys([*before, *after]):
        for was, now in zip_longest(before[key], after[key]):
            if was is None or now is None or was.severity != now.severity:
                yield Change(was, now)


def _by_place(spots: Iterable[Spot]) -> defaultdict[tuple[str, str], list[Spot]]:
    places: defaultdict[tuple[str, str], list[Spot]] = defaultdict(list)
    for spot in spots:
        places[spot.rule, spot.place].append(spot)
    return places
