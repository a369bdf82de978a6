"""Which numbers do Chinese numerals write in a date?"""

import re

_DIGITS = {letter: str(value) for value, letter in enumerate("〇一二三四五六七八九")}
# Zero is typed in many shapes; 元月 is January.
_DIGITS |= dict.fromkeys("○零O\uff2f", "0") | {"元": "1"}
LETTERS = "".join(_DIGITS) + "十"
_KNOWN = frozenset(LETTERS)


def in_digits(date: str) -> str:
    """Return the words of a date with digits for numerals: 二〇二三年十二月 gives 2023年12月."""
    if _KNOWN.isdisjoint(date):
        return date
    return re.sub(f"[{LETTERS}]+", lambda found: _value(found[0]), date)


def _value(numeral: str) -> str:
    tens, ten, ones = numeral.partition("十")
    if ten:
        return f"{_plain(tens) or '1'}{_plain(ones) or '0'}"
    return _plain(numeral)


def _plain(numeral: str) -> str:
    return "".join(_DIGITS.get(letter, letter) for letter in numeral)
