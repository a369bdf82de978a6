"""How do paragraphs stand beside a word?"""

from collections.abc import Iterable, Iterator

from rich.text import Text as Drawn

from nianbao.formatters.characters import harmless
from nianbao.formatters.wrap import wrapped
from nianbao.model.record import Record

# Where little room is left, depth gives way to words.
_SHORTEST = 8


class Paragraph(Record):
    """Words of one colour; all their lines stand ``depth`` columns further in."""

    words: str
    style: str = ""
    depth: int = 0


def beside(lead: Drawn, paragraphs: Iterable[Paragraph], indent: int, width: int) -> Drawn:
    """Return paragraphs to the right of a leading word.

    Args:
        lead: the word, of fewer columns than ``indent``.
        paragraphs: what stands beside it and below.
        indent: the column at which they begin.
        width: how many columns there are in all.
    """
    drawn = lead.copy()
    drawn.append(" " * (indent - drawn.cell_len))
    for number, (line, style) in enumerate(_lines(paragraphs, width - indent)):
        drawn.append("\n" + " " * indent if number else "")
        drawn.append(line, style)
    return drawn


def _lines(paragraphs: Iterable[Paragraph], width: int) -> Iterator[tuple[str, str]]:
    for words, style, depth in paragraphs:
        margin = min(depth, max(width - _SHORTEST, 0))
        for line in wrapped(harmless(words), width - margin):
            yield " " * margin + line, style
