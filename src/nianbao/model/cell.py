"""What does a cell hold?"""

import re
import unicodedata
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from nianbao.model.labels import simplified_letters
from nianbao.model.law import Law
from nianbao.model.numbers import Number


class State(StrEnum):
    """How a cell was read.

    ``ok`` a plain number; ``unit`` a number with a unit behind it; ``blank`` nothing;
    ``placeholder`` a dash, a slash or 无; ``text`` anything else; ``unread`` the row could not be
    told apart into cells; ``missing`` the row or column is not there.
    """

    OK = "ok"
    UNIT = "unit"
    BLANK = "blank"
    PLACEHOLDER = "placeholder"
    TEXT = "text"
    UNREAD = "unread"
    MISSING = "missing"


class Cell(NamedTuple):
    """The content of one cell.

    Attributes:
        raw: the text as it stands, without spaces around it.
        value: the number in the column's unit, or None.
        state: how it was read.
        unit: the unit that stands behind the number, or ``""``.
        plain: whether the raw text is the number and nothing else.
        sound: whether it is a plain whole number, not below zero.
    """

    raw: str
    value: Number | None
    state: State
    unit: str = ""
    plain: bool = False
    sound: bool = False

    @property
    def is_empty(self) -> bool:
        """Tell whether the cell holds nothing that could be a figure."""
        return self.state in _EMPTY


_EMPTY = frozenset({State.BLANK, State.PLACEHOLDER})

MISSING = Cell("", None, State.MISSING)
UNREAD = Cell("", None, State.UNREAD)

_PLACEHOLDERS = frozenset([
    "/", "//", "\\", "无", "无数据", "暂无", "*", "一", "\u00d7", "...",
    "n/a", "na", "nan", "none", "null",
])  # fmt: skip
_MOST_DASHES = 6
_COUNT_UNITS = "件次个项条份宗起人篇例"
# What a picture leaves in the text of a cell.
_PICTURE = "\ufffc"
_MONEY = {"元": Decimal(1), "万元": Decimal(10_000), "亿元": Decimal(100_000_000)}
_PLAIN = re.compile(r"0|[1-9]\d{0,17}", re.ASCII)
_NUMBER = (
    r"(?P<sign>[+\-−增减])?(?P<digits>\d{1,3}(?:,\d{3})+|\d{1,18})(?P<fraction>\.\d{1,40})?"
    rf"(?P<unit>人?[{_COUNT_UNITS}]|[万亿]?元)?"
)
_DASH_SIGNS = "－—–−―─\u2010\u2011\ufe63\u30fc"
_DASHES = str.maketrans(dict.fromkeys(_DASH_SIGNS, "-") | dict.fromkeys("\u2215\u2044", "/"))


def read_cell(text: str, law: Law) -> Cell:
    """Read the text of a cell by the law of its column.

    A number with a unit counts as its number; money is converted to the column's unit when both
    are known (5000元 in a 万元 column is 0.5); 亿 or 万 before a count unit is text.
    """
    raw = text.strip(" \t\n\r\f\v\u00a0\u3000\u200b\ufeff")
    if _PLAIN.fullmatch(raw):
        return Cell(raw, int(raw), State.OK, plain=True, sound=True)
    if not raw:
        return Cell("", None, State.BLANK)
    if _PICTURE in raw:
        words = raw.replace(_PICTURE, "")
        return read_cell(words, law) if words.strip() else Cell(_PICTURE, None, State.UNREAD)
    return _read_other(raw, law)


def _read_other(raw: str, law: Law) -> Cell:
    """Read what is neither blank nor a plain number."""
    if any(letter.isdigit() and not letter.isdecimal() for letter in raw):
        # Raised and circled digits (3², 3①) are notes; to NFKC they would be figures.
        return Cell(raw, None, State.TEXT)
    plain = _squeezed(raw)
    if not plain:
        return Cell("", None, State.BLANK)
    is_line = len(plain) <= _MOST_DASHES and not plain.strip("-")
    if is_line or plain.lower() in _PLACEHOLDERS:
        return Cell(raw, None, State.PLACEHOLDER)
    found = re.fullmatch(_NUMBER, plain, re.ASCII)
    return _number(raw, found, law) if found else Cell(raw, None, State.TEXT)


class Readings(dict[str, Cell]):
    """What each text is as a cell under one law: read once, then known.

    Most cells of most reports hold the same few texts.
    """

    def __init__(self, law: Law) -> None:
        super().__init__()
        self._law = law

    def __missing__(self, text: str) -> Cell:
        """Read a text; the memory of texts is bounded."""
        if len(self) > _MOST_READINGS:
            self.clear()
        cell = self[text] = read_cell(text, self._law)
        return cell


_MOST_READINGS = 4096


@cache
def readings_by(law: Law) -> Readings:
    """Return the readings under a law."""
    return Readings(law)


def _squeezed(raw: str) -> str:
    """Bring digits, signs and spaces to their plain form, without what cannot be seen."""
    plain = simplified_letters(unicodedata.normalize("NFKC", raw)).translate(_DASHES)
    plain = "".join(letter for letter in plain if unicodedata.category(letter) != "Cf")
    plain = plain.strip()
    # A line break or a space inside digits may be a lost border between two cells.
    return "".join(plain.split()) if not re.search(r"\d\s+\d", plain) else plain


def _number(raw: str, found: re.Match[str], law: Law) -> Cell:
    unit = found["unit"] or ""
    if unit in _MONEY and law.kind != "money" and unit != "元":
        return Cell(raw, None, State.TEXT)
    value = _signed(found)
    if unit in _MONEY and law.unit in _MONEY:
        value = value * _MONEY[unit] / _MONEY[law.unit]
    tidy = _tidy(value)
    state = State.UNIT if unit else State.OK
    return Cell(raw, tidy, state, unit, plain=not unit and _is_plain(raw))


def _signed(found: re.Match[str]) -> Decimal:
    value = Decimal(found["digits"].replace(",", "") + (found["fraction"] or ""))
    return -value if found["sign"] in ("-", "−", "减") else value


def _tidy(value: Decimal) -> Number:
    """Return a whole decimal as int, another without zeros at its end."""
    return int(value) if value == value.to_integral_value() else value.normalize()


def _is_plain(raw: str) -> bool:
    return re.fullmatch(r"-?(?:0|[1-9]\d*)(?:\.\d+)?", raw, re.ASCII) is not None
