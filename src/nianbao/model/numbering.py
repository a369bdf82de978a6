"""How is a heading numbered, and what are its words?"""

import re
from typing import Literal, NamedTuple

NUMERALS = "一二三四五六七八九十"
_NUMBER = re.compile(
    rf"\s*(?:(?P<chinese>[{NUMERALS}]{{1,2}})\s*[、.．,，:：]"
    rf"|[（(]\s*[{NUMERALS}]\s*[)）]|\d{{1,2}}\s*[、.．])"
)


class Numbering(NamedTuple):
    """The number of a heading and the words behind it.

    Attributes:
        style: ``chinese`` as in 一、, ``other`` as in 1. or （一）, ``none``.
        number: 1 for 一、; 0 where the style is not ``chinese``.
        words: what stands behind the number.
    """

    style: Literal["chinese", "other", "none"]
    number: int
    words: str


def numbering_of(heading: str) -> Numbering:
    """Return how a heading is numbered."""
    found = _NUMBER.match(heading)
    if found is None:
        return Numbering("none", 0, heading.strip())
    words = heading[found.end() :].strip()
    if not found["chinese"]:
        return Numbering("other", 0, words)
    return Numbering("chinese", _value(found["chinese"]), words)


def _value(numeral: str) -> int:
    """Return the number that 一 to 十九 or 二十 stand for."""
    if len(numeral) == 1:
        return NUMERALS.index(numeral) + 1
    first, last = (NUMERALS.index(each) + 1 for each in numeral)
    return first * 10 if last == 10 else 10 + last if first == 10 else 0
