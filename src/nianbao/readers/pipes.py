"""Which cells does a text mark by upright strokes?"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

_STROKE = re.compile("[|｜]")
_NO_STROKES = str.maketrans("|｜", "  ")
# The line below the head of a Markdown table; shorter dashes stand for values.
_RULE = re.compile(r"\s*[|｜]?(?:\s*+(?::?[\-—─=]{3,}+:?|:-{1,2}+:?|-{1,2}+:)\s*+[|｜]?)++\s*")
# So many lines may stand between two strokes: a cell, and empty lines around it.
_MOST_BETWEEN = 6
_LONGEST_REST = 60
# A table has at least so many strokes; fewer are marks in a sentence or a menu.
_FEWEST_STROKES = 8


class Cell(NamedTuple):
    """A cell: its text, and where it begins."""

    text: str
    start: int


def shown(line: str) -> str:
    """Return a line without strokes, rules and other marks of Markdown, at the same length."""
    line = without_marks(line)
    return line if _STROKE.search(line) is None else without_breaks(line.translate(_NO_STROKES))


def without_marks(line: str) -> str:
    """Return a line without the marks of a heading, a rule as a blank line."""
    if line.lstrip().startswith("#"):
        line = re.sub(r"^\s*#{1,6}(?=\s)", lambda found: " " * len(found[0]), line)
    if _STROKE.search(line) and _RULE.fullmatch(line):
        return " " * len(line)
    return line


def without_breaks(text: str) -> str:
    """Return a text without the marks of line breaks that Markdown takes over from pages."""
    if "<" not in text:
        return text
    return re.sub(r"<[bB][rR]\s*/?>", lambda found: " " * len(found[0]), text)


def stretches(lines: Sequence[str], is_heading: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
    """Yield the first line and the one behind the last of each table of strokes.

    Lines without a stroke go on with a cell where one with a stroke follows soon, but not past a
    heading.
    """
    marked = [number for number, line in enumerate(lines) if _STROKE.search(line)]
    first = 0
    for at, number in enumerate(marked):
        following = marked[at + 1] if at + 1 < len(marked) else len(lines) * 2
        between = lines[number + 1 : following]
        if following - number > _MOST_BETWEEN or any(
            _is_long(line) or is_heading(line) for line in between if line.strip()
        ):
            whole = lines[marked[first] : number + 1]
            if sum(len(_STROKE.findall(line)) for line in whole) >= _FEWEST_STROKES:
                yield marked[first], number + 1
            first = at + 1


def _is_long(line: str) -> bool:
    return len(line.strip()) > _LONGEST_REST


def is_regular(lines: Sequence[str]) -> bool:
    """Tell whether each line is a whole row: it has two strokes at least, or nothing."""
    return all(len(_STROKE.findall(line)) > 1 for line in lines if line.strip())


def is_by_rows(lines: Sequence[str]) -> bool:
    """Tell whether most lines are whole rows, though some break inside a cell."""
    filled = [line for line in lines if shown(line).strip()]
    return 2 * sum(len(_STROKE.findall(line)) > 1 for line in filled) > len(filled)


def rows_of(lines: Sequence[tuple[str, int]]) -> Iterator[Sequence[Cell]]:
    """Yield the cells of lines that are rows, each with its start.

    Strokes at both ends of all lines bound no further cells.
    """
    rows = [cells_of(text, start) for text, start in lines if _is_filled(text)]
    first = 0 if any(row[0].text.strip() for row in rows) else 1
    behind = 0 if any(row[-1].text.strip() for row in rows) else 1
    yield from (row[first : len(row) - behind] for row in rows)


def _is_filled(line: str) -> bool:
    return bool(line.strip()) and not _RULE.fullmatch(line)


def cells_of(text: str, offset: int) -> list[Cell]:
    """Return what stands between the strokes of a text."""
    edges = [0, *(stroke.end() for stroke in _STROKE.finditer(text))]
    stops = [*(stroke.start() for stroke in _STROKE.finditer(text)), len(text)]
    return [
        Cell(without_breaks(text[start:stop]), offset + start)
        for start, stop in zip(edges, stops, strict=True)
    ]
