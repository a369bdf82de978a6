"""Of which edition is a table that has headers of both?

Some organs fill the form of the new edition and keep a header of the old one. Then the rows tell:
the form that all of them fit is the one that was filled.
"""

from nianbao.editions import editions
from nianbao.readers.layout import Layout, layout_of
from nianbao.readers.recognition import Shapes


def edition_filled(key: str, shapes: Shapes, voted: str) -> str:
    """Return the one edition whose form all rows of a table fit, else the one it speaks for.

    Args:
        key: the key of the table.
        shapes: the shapes of the raw tables that hold its rows.
        voted: the edition for which its labels speak.
    """
    fitting = [name for name in editions() if _fits(layout_of(name, key, shapes))]
    return fitting[0] if len(fitting) == 1 else voted


def _fits(layout: Layout) -> bool:
    """Tell whether all rows of the form were met, each with its number of values."""
    return len(layout.rows) == len(layout.form.rows) and all(
        placed.is_whole or placed.stop - placed.first == sum(placed.row.spans)
        for placed in layout.rows
    )
