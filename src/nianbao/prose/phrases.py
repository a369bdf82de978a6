"""What do the words around a figure say, or the words of a clause that has none?"""

from functools import lru_cache
from typing import NamedTuple

from nianbao.prose.frames import is_partial
from nianbao.prose.topics import REASONS, REMEDIES
from nianbao.prose.words import roles

Means = tuple[str, ...]

# Letters of words that say that there is nothing.
NOTHING = "未没无零0０"
_ZEROS = ("为零", "为0", "为０", "是零", "是0")
# From which channel, or over what, is no narrowing where these are counted.
_OF_ITS_OWN = frozenset(("channel", *REMEDIES))
# Only that it was received, dealt with or done: of what, other words say.
_DOING = frozenset(
    (
        "year", "own", "area", "no", "got", "new", "handled", "answered", "processed", "agent",
        "issue", "repeal", "force", "open", "make", "decide", "paid", "sum", "cumulative",
        "channel",
    )
)  # fmt: skip


class Context(NamedTuple):
    """What stands before a clause: the mark, and the words of a clause without figures."""

    mark: str
    before: str


def names_something(means: Means) -> bool:
    """Tell whether words say what is counted, not only what was done with it."""
    return not _DOING.issuperset(means)


@lru_cache(maxsize=1024)
def counted(head: str, tail: str, context: Context | None) -> tuple[Means | None, bool]:
    """Return what a number counts, and whether the clause before says so too.

    Args:
        head: the words before it in its clause.
        tail: the words behind it, to the next figure or mark.
        context: what stands before the clause, for its first number.
    """
    means = roles(head)
    if means is None:
        return None, False
    if context is not None and context.before:
        joined = _joined(means, context)
        if joined != means:
            return joined, joined is not None
    if not names_something(means) and tail.strip():
        behind = roles(tail)
        return (None if behind is None else (*means, *behind)), False
    return means, False


def _joined(means: Means, context: Context) -> Means | None:
    """Add the meaning of the clause before, where the two are one (行政复议、行政诉讼0件)."""
    mark, words = context
    if words.startswith(("因", "由于")) and len(means) == 1:
        because = roles(words.removeprefix("由于").removeprefix("因"))
        if because and REASONS.get(because[0]) == means[0]:
            return because[:1]
    if mark in ("、", "）", ")"):
        before = roles(words)
        return None if before is None else (*before, *means)
    if is_partial(words) and not _OF_ITS_OWN.intersection(means):
        return None
    if not means and mark in ("，", ",", "：", ":"):
        if words.endswith("中") and not words.endswith("其中"):
            # 办理的申请中，有3件无法提供: what is counted, other words say.
            return None
        before = roles(words)
        return before if before is None or "no" not in before else means
    return means


@lru_cache(maxsize=1024)
def denied(words: str, context: Context, *, goes_on: bool) -> Means | None:
    """Return what a clause says there is none of, or None where it does not.

    Args:
        words: the words of the clause.
        context: what stands before it.
        goes_on: whether the clause before said so of something, and this one goes on with 、.
    """
    plain = words.rstrip()
    zero = next((zero for zero in _ZEROS if plain.endswith(zero)), "")
    means = roles(plain.removesuffix(zero))
    if means is None:
        return None
    if goes_on or zero:
        return (*means, "no")
    if context.mark == "、" and context.before:
        before = roles(context.before)
        means = None if before is None else (*before, *means)
    return means if means is not None and "no" in means else None
