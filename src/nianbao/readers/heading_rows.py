"""Which rows of tables are headings and text of parts?"""

from collections.abc import Iterable, Iterator

from nianbao.model.labels import simplified
from nianbao.readers.headings import is_heading
from nianbao.readers.stream import BREAK
from nianbao.readers.tables import RawTable

_LONGEST = 45
# What stands in a part where there is nothing to report.
_NOTHING = ("无", "没有", "無", "沒有")


def with_heading_rows(prose: str, tables: Iterable[RawTable]) -> str:
    """Return a text from which tables were blanked with the rows put back that are no data.

    The length stays, so an offset means the same in both.
    """
    for start, stop, words in _rows_of_text(tables):
        prose = f"{prose[: start - 1]}{BREAK}{words}{BREAK}{prose[stop + 1 :]}"
    return prose


def _rows_of_text(tables: Iterable[RawTable]) -> Iterator[tuple[int, int, str]]:
    """Yield where the only words of a row stand, and the words: a heading or a sentence."""
    for table in tables:
        for row in table.rows:
            filled = [index for index, cell in enumerate(row.cells) if cell]
            if len(filled) == 1 and _is_text(row.cells[filled[0]]):
                yield *row.stretch(filled[0]), simplified(row.cells[filled[0]])


def _is_text(cell: str) -> bool:
    if len(cell) > _LONGEST:
        return "。" in cell
    return cell.endswith("。") or cell in _NOTHING or is_heading(simplified(cell))
