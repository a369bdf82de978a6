"""Where do lines of a page hold rows whose label a colon parts from its values?"""

from collections.abc import Sequence

from nianbao.model.labels import simplified
from nianbao.readers import tab_rows
from nianbao.readers.colons import with_tabs
from nianbao.readers.headings import is_heading
from nianbao.readers.spaced import spaced
from nianbao.readers.stream import BREAK, CELL, END, ROW, TABLE, Stream

_MARKS = (TABLE, END, ROW, CELL)
# A line of a table that is there is no row of another.
_APART = "。"
_PLAIN = str.maketrans("\r\n\t", "   ")


def with_cells(stream: Stream) -> Stream:
    """Return a stream with marks in the place of the signs that part the cells of such rows.

    A stream without such rows is returned as it is.
    """
    lines = stream.body.split(BREAK)
    shown = [_APART if _has_marks(line) else line.translate(_PLAIN) for line in lines]
    tabbed = with_tabs("\n".join(shown)).split("\n")
    tables = list(tab_rows.stretches(tabbed, lambda line: is_heading(simplified(line))))
    if not tables:
        return stream
    parts: list[str] = []
    at = 0
    for first, stop in tables:
        parts.extend(line + BREAK for line in lines[at:first])
        parts.append(_table(tabbed[first:stop]) + BREAK)
        # What is a sign there is a space from here on.
        lines[first:stop] = tabbed[first:stop]
        at = stop
    body = "".join((*parts, BREAK.join(lines[at:])))
    return spaced(stream, BREAK.join(lines))._replace(body=body)


def _has_marks(line: str) -> bool:
    return any(mark in line for mark in _MARKS)


def _table(lines: Sequence[str]) -> str:
    rows = (ROW + CELL + line.replace("\t", CELL) for line in lines if line.strip())
    return "".join((TABLE, *rows, END))
