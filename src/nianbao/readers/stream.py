"""The one form that pages and crawled texts are brought to before their labels are bound.

A stream is the document's text with marks between its parts. The marks are Unicode noncharacters,
which no document may hold.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from nianbao.model.place import Columns, Span
from nianbao.model.record import Record

if TYPE_CHECKING:
    from nianbao.readers.units import Units

TABLE, END, ROW, CELL, BREAK, PICTURE = "\ufdd0\ufdd1\ufdd2\ufdd3\ufdd4\ufdd5"
# What stands in a table without a place there; no stream keeps it.
STRAY = "\ufdd8"
# A field of a form in a cell, which is told apart from what is out of order by a mark of its own.
FIELD = STRAY + "\ufdd9"
# Two more stand around what the head of a page says.
MARKS = "\ufdd0\ufdd1\ufdd2\ufdd3\ufdd4\ufdd5\ufdd6\ufdd7\ufdd8\ufdd9"

# What does not count when positions in the stream are matched with positions in the source.
UNSEEN = "[\\s\ufdd0-\ufdd5]+"
# Words whose place is in doubt must have so many characters of the stream before them, and stand
# no farther away.
_CONTEXT, _NEARBY = 40, 200
# So many characters are words that may stand once in a document.
_TELLING = 6


class Trail(Record):
    """Where the visible characters and the cells of a source stand.

    Attributes:
        visible: the visible characters of the source, one after the other.
        starts: for each run of the source, how many visible characters come before it.
        runs: the runs: the offset in the source, the text as shown, and whether it is one entity.
        cells: the offset after each opening tag of a cell, or after each TAB.
    """

    visible: str
    starts: Sequence[int]
    runs: Sequence[tuple[int, str, int]]
    cells: Sequence[int]

    def offset(self, count: int, *, end: bool = False) -> int:
        """Return the offset of the ``count``-th visible character, or of its end."""
        index = bisect_right(self.starts, count) - 1
        start, shown, length = self.runs[index]
        if len(shown) != length:
            return start + length if end else start
        return start + _visible_in(shown)[count - self.starts[index]] + end

    def count(self, offset: int) -> int:
        """Return how many visible characters stand before an offset of the source."""
        index = bisect_left(self.runs, (offset,))
        if not index:
            return 0
        start, shown, _ = self.runs[index - 1]
        return self.starts[index - 1] + bisect_left(_visible_in(shown), offset - start)


@lru_cache(maxsize=8)
def _visible_in(shown: str) -> Sequence[int]:
    """Return where the visible characters of a run stand; a whole text may stand on one line."""
    return [at for at, character in enumerate(shown) if not character.isspace()]


class Flat(Record):
    """A page as text with marks.

    Attributes:
        body: the text with marks.
        text: the source, as far as it was shown otherwise.
        title, published: what the head says, or ``""``.
    """

    body: str
    text: str
    title: str = ""
    published: str = ""


class _Stream(Record):
    body: str
    source: str
    retrace: Callable[[], Trail]
    title: str = ""
    published: str = ""


class Stream(_Stream):
    """A document between its format and its meaning.

    Attributes:
        body: the text with marks.
        title: the title in the head of a page, or ``""``.
        published: the publication date in the head of a page, or ``""``.
        source: the decoded source, for lines and columns.
        retrace: gives the trail of the source; called for documents that have findings.
    """

    @cached_property
    def trail(self) -> Trail:
        """The trail of the source."""
        return self.retrace()

    def span(self, start: int, stop: int) -> Span | None:
        """Return the lines and columns of a stretch of the stream, where they are known."""
        shown = re.sub(UNSEEN, "", self.body[start:stop])
        if not shown:
            return self._empty(start, stop)
        first = self._aligned(start, shown)
        if first is None:
            return None
        return self.lines.span(
            self.trail.offset(first), self.trail.offset(first + len(shown) - 1, end=True)
        )

    def _aligned(self, start: int, shown: str) -> int | None:
        """Return where the words of a stretch stand among the visible characters of the source.

        Words in a cell stand behind its tag. The count of all characters is exact too where both
        sides see the same. Where a damaged page is seen differently, the words must stand just
        once: nearby with the same words before them, or in all the source.
        """
        first, visible = self._count(start), self.trail.visible
        in_cell = self._in_cell(start)
        if in_cell is not None and visible.startswith(shown, in_cell):
            return in_cell
        context = self._visible[max(0, first - _CONTEXT) : first] + shown
        before = len(context) - len(shown)
        if visible.startswith(context, first - before):
            return first
        nearest = max(0, first - _NEARBY)
        near = _only_place(visible[nearest : first + _NEARBY + len(context)], context)
        if near is not None:
            return nearest + near + before
        return _only_place(visible, shown) if len(shown) >= _TELLING else None

    def _in_cell(self, start: int) -> int | None:
        """Return how many visible characters of the source stand before an offset in a cell.

        They are counted from the tag of the cell, which is known where no tag was lost.
        """
        index = bisect_right(self._cells, start) - 1
        if index < 0 or len(self.trail.cells) != len(self._cells):
            return None
        before = self.body[self._cells[index] : start]
        if any(mark in before for mark in (TABLE, END, ROW)):
            return None
        return self.trail.count(self.trail.cells[index]) + len(re.sub(UNSEEN, "", before))

    def _count(self, offset: int) -> int:
        """Return how many visible characters stand before an offset."""
        starts, counts = self._shown
        run = bisect_right(starts, offset) - 1
        if run < 0:
            return 0
        after = counts[run + 1] if run + 1 < len(counts) else len(self._visible)
        return min(counts[run] + offset - starts[run], after)

    @cached_property
    def _shown(self) -> tuple[list[int], list[int]]:
        """Where each run of visible characters starts, and how many come before it."""
        starts, counts, total = [], [], 0
        for run in re.finditer("[^\\s\ufdd0-\ufdd5]+", self.body):
            starts.append(run.start())
            counts.append(total)
            total += run.end() - run.start()
        return starts, counts

    @cached_property
    def _cells(self) -> list[int]:
        """Where the marks of cells stand."""
        return [mark.start() for mark in re.finditer(CELL, self.body)]

    @cached_property
    def _visible(self) -> str:
        return re.sub(UNSEEN, "", self.body)

    def _empty(self, start: int, stop: int) -> Span | None:
        """Return the place of empty cells: no width, after the opening tag or TAB of each."""
        cells = self.trail.cells
        first, last = bisect_left(self._cells, start), bisect_left(self._cells, stop)
        if not first or len(cells) != len(self._cells):
            return None
        return self.lines.span(cells[first - 1], cells[last - 1])

    @cached_property
    def lines(self) -> "Lines":
        """The lines of the source."""
        return Lines(self.source)


def _only_place(text: str, words: str) -> int | None:
    """Return where words stand in a text, None where they stand nowhere or more than once."""
    at = text.find(words)
    return at if at >= 0 and text.find(words, at + 1) < 0 else None


class Lines:
    r"""The line ends of a text: ``\n``, ``\r\n`` and ``\r`` only."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(found.end() for found in re.finditer(r"\r\n|\n|\r", text))]

    def position(self, offset: int) -> tuple[int, int]:
        """Return line and column of an offset, both from 1."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def span(self, start: int, stop: int) -> Span:
        """Return the span between two offsets."""
        return Span(*self.position(start), *self.position(stop))

    def columns(self, span: Span) -> Columns:
        """Return the columns of a span in other units."""
        utf16, utf8 = self._before(span.line, span.column)
        end_utf16, end_utf8 = self._before(span.end_line, span.end_column)
        return Columns(utf16 + 1, end_utf16 + 1, utf8 + 1, end_utf8 + 1)

    def _before(self, line: int, column: int) -> tuple[int, int]:
        """Return the size of what stands in a line before a column."""
        start = self._starts[line - 1]
        return self._units.between(start, start + column - 1)

    @cached_property
    def _units(self) -> "Units":
        from nianbao.readers.units import Units  # noqa: PLC0415  # for outputs that ask for it

        return Units(self._text)
