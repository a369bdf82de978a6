"""Of which sentences and clauses does a text consist?"""

import re
from collections.abc import Iterator
from typing import NamedTuple

# Sets of Chinese letters in a pattern are slow to compile: what a mark is, is looked at afterwards.
_MARK = re.compile(r"[^\w ]")
_STOP = "。"
_OTHER_STOPS = "！？!?\n"
_MARKS = frozenset("，、；：（）【】:;(),")


class Clause(NamedTuple):
    """Words between two marks.

    Attributes:
        start, stop: where they stand in the text.
        mark: the mark before them, ``""`` at the head of a sentence.
    """

    start: int
    stop: int
    mark: str


class Sentence(NamedTuple):
    """Where a sentence stands in a text."""

    start: int
    stop: int


def sentences(text: str, start: int, stop: int) -> Iterator[Sentence]:
    """Yield the sentences between two offsets of a text."""
    words = text[start:stop]
    for each in _OTHER_STOPS:
        words = words.replace(each, _STOP)
    for sentence in words.split(_STOP):
        if sentence:
            yield Sentence(start, start + len(sentence))
        start += len(sentence) + 1


def split_sentences(text: str) -> list[str]:
    """Return what stands between the full stops, semicolons and line ends of a text."""
    for mark in "。；;！":
        text = text.replace(mark, "\n")
    return text.split("\n")


def clauses(text: str, sentence: Sentence) -> Iterator[Clause]:
    """Yield the clauses of a sentence of the text."""
    mark, start = "", sentence.start
    for found in _MARK.finditer(text, sentence.start, sentence.stop):
        if found[0] in _MARKS and not _is_in_number(text, found):
            yield Clause(start, found.start(), mark)
            mark, start = found[0], found.end()
    yield Clause(start, sentence.stop, mark)


def _is_in_number(text: str, mark: re.Match[str]) -> bool:
    """Tell whether a mark is a comma before three digits: it may be part of a number."""
    if mark[0] != ",":
        return False
    behind = text[mark.end() : mark.end() + 3]
    return len(behind) == 3 and behind.isdecimal()
