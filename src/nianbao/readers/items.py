"""Which block of 表二 does a label name by the number of its item in article 20?"""

import re
from collections.abc import Mapping

from nianbao.model.edition import Row
from nianbao.readers.similar import meant
from nianbao.readers.taken import Placed

# In the shape of a table any number is written 0.
_ITEM = re.compile(r"(?:二十|0)条第?([一二三四五六七八九0])[项款]")


def block_named(
    label: str, number: int, firsts: Mapping[str, Row], met: Mapping[str, Placed]
) -> Row | None:
    """Return the first row of the block for which a label stands, or None.

    Args:
        label: the label, normalised.
        number: the number of its row.
        firsts: the first row of each block whose header was not met, by that header.
        met: where the rows that were met stand, by their pointers.
    """
    item = _item_in(label)
    if item == "0":
        return _first_behind(number, firsts, met)
    named = next((row for block, row in firsts.items() if item and _item_in(block) == item), None)
    return named or meant(label, firsts)


def _item_in(label: str) -> str:
    found = _ITEM.search(label)
    return found[1] if found else ""


def _first_behind(number: int, firsts: Mapping[str, Row], met: Mapping[str, Placed]) -> Row | None:
    """Return the first of the rows of blocks that stands behind a row."""
    behind = {
        met[row.pointer].number: row
        for row in firsts.values()
        if row.pointer in met and met[row.pointer].number > number
    }
    return behind[min(behind)] if behind else None
