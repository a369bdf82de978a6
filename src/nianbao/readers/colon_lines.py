"""Where do lines of a page hold rows whose label a colon parts from its values?"""

from collections.abc import Iterator, Sequence

from nianbao.model.labels import simplified
from nianbao.readers import tab_rows
from nianbao.readers.colons import with_tabs
from nianbao.readers.headings import is_heading
from nianbao.readers.stream import BREAK, CELL, END, ROW, TABLE, Stream, Trail

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
    signs = frozenset(_signs(stream.body, BREAK.join(lines)))
    return stream._replace(body=body, retrace=lambda: _without(stream.trail, signs))


def _has_marks(line: str) -> bool:
    return any(mark in line for mark in _MARKS)


def _table(lines: Sequence[str]) -> str:
    rows = (ROW + CELL + line.replace("\t", CELL) for line in lines if line.strip())
    return "".join((TABLE, *rows, END))


def _signs(body: str, plain: str) -> Iterator[int]:
    """Yield which of the visible characters of a text are spaces in another of its length."""
    count = 0
    for before, after in zip(body, plain, strict=True):
        if before.isspace() or before == BREAK or before in _MARKS:
            continue
        if after.isspace():
            yield count
        count += 1


def _without(trail: Trail, signs: frozenset[int]) -> Trail:
    """Return a trail in which some visible characters are spaces."""
    starts: list[int] = []
    runs: list[tuple[int, str, int]] = []
    visible: list[str] = []
    count = seen = 0
    for offset, shown, length in trail.runs:
        letters = list(shown)
        for at, letter in enumerate(shown):
            if not letter.isspace():
                letters[at] = " " if seen in signs else letter
                seen += 1
        kept = "".join("".join(letters).split())
        if kept:
            starts.append(count)
            runs.append((offset, "".join(letters), length))
            visible.append(kept)
            count += len(kept)
    return Trail("".join(visible), starts, runs, trail.cells)
