"""What is a draft with a fault, and what must be found in it?"""

from collections.abc import Callable
from random import Random
from typing import NamedTuple

from benchmarks.prose.draft import Draft, Where
from benchmarks.prose.phrases import Said


class Planted(NamedTuple):
    """A draft with one fault.

    Attributes:
        draft: the draft.
        rules: the codes of the rules, of which one must find it.
        places: where; one of them.
        was, now: the words before and after.
    """

    draft: Draft
    rules: tuple[str, ...]
    places: tuple[str, ...]
    was: str = ""
    now: str = ""

    @property
    def dated(self) -> bool:
        """Whether the fault is in the day of publication, which plain text does not tell."""
        return "/published" in self.places


Slip = Callable[[Draft, Random], Planted | None]


def replaced(draft: Draft, where: Where, now: Said, *rules: str) -> Planted:
    """Return the draft with another sentence at a place."""
    was = next(str(said) for at, said in draft.sentences() if at == where)
    return Planted(draft.with_sentence(where, now), rules, (where.place,), was, str(now))


def added(draft: Draft, key: str, now: Said, *rules: str) -> Planted:
    """Return the draft with one more sentence at the end of the last paragraph of a text."""
    paragraphs = draft.texts[key]
    changed = draft.with_text(key, *paragraphs[:-1], (*paragraphs[-1], now))
    place = Where(key, 0, 0).place
    return Planted(changed, rules, (place,), "", str(now))
