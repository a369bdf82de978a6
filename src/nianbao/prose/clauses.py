"""Of which sentences and clauses does a text consist?"""

import re
from collections.abc import Iterator

from nianbao.model.record import Record

_ENDS = r"[。！？!?\n]"
# A comma between digits may be part of a number.
_MARKS = r"[，、；：（）【】:;()]|,(?!\d{3})"


class Clause(Record):
    """Words between two marks.

    Attributes:
        start, stop: where they stand in the text.
        mark: the mark before them, ``""`` at the head of a sentence.
    """

    start: int
    stop: int
    mark: str


class Sentence(Record):
    """Where a sentence stands in a text."""

    start: int
    stop: int


def sentences(text: str, start: int, stop: int) -> Iterator[Sentence]:
    """Yield the sentences between two offsets of a text."""
    for end in re.compile(_ENDS).finditer(text, start, stop):
        if end.start() > start:
            yield Sentence(start, end.start())
        start = end.end()
    if start < stop:
        yield Sentence(start, stop)


def clauses(text: str, sentence: Sentence) -> Iterator[Clause]:
    """Yield the clauses of a sentence of the text."""
    mark, start = "", sentence.start
    for found in re.compile(_MARKS).finditer(text, sentence.start, sentence.stop):
        yield Clause(start, found.start(), mark)
        mark, start = found[0], found.end()
    yield Clause(start, sentence.stop, mark)
