"""How is a number written in Chinese numerals?"""

_DIGITS = "零一二三四五六七八九"
_UNITS = ("", "十", "百", "千")
_MYRIADS = ("", "万", "亿")


def numeral(number: int) -> str:
    """Return a number below 10**12 in Chinese numerals: 12 is 十二, 103 一百零三."""
    if not number:
        return _DIGITS[0]
    groups = _groups(number)
    words = "".join(_group(*each) for each in groups)
    return words.removeprefix("零").removeprefix("一") if 10 <= number < 20 else words.lstrip("零")


def _groups(number: int) -> list[tuple[int, str]]:
    """Return the four-digit groups of a number with their units, the highest first."""
    groups = []
    for unit in _MYRIADS:
        number, group = divmod(number, 10_000)
        groups.append((group, unit))
    return groups[::-1]


def _group(number: int, myriad: str) -> str:
    if not number:
        return ""
    words = ""
    for position in (3, 2, 1, 0):
        digit = number // 10**position % 10
        if digit:
            words += _DIGITS[digit] + _UNITS[position]
        elif not words.endswith("零"):
            words += "零"
    return words.rstrip("零") + myriad
