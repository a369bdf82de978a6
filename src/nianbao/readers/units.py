"""How many units of UTF-16 and bytes of UTF-8 stand between two places of a text?"""

from functools import cached_property
from itertools import accumulate

# A page may stand on one line, a picture of megabytes within it: longer stretches are summed up
# from pieces that are counted once.
_PIECE = 4096

# Units of UTF-16, bytes of UTF-8.
Size = tuple[int, int]


class Units:
    """Counts in a text, each piece of it once."""

    def __init__(self, text: str) -> None:
        self._text = text

    def between(self, start: int, stop: int) -> Size:
        """Return the size of what stands between two offsets."""
        if stop - start <= _PIECE:
            return _size(self._text[start:stop])
        (utf16, utf8), (more16, more8) = self._before(start), self._before(stop)
        return more16 - utf16, more8 - utf8

    def _before(self, offset: int) -> Size:
        number = offset // _PIECE
        return _sum(self._sums[number], _size(self._text[number * _PIECE : offset]))

    @cached_property
    def _sums(self) -> list[Size]:
        """What stands before each piece."""
        text = self._text
        pieces = (text[at : at + _PIECE] for at in range(0, len(text), _PIECE))
        return list(accumulate(map(_size, pieces), _sum, initial=(0, 0)))


def _size(text: str) -> Size:
    utf16 = len(text.encode("utf-16-le", "surrogatepass")) // 2
    return utf16, len(text.encode("utf-8", "surrogatepass"))


def _sum(one: Size, other: Size) -> Size:
    return one[0] + other[0], one[1] + other[1]
