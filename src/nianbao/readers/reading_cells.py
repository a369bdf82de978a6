"""What was normalised in the text of a cell?"""

import re
import unicodedata
from collections.abc import Callable, Mapping

from nianbao.model.cell import Cell
from nianbao.model.law import Law
from nianbao.model.reading import Change

_MONEY = ("元", "万元", "亿元")
# A minus as it is typed everywhere needs no word.
_SIGNS = ("+", "\uff0b", "\uff0d", "−", "–", "—", "增", "减")
_TESTS: Mapping[Change, Callable[[str], bool]] = {
    "width": lambda raw: unicodedata.normalize("NFKC", raw) != raw.replace("\u00a0", " "),
    "grouping": lambda raw: bool(re.search(r"\d[,，]\d", raw)),
    "sign": lambda raw: raw[:1] in _SIGNS,
    "zeros": lambda raw: bool(re.match(r"\D?0\d|\D?\d+\.\d*0(?!\d)", raw)),
}


def changes_in(piece: str, cell: Cell, law: Law) -> tuple[Change, ...]:
    """Return what was normalised on the way from a cell's text to its value.

    Args:
        piece: the text with the spaces around it.
        cell: what it was read as.
        law: what values its column has.
    """
    if cell.value is None:
        return ()
    raw = cell.raw.translate(_UNSEEN)
    found: list[Change] = [change for change, holds in _TESTS.items() if holds(raw)]
    if cell.unit:
        is_other = cell.unit in _MONEY and law.unit in _MONEY and cell.unit != law.unit
        found.append("converted" if is_other else "unit")
    return (*_spaces(piece.strip(" \t\r\n")), *found)


# Spaces have a name of their own.
_UNSEEN = {ord(letter): None for letter in "\u3000\u200b\ufeff\n"}


def _spaces(text: str) -> tuple[Change, ...]:
    inner = text.strip("\u00a0\u3000\u200b\ufeff \t\r\n")
    if "\n" in inner or "\r" in inner:
        return ("break",)
    return (
        ("space",) if any(letter.isspace() or letter in "\u200b\ufeff" for letter in text) else ()
    )
