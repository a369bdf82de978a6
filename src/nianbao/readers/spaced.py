"""How is a stream read in which signs between figures count as spaces?"""

import re
from collections.abc import Iterator

from nianbao.readers.stream import UNSEEN, Stream, Trail

_UNSEEN = re.compile(UNSEEN[:-1])


def spaced(stream: Stream, body: str) -> Stream:
    """Return a stream with another body of the same length, in which some signs are spaces."""
    signs = frozenset(_signs(stream.body, body))
    return stream._replace(body=body, retrace=lambda: _without(stream.trail, signs))


def _signs(body: str, plain: str) -> Iterator[int]:
    """Yield which of the visible characters of a text are spaces in another."""
    count = 0
    for before, after in zip(body, plain, strict=True):
        if not _UNSEEN.match(before):
            if after.isspace():
                yield count
            count += 1


def _without(trail: Trail, signs: frozenset[int]) -> Trail:
    """Return a trail in which some visible characters are spaces."""
    starts: list[int] = []
    runs: list[tuple[int, str, int]] = []
    visible: list[str] = []
    count = seen = 0
    for offset, shown, length in trail.runs:
        letters = list(shown)
        for at, letter in enumerate(shown):
            if not letter.isspace():
                letters[at] = " " if seen in signs else letter
                seen += 1
        kept = "".join("".join(letters).split())
        if kept:
            starts.append(count)
            runs.append((offset, "".join(letters), length))
            visible.append(kept)
            count += len(kept)
    return Trail("".join(visible), starts, runs, trail.cells)
