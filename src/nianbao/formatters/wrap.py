"""Where may a line of Chinese break?"""

import re
from collections.abc import Iterable, Iterator

from rich.cells import cell_len

# A closing mark never begins a line and an opening one never ends it; a word in Latin letters or
# digits stays whole as long as a line can hold it.
_OPENING = re.escape("（“\u2018《〈「『【〔([{")
_CLOSING = re.escape("，。；：、！？）”\u2019》〉」』】〕…%\uff05)]}")
_LETTERS = rf"[^\W\u2e80-\U0010ffff]|(?![{_OPENING}{_CLOSING}])[!-~]"
# Lists break between their entries, labels between their parts, all else between units; a unit that
# no line can hold breaks behind its slashes.
_BREAKS = (
    re.compile(r"[^；;]+[；;]*|[；;]+"),
    re.compile(r"(?:(?! · ).)+(?: · )?| · "),
    re.compile(rf" *[{_OPENING}]*(?:(?:{_LETTERS})+|[^ ])?[{_CLOSING}]*"),
    re.compile(r"[^/]*/|[^/]+"),
    re.compile("."),
)
_UNIT = 3
_CHARACTER = 5


def wrapped(text: str, width: int) -> Iterator[str]:
    """Yield the lines of a text of one line, none wider than ``width`` columns."""
    line, used = "", 0
    todo = [(text, 0)]
    while todo:
        piece, level = todo.pop()
        size = cell_len(piece.rstrip())
        if used + size <= width or not piece.strip():
            line, used = line + piece, used + cell_len(piece)
        elif level == _CHARACTER or (
            size <= width and (used > width // 2 or _stays_whole(piece, level))
        ):
            yield line.rstrip()
            line = piece.lstrip()
            used = cell_len(line)
        else:
            todo += [(part, level + 1) for part in reversed(_BREAKS[level].findall(piece))]
    yield line.rstrip()


def _stays_whole(piece: str, level: int) -> bool:
    """Tell whether a piece goes to a new line even from a line that is hardly begun."""
    return level == _UNIT or " · " in piece


def block(paragraphs: Iterable[str], width: int) -> str:
    """Return paragraphs as lines of at most ``width`` columns."""
    return "\n".join(line for paragraph in paragraphs for line in wrapped(paragraph, width))
