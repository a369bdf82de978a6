"""Which lines of a text are headings of the six parts?"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from nianbao.editions import editions
from nianbao.model.labels import normalised
from nianbao.readers.stream import BREAK

_NUMERALS = "一二三四五六七八九十"
_KEYS = ("overview", "disclosure", "requests", "review_litigation", "problems", "other_matters")
# Only words at the head of each alternative: so the search skips to their first letters.
_HINT = re.compile(
    "总体情况|概述|主动公开|申请|复议|诉讼|问题|事项|" + "|".join(f"{each}、" for each in _NUMERALS)
)
_NUMBER = re.compile(
    rf"\s*(?:(?P<chinese>[{_NUMERALS}]{{1,2}})\s*[、.．,，:：]"
    rf"|(?P<other>[（(]\s*[{_NUMERALS}]\s*[)）]|\d{{1,2}}\s*[、.．]))"
)
# Words by which a numbered heading is known where its wording is neither official nor accepted.
_TOLERANT = (
    ("overview", "总体情况$|^概述$|^基本情况$|总体工作情况$|落实情况$"),
    ("review_litigation", "复议|诉讼"),
    ("requests", "(收到|处理|办理|依).*申请|申请.*(收到|处理|办理)"),
    ("disclosure", "主动公开"),
    ("problems", "问题|改进"),
    ("other_matters", "^其[他它]|事项$"),
)
_LONGEST = 45
# Words that run on behind a heading without a mark between: 六、其他需要报告的事项无。
_SHORT_REST = 10
_SENTENCE = "。；！？"


class Heading(NamedTuple):
    """A line that opens a part.

    Attributes:
        key: the part, or ``""`` for one that the format does not know.
        start, stop: where the words stand.
        words: the heading as met.
        rank: how it is numbered: 0 by 一、, 1 not at all, 2 otherwise.
    """

    key: str
    start: int
    stop: int
    words: str
    rank: int


@cache
def _official() -> dict[str, str]:
    return {
        label: part.key
        for edition in editions().values()
        for part in edition.parts
        for label in part.labels
    }


@cache
def _titles() -> frozenset[str]:
    """Return the headings of the template alone: sub-headings share the shorter wordings."""
    return frozenset(
        normalised(part.title) for edition in editions().values() for part in edition.parts
    )


def is_heading(line: str) -> bool:
    """Tell whether a line opens one of the six parts."""
    heading = _heading(line, 0)
    return heading is not None and bool(heading.key)


def headings(prose: str) -> list[Heading]:
    """Return the headings of the parts in order, each key once unless it opens two parts."""
    found = _without_contents(prose, list(_candidates(prose)))
    if not found:
        return []
    ranks = [len({heading.key for heading in found if heading.rank == rank}) for rank in range(3)]
    style = ranks.index(max(ranks))
    chosen = [heading for heading in found if heading.rank == style]
    have = {heading.key for heading in chosen}
    for heading in found:
        if heading.key not in have and _fits(heading, chosen):
            chosen = sorted((*chosen, heading), key=lambda item: item.start)
            have.add(heading.key)
    # Where a heading comes twice in a row, the first is a link to the second.
    return [
        heading
        for heading, following in zip(chosen, [*chosen, None][1:], strict=True)
        if following is None or not heading.key or following.key != heading.key
    ]


def _candidates(prose: str) -> Iterator[Heading]:
    at = 0
    while hint := _HINT.search(prose, at):
        start = prose.rfind(BREAK, at, hint.end()) + 1 or at
        stop = prose.find(BREAK, hint.end())
        stop = len(prose) if stop < 0 else stop
        line = prose[start : min(stop, start + _LONGEST + 20)]
        heading = _run_on(line, start)
        if heading is None and stop - start <= _LONGEST:
            heading = _heading(line, start)
        if heading:
            yield heading
        at = stop


def _heading(line: str, offset: int) -> Heading | None:
    words = line.strip(" \t\n\r\u00a0\u3000")
    if not words or len(words) > _LONGEST or any(mark in words[:-1] for mark in _SENTENCE):
        return None
    number = _NUMBER.match(words)
    rank = 1 if not number else 0 if number["chinese"] else 2
    key = _key(words, number, rank)
    if key is None:
        return None
    start = offset + line.index(words)
    return Heading(key, start, start + len(words), words, rank)


def _run_on(line: str, offset: int) -> Heading | None:
    """Return the heading that a paragraph begins with, such as 六、其他需要报告的事项：无."""
    words = line.lstrip()
    number = _NUMBER.match(words)
    if not number or not number["chinese"]:
        return None
    position = _NUMERALS.find(number["chinese"])
    label = normalised(words)
    fits = [
        name
        for name, key in _official().items()
        if label.startswith(name) and _KEYS.index(key) == position
    ]
    if not fits:
        return None
    name = max(fits, key=len)
    length = next(size for size in range(len(words) + 1) if normalised(words[:size]) == name)
    rest = words[length:].rstrip()
    if len(rest) > _SHORT_REST and rest[0].isalnum():
        return None
    start = offset + len(line) - len(words)
    return Heading(_official()[name], start, start + length, words[:length], 0)


def _key(words: str, number: re.Match[str] | None, rank: int) -> str | None:
    label = normalised(words)
    if rank:
        return (
            _official().get(label) if label in _titles() or (rank == 1 and len(label) > 7) else None
        )
    key = _official().get(label)
    if key or number is None:
        return key
    position = _NUMERALS.find(number["chinese"])
    if position >= len(_KEYS) and len(number["chinese"]) == 1:
        return ""
    return next(
        (key for key, form in _TOLERANT if _KEYS.index(key) == position and re.search(form, label)),
        None,
    )


def _without_contents(prose: str, found: list[Heading]) -> list[Heading]:
    """Drop a table of contents: headings that follow one another and come again later."""
    last = {heading.key: heading.start for heading in found}
    return [
        heading
        for heading, following in zip(found, [*found, None][1:], strict=True)
        if following is None
        or last[heading.key] == heading.start
        or prose[heading.stop : following.start].strip(_EMPTY)
    ]


_EMPTY = BREAK + " \n\t\u3000\u00a0"


def _fits(heading: Heading, chosen: list[Heading]) -> bool:
    """Tell whether a heading stands between its neighbours of the form."""
    if not heading.key:
        return False
    place = _KEYS.index(heading.key)
    return all(
        (_KEYS.index(other.key) < place) == (other.start < heading.start)
        for other in chosen
        if other.key
    )
