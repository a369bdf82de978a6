"""Which of the names before 分别 does each figure behind it count?

予以公开、不予公开分别为3件和1件: names and figures go in pairs, where there are as many of both.
"""

import re
from collections.abc import Sequence

from nianbao.model.record import Record
from nianbao.prose.frames import is_partial
from nianbao.prose.numbers import Figure

_SIGN = "分别"
_MARKS = "，,：:；;。（("
_BETWEEN = r"[、和与及]|以及"
_IS = ("为", "是", "有", "")
_JOINED = frozenset(("、", "，", "和", "与", "及", "以及"))
# This is the name of one kind of applicant, though it is joined by 和.
_ONE, _ONE_NAME = "法人和其他", "法人或其他"


class Named(Record):
    """What a figure counts.

    Attributes:
        start: where the first of all the names stands.
        words: the name of this one.
        names: all of them.
    """

    start: int
    words: str
    names: tuple[str, ...]


def respective(text: str, start: int, figures: Sequence[Figure]) -> dict[int, Named]:
    """Return the names of figures by where these stand.

    Args:
        text: the whole text.
        start: where the sentence begins in it.
        figures: the figures of the sentence, in order.
    """
    named: dict[int, Named] = {}
    after = start
    for number, figure in enumerate(figures):
        words = text[after : figure.start]
        if _SIGN in words and words.rpartition(_SIGN)[2].strip() in _IS:
            run = _run(text, figures[number:])
            named.update(_paired(words, after, run))
        after = figure.stop
    return named


def _run(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """Return the figures that follow one another at once, in one unit."""
    run = [figures[0]]
    for figure in figures[1:]:
        between = text[run[-1].stop : figure.start].strip()
        if between not in _JOINED or figure.unit != run[0].unit:
            break
        run.append(figure)
    return run


def _paired(words: str, after: int, run: list[Figure]) -> dict[int, Named]:
    before = words.rpartition(_SIGN)[0]
    start = max(before.rfind(mark) for mark in _MARKS) + 1
    names = re.split(_BETWEEN, before[start:].replace(_ONE, _ONE_NAME))
    around = re.split(f"[{_MARKS}]", before[: max(start - 1, 0)])[-1]
    if len(names) != len(run) or len(run) == 1 or is_partial(around):
        return {}
    return {
        figure.start: Named(after + start, name, tuple(names))
        for figure, name in zip(run, names, strict=True)
    }
