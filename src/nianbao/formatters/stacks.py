"""How do words fill a cell of a table?"""

from collections.abc import Iterable

from rich.cells import cell_len
from rich.text import Text as Drawn

from nianbao.formatters.wrap import block

Styled = tuple[str, str]


def stack(paragraphs: Iterable[Styled], width: int) -> Drawn:
    """Return paragraphs below one another, broken into lines as Chinese is."""
    lines = [Drawn(block([words], width), style) for words, style in paragraphs]
    return Drawn("\n").join(lines)


def widest(texts: Iterable[str]) -> int:
    """Return how many columns the widest of some texts takes."""
    return max(map(cell_len, texts), default=0)
