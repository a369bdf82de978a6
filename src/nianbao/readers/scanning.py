"""Which labels and figures follow one another in a text that lost its grid?"""

import re
import unicodedata
from collections.abc import Iterator

from nianbao.model.labels import simplified
from nianbao.model.record import Record
from nianbao.readers.glossary import by_first, terms_of
from nianbao.readers.stream import BREAK

# What stands before the words of a label: its number, with a mark behind it.
_NUMBER = r"[（(“\"'‘《\s]*(?:[一二三四五六七八九十\d]{1,2}\s*[)）、.．,，:：]\s*)?[“\"'‘]?"
_MOST_NUMBER = 2
# The number of a page, which stands between the rows of a table that a page break parts.
_PAGE = re.compile(rf"[-—–]\s*\d{{1,3}}\s*[-—–](?=\s*[\n{BREAK}])")
_CLOSING = "）)」”\"'’》"


class Token(Record):
    """A label, a figure or other words, and where they stand."""

    start: int
    stop: int
    text: str
    is_label: bool


class _Squeezed(Record):
    """The letters and digits of a text, and where each stands."""

    letters: str
    places: list[int]


def tokens(text: str) -> Iterator[Token]:
    """Yield the labels, figures and other words of a text in order.

    A label may be broken by spaces and line ends; other words go up to the next space.
    """
    squeezed = _squeezed(text)
    index = at = 0
    while at < len(text):
        if text[at].isspace() or text[at] == BREAK:
            at += 1
            continue
        while index < len(squeezed.places) and squeezed.places[index] < at:
            index += 1
        stop = _label_end(text, squeezed, index, at)
        page = None if stop else _PAGE.match(text, at)
        is_label = stop > 0
        stop = stop or (page.end() if page else _word_end(text, at))
        is_label = is_label or bool(terms_of(text[at:stop]))
        yield Token(at, stop, text[at:stop].replace(BREAK, "\n"), is_label)
        at = stop


def _squeezed(text: str) -> _Squeezed:
    letters, places = [], []
    for at, letter in enumerate(simplified(text)):
        for plain in unicodedata.normalize("NFKC", letter):
            if plain.isalnum():
                letters.append(plain)
                places.append(at)
    return _Squeezed("".join(letters), places)


def _label_end(text: str, squeezed: _Squeezed, index: int, at: int) -> int:
    """Return where the label ends that begins at a place, or 0."""
    for first in range(index, min(index + _MOST_NUMBER + 1, len(squeezed.letters))):
        before = text[at : squeezed.places[first]].replace(BREAK, "\n")
        labels = by_first().get(squeezed.letters[first], ())
        if not labels or not re.fullmatch(_NUMBER, before):
            continue
        for label in labels:
            if squeezed.letters.startswith(label, first):
                stop = _closed(text, squeezed.places[first + len(label) - 1] + 1)
                if _is_border(text, stop):
                    return stop
    return 0


def _closed(text: str, stop: int) -> int:
    """Return where the brackets and quotes behind a label end; spaces may stand before them."""
    at = stop
    while at < len(text) and (text[at].isspace() or text[at] == BREAK or text[at] in _CLOSING):
        stop = at + 1 if text[at] in _CLOSING else stop
        at += 1
    return stop


def _is_border(text: str, at: int) -> bool:
    """Tell whether a label may end at a place: behind it stand a space, a figure or nothing."""
    return at >= len(text) or text[at].isspace() or text[at] == BREAK or text[at].isdigit()


def _word_end(text: str, at: int) -> int:
    while at < len(text) and not text[at].isspace() and text[at] != BREAK:
        at += 1
    return at
