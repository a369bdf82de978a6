"""Where do the values of 表四 stand that lost all their labels?

Its rows share one line, so that the order of the values is all that tells them apart. Fewer or more
than fifteen values are kept too: they are unread, and the table is not called absent.
"""

import re
from collections.abc import Sequence

from nianbao.model.edition import Form
from nianbao.readers.binding import Bound, bind
from nianbao.readers.recognition import FormRows, Part
from nianbao.readers.spaced import spaced
from nianbao.readers.stream import BREAK, CELL, END, ROW, TABLE, Stream
from nianbao.readers.tables import RawTable
from nianbao.readers.taken import is_figure

# So many figures one behind the other, in the part of the table, are its values.
_FEWEST = 8
_GAP = rf"[\s{BREAK}]+"
_EDGE = rf"[^\s{BREAK}]"
_SIGN = "[；;、]"
_NEXT = rf"(?:{_SIGN}?{_GAP}|{_SIGN})\d++"
_LINE = re.compile(rf"(?<!{_EDGE})\d++(?:{_NEXT}){{{_FEWEST - 1},}}(?!{_EDGE})")


def with_line(stream: Stream, start: int, stop: int) -> Stream:
    """Return a stream with the marks of a table around figures that follow one another."""
    body = stream.body
    lines = list(_LINE.finditer(body, start, stop))
    if len(lines) != 1 or TABLE in body[start:stop]:
        return stream
    (line,) = lines
    figures = re.sub(_SIGN, " ", line[0])
    values = re.sub(_GAP, lambda gap: CELL + gap[0].replace(BREAK, " "), figures)
    before, behind = body[: line.start()], body[line.end() :]
    marked = f"{before}{TABLE}{ROW}{CELL}{values}{END}{behind}"
    return spaced(stream, before + figures + behind)._replace(body=marked)


def bare_line(form: Form, tables: Sequence[RawTable], start: int, stop: int) -> Bound | None:
    """Return the one table in a stretch that holds figures alone, bound by their order."""
    found = [table for table in tables if start <= table.start < stop and _is_line(table)]
    return bind(form, FormRows([Part(found[0], None)], set(), [])) if len(found) == 1 else None


def _is_line(table: RawTable) -> bool:
    rows = [row.cells for row in table.rows if any(row.cells)]
    return (
        len(rows) == 1
        and len(rows[0]) >= _FEWEST
        and all(is_figure(cell) for cell in rows[0] if cell)
    )
