"""Which slots of its grid does a cell of a web page's table take, by the rules of HTML?"""

from typing import NamedTuple
from xml.etree.ElementTree import Element


class Slotted(NamedTuple):
    """A cell and where it stands: its first column and row, its width and height."""

    element: Element
    x: int
    y: int
    width: int
    height: int

    @property
    def text(self) -> str:
        """The words of the cell."""
        return "".join(self.element.itertext())


def slots_of(table: Element) -> dict[tuple[int, int], list[Slotted]]:
    """Return the cells in each slot of a table, by column and row: "forming a table" of HTML.

    A slot with two cells is an overlap, which HTML calls a table model error.
    """
    slots: dict[tuple[int, int], list[Slotted]] = {}
    y = 0
    for group in (each for each in table if each.tag in ("thead", "tbody", "tfoot")):
        rows = [each for each in group if each.tag == "tr"]
        for number, row in enumerate(rows):
            x = 0
            for element in (each for each in row if each.tag in ("td", "th")):
                while (x, y) in slots:
                    x += 1
                width, height = (int(element.get(name, "1")) for name in ("colspan", "rowspan"))
                assert height <= len(rows) - number, "a row span ends with its row group"
                cell = Slotted(element, x, y, width, height)
                for column in range(x, x + width):
                    for line in range(y, y + height):
                        slots.setdefault((column, line), []).append(cell)
                x += width
            y += 1
    return slots
