"""How do reports write numbers, shares and lists of numbers?"""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple, Self

from benchmarks.prose.numerals import numeral

_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")  # noqa: RUF001  # as filers type them
STYLES = ("digits", "numerals", "wide", "spaced", "grouped")
INEXACT = ("about", "near", "tens")


class Figure(int):
    """A number that is written in one of the `STYLES`.

    As a format it takes a style, or ``about`` (40余), ``near`` (近50), ``tens`` (约40).
    """

    style: str

    def __new__(cls, number: int, style: str = "digits") -> Self:
        """Return the number with its style."""
        figure = super().__new__(cls, number)
        figure.style = style
        return figure

    def __format__(self, form: str) -> str:
        """Return the number in words."""
        if form in INEXACT:
            return _inexact(int(self), form)
        return _exact(int(self), form or self.style)


def _exact(number: int, style: str) -> str:
    match style:
        case "numerals":
            return numeral(number)
        case "wide":
            return str(number).translate(_WIDE)
        case "spaced":
            return f" {number} "
        case "grouped":
            return f"{number:,}"
    return str(number)


def _inexact(number: int, form: str) -> str:
    """Return words that are true of a number without telling it."""
    size = 10 ** max(1, len(str(number)) - 2)
    below = number // size * size
    if form == "about" and number > below > 0:
        return f"{below}余"
    if form == "near":
        return f"近{below + size}"
    return f"约{below or number}"


class Share(NamedTuple):
    """A part of a whole; a format tells the number of decimals of its percentage."""

    part: int
    whole: int

    def __bool__(self) -> bool:
        """Tell whether there is a whole to have a share of."""
        return bool(self.whole)

    def __format__(self, form: str) -> str:
        """Return the share in per cent, rounded half up."""
        places = int(form or 1)
        share = Decimal(100 * self.part) / Decimal(self.whole)
        rounded = share.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
        return f"{rounded.normalize():f}%" if rounded == rounded.to_integral() else f"{rounded}%"


class Items(NamedTuple):
    """Named numbers that add up to a whole.

    As a format it takes the unit and the sign between two of them (``件、``); ``%`` before them
    adds the share of each, ``+`` also names those that are 0.
    """

    total: int
    each: tuple[tuple[str, Figure], ...]

    @property
    def told(self) -> tuple[tuple[str, Figure], ...]:
        """Those that are not 0."""
        return tuple(item for item in self.each if item[1])

    def __bool__(self) -> bool:
        """Tell whether there are two parts to tell apart."""
        return len(self.told) > 1

    def __format__(self, form: str) -> str:
        """Return the list in words."""
        unit, sign = form[-2], form[-1]
        items = self.each if "+" in form else self.told
        return sign.join(self._item(name, number, unit, form) for name, number in items)

    def _item(self, name: str, number: Figure, unit: str, form: str) -> str:
        said = f"{name}{number}{unit}"
        return f"{said}（占{Share(number, self.total):1}）" if "%" in form else said


def items_of(pairs: Iterable[tuple[str, Figure]]) -> Items:
    """Return named numbers with their sum as the whole."""
    each = tuple(pairs)
    return Items(sum(number for _, number in each), each)
