"""Where in the source was each part of a report met?"""

from functools import cached_property

from nianbao.model.place import Columns, Span
from nianbao.readers.binding import Bound
from nianbao.readers.stream import Stream
from nianbao.readers.tables import RawRow
from nianbao.readers.taken import Placed

Stretch = tuple[int, int]


class Places:
    """Where in the stream each part of the report was met; looked for when first asked.

    Args:
        stream: what was read.
        prose: its text without the tables, letter for letter in the same places.
    """

    def __init__(self, stream: Stream, prose: str) -> None:
        self.stream, self.prose = stream, prose
        self.stretches: dict[str, Stretch] = {}
        self.texts: dict[str, Stretch] = {}
        self.tables: list[Bound] = []

    def locate(self, pointer: str) -> Span | None:
        """Return the span of a pointer, None where nothing was met."""
        stretch = self.stretches.get(pointer) or self._in_tables.get(pointer)
        return self.stream.span(*stretch) if stretch else None

    def locate_words(self, pointer: str, words: str) -> Span | None:
        """Return the span of words in the text at a pointer, None where they are not met there."""
        from nianbao.readers.wording import stretch_of  # noqa: PLC0415  # for findings alone

        whole = self.texts.get(pointer)
        stretch = stretch_of(words, self.prose, *whole) if whole else None
        return self.stream.span(*stretch) if stretch else None

    def measure(self, span: Span) -> Columns:
        """Return the columns of a span in other units."""
        return self.stream.lines.columns(span)

    @cached_property
    def _in_tables(self) -> dict[str, Stretch]:
        places: dict[str, Stretch] = {}
        for bound in self.tables:
            places.update(_places(bound))
        return places


def _places(bound: Bound) -> dict[str, Stretch]:
    """Return where the parts of a table stand: the table, its headers, rows, cells, extra rows."""
    layout, raws = bound.layout, bound.raws
    table = layout.form.pointer
    places = {table: _first_words(raws[0])}
    for pointer, (number, index) in layout.headers.items():
        places[pointer] = raws[number].stretch(index)
    for placed in layout.rows:
        places[placed.row.pointer] = _label(placed, raws[placed.number])
        places.update(_cells(placed, raws[placed.number]))
    for order, (_, number, _) in enumerate(layout.extra):
        places[f"{table}/extra_rows/{order}"] = _whole(raws[number])
    if layout.line:
        places[table] = _whole(raws[layout.line[0]])
    return places


def _first_words(raw: RawRow) -> Stretch:
    return raw.stretch(next((at for at, cell in enumerate(raw.cells) if cell), 0))


def _whole(raw: RawRow) -> Stretch:
    return raw.stretch(0)[0], raw.stretch(len(raw.cells) - 1)[1]


def _label(placed: Placed, raw: RawRow) -> Stretch:
    """Return the label of a row; of one without a label, its values."""
    if placed.label < placed.first:
        return raw.stretch(placed.label)
    return raw.stretch(placed.first)[0], raw.stretch(placed.stop - 1)[1]


def _cells(placed: Placed, raw: RawRow) -> dict[str, Stretch]:
    """Return where the values of a row stand: of cells that the form merges, the first."""
    row = placed.row
    indexes = list(range(placed.first, placed.stop))
    if not placed.is_whole and len(indexes) == sum(row.spans):
        indexes = [placed.first + sum(row.spans[:order]) for order in range(len(row.spans))]
    if len(indexes) != len(row.columns):
        return {}
    return {pointer: raw.stretch(at) for pointer, at in zip(row.cells, indexes, strict=True)}
