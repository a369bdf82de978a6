"""Where do tables stand in a text that lost its grid: one cell a line, or all on one line?"""

import re
from collections.abc import Iterator, Sequence

from nianbao.model.report import Table
from nianbao.readers.heading_lines import Heading
from nianbao.readers.rowing import starts_of
from nianbao.readers.scanning import Token, tokens
from nianbao.readers.stream import BREAK, CELL, END, ROW, TABLE
from nianbao.readers.taken import is_figure

_PARTS = ("disclosure", "requests", "review_litigation")
# A table has more labels than a sentence that happens to hold some.
_FEWEST_LABELS = 4
_SENTENCE = re.compile("[。；！？]")
# Of so many cells at most one holds what is no figure.
_MOST_OTHERS = 4


def loosened(body: str, prose: str, heads: Sequence[Heading], met: Sequence[str]) -> str:
    """Return a stream with the marks of tables whose cells follow one another without them.

    Args:
        body: the stream.
        prose: the same without its tables.
        heads: its headings.
        met: the keys of the tables that were found.
    """
    parts: list[str] = []
    at = 0
    for start, stop in _regions(prose, heads, met):
        parts.append(body[at:start])
        parts.append(_marked(body[start:stop]))
        at = stop
    return "".join((*parts, body[at:]))


def is_sure(table: Table) -> bool:
    """Tell whether a table found so has rows of figures: signs between them are no cells."""
    texts = [cell.raw for cells in table.rows.values() for cell in cells]
    texts += [text for row in table.unread.values() for text in row.raw]
    others = sum(bool(text) and not is_figure(text) for text in texts)
    return bool(texts) and others * _MOST_OTHERS <= len(texts)


def _regions(prose: str, heads: Sequence[Heading], met: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the stretches where a missing table may stand: below its heading, else anywhere."""
    starts = [0, *(head.stop for head in heads)]
    stops = [*(head.start for head in heads), len(prose)]
    keys = ["", *(head.key for head in heads)]
    missing = [part for part in _PARTS if part not in met]
    is_lost = any(part not in keys for part in missing)
    for key, start, stop in zip(keys, starts, stops, strict=True):
        if is_lost or key in missing:
            yield start, stop


def _marked(text: str) -> str:
    """Return a stretch with marks around the tables it holds."""
    parts: list[str] = []
    at = 0
    for found in _tables(list(tokens(text))):
        parts.append(text[at : found[0].start])
        parts.append(_table(text, found))
        at = found[-1].stop
    return "".join((*parts, text[at:]))


def _table(text: str, found: Sequence[Token]) -> str:
    """Return labels and figures with the marks of tables, rows and cells."""
    starts = {start.at: start.new_table for start in starts_of([each.text for each in found])}
    parts = [TABLE]
    for index, token in enumerate(found):
        stop = found[index + 1].start if index + 1 < len(found) else token.stop
        new_table = starts.get(index, False) and index > 0
        parts.append((END + TABLE if new_table else "") + (ROW if index in starts else "") + CELL)
        parts.append(text[token.start : stop].replace(BREAK, "\n"))
    return "".join((*parts, END))


def _tables(found: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """Yield the labels and figures of each table: what stands between sentences."""
    ends = [at for at, token in enumerate(found) if _SENTENCE.search(token.text)]
    for start, stop in zip([0, *(at + 1 for at in ends)], [*ends, len(found)], strict=True):
        labels = [at for at in range(start, stop) if found[at].is_label]
        if len(labels) >= _FEWEST_LABELS:
            yield found[labels[0] : stop]
