"""What may the parts of a list add up to, and where may the list end?"""

from collections.abc import Iterator, Sequence

from nianbao.model.numbers import Number
from nianbao.prose.mentions import Mention, Statement
from nianbao.prose.topics import OUTCOMES, REASONS

_WORK = ("got", "received", "handled", "processed", "answered")
_OUTCOMES = frozenset(OUTCOMES)
_KINDS = frozenset((*OUTCOMES, *REASONS))


def wholes(before: Sequence[Mention], *, outcomes: bool) -> Iterator[Number]:
    """Yield what parts may add up to: the figure before them, or several before them together."""
    whole, *others = reversed(before)
    total = whole.value
    yield total
    for each in others:
        if each.unit != whole.unit or each.depth != whole.depth:
            break
        total += each.value
        yield total
    if outcomes:
        yield from (each.value for each in before if each.topic in _WORK)


def sums(statement: Statement, parts: Sequence[Mention]) -> Iterator[Number]:
    """Yield the sums of leading runs of parts: a whole may be listed in two ways (A类…、甲类…)."""
    total: Number = 0
    for number, (part, following) in enumerate(zip(parts, (*parts[1:], None), strict=True)):
        total += part.value
        goes_on = following is not None and _KINDS.issuperset((part.topic, following.topic))
        if number and not goes_on:
            yield total
    behind = next((each for each in statement.mentions if each.start >= parts[-1].stop), None)
    if behind and _are_what_is_left(parts[-1], behind):
        yield total + behind.value


def _are_what_is_left(last: Mention, behind: Mention) -> bool:
    """Tell whether behind outcomes stands what has none yet: it is part of all requests too."""
    left = behind.topic == "carried_out" or "继续办理" in behind.head or "结转" in behind.head
    return left and is_outcome(last) and behind.unit == last.unit


def is_outcome(mention: Mention) -> bool:
    """Tell whether a figure is of an outcome, by its words, whatever the sentence counts."""
    return not _OUTCOMES.isdisjoint(mention.means or ())
