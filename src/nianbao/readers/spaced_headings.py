"""Which lines are headings whose letters stand apart: 一 、总 体 情 况?"""

from collections.abc import Iterator, Sequence
from functools import cache

from nianbao.model.numbering import NUMERALS
from nianbao.readers.heading_lines import Heading, heading_of, titles
from nianbao.readers.stream import BREAK

# No browser shows these; editors leave them between letters.
UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"))
_LONGEST = 120


def with_spaced(prose: str, found: Sequence[Heading]) -> Sequence[Heading]:
    """Return headings with those that are known once the spaces between their letters are gone.

    Args:
        prose: a text.
        found: the headings in it whose letters stand together.
    """
    have = {heading.key for heading in found}
    new = [heading for heading in _spaced(prose) if heading.key not in have]
    return sorted((*found, *new), key=lambda heading: heading.start)


def _spaced(prose: str) -> Iterator[Heading]:
    at = 0
    for line in prose.split(BREAK):
        words = line.strip()
        if 1 < len(words) <= _LONGEST and words[0] in _first_letters():
            start = at + line.index(words)
            yield from _heading(words, start)
        at += len(line) + 1


@cache
def _first_letters() -> frozenset[str]:
    """Return the letters with which a heading can begin: a text can have millions of lines."""
    return frozenset((*NUMERALS, *(title[0] for title in titles()), "第", *map(chr, UNSEEN)))


def _heading(words: str, start: int) -> Iterator[Heading]:
    shown = words.translate(UNSEEN)
    tight = "".join(shown.split())
    heading = heading_of(tight, start) if tight != words else None
    if heading and heading.key and not heading.weak:
        yield heading._replace(start=start, stop=start + len(words), words=" ".join(words.split()))
