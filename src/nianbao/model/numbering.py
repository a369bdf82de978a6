"""How is a heading numbered, and what are its words?"""

from typing import Literal

from nianbao.model.labels import seen
from nianbao.model.record import Record

NUMERALS = "一二三四五六七八九十"
# The first three also follow a number in digits.
_MARKS = "、.．,，:："
# What may stand in 第一部分, and behind it.
_DIGITS, _LONGEST, _BEHIND = frozenset(f"{NUMERALS}0123456789 \u3000"), 4, f" \u3000\u00a0{_MARKS}"


class Numbering(Record):
    """The number of a heading and the words behind it.

    Attributes:
        style: ``chinese`` as in 一、, ``other`` as in 1., （一） or 第一部分, ``none``.
        number: 1 for 一、; 0 where the style is not ``chinese``.
        words: what stands behind the number.
    """

    style: Literal["chinese", "other", "none"]
    number: int
    words: str


def numbering_of(heading: str) -> Numbering:
    """Return how a heading is numbered."""
    words = seen(heading).strip()
    if words[:1] == "第":
        return _part(words)
    if words[:1] in ("（", "("):
        number, bracket, rest = words[1:].replace(")", "）", 1).partition("）")
        is_number = bool(bracket) and len(number.strip()) == 1 and number.strip() in NUMERALS
        return Numbering("other" if is_number else "none", 0, rest.strip() if is_number else words)
    number, mark, rest = _parted(words)
    if mark and number.isdecimal() and mark in _MARKS[:3]:
        return Numbering("other", 0, rest)
    if mark and all(letter in NUMERALS for letter in number):
        return Numbering("chinese", _value(number), rest)
    return Numbering("none", 0, words)


def _part(words: str) -> Numbering:
    """Return how a heading that begins with 第 is numbered: 第一部分 and 第一章 are numbers."""
    number, part, rest = words[1:].partition("部分")
    if not part:
        number, part, rest = words[1:].partition("章")
    is_number = bool(part) and 0 < len(number.strip()) < _LONGEST and set(number) <= _DIGITS
    return Numbering("other", 0, rest.lstrip(_BEHIND)) if is_number else Numbering("none", 0, words)


def _parted(words: str) -> tuple[str, str, str]:
    """Return what stands before the mark of a number, the mark, and the words behind it."""
    for at in (1, 2):
        number, rest = words[:at], words[at:].lstrip()
        if len(number) == at and rest[:1] and rest[0] in _MARKS:
            return number, rest[0], rest[1:].strip()
    return words, "", ""


def _value(numeral: str) -> int:
    """Return the number that 一 to 十九 or 二十 stand for."""
    if len(numeral) == 1:
        return NUMERALS.index(numeral) + 1
    first, last = (NUMERALS.index(each) + 1 for each in numeral)
    return first * 10 if last == 10 else 10 + last if first == 10 else 0
