"""Which marks take the place of the tags of a page?"""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from nianbao.readers.markup import BLOCKS, LINES
from nianbao.readers.stream import BREAK, CELL, END, PICTURE, ROW, TABLE

# Marks that no stream keeps: for end tags, for parts of tables that hold no words, for blocks, for
# fields, for the end of a page, for what its head says, and for what is in doubt.
ROW_END, CELL_END, PART, BLOCK, BLOCK_END, FIELD, PAGE_END, HEAD, DOUBT = (
    "\ufdda\ufddb\ufddc\ufddd\ufdde\ufddf\ufde0\ufde1\ufde2"
)
_INERT = (
    "html", "head", "body", "meta", "link", "base", "a", "b", "strong", "i", "em", "u", "s", "span",
    "font", "small", "big", "label", "sub", "nobr", "wbr", "ins", "mark", "tt", "abbr", "cite",
    "time", "bdo", "map", "area", "figcaption", "legend",
)  # fmt: skip


def _both(names: Iterable[str], mark: str) -> dict[str, str]:
    """Return the mark of the start tags and end tags of elements."""
    return {slash + name: mark for name in names for slash in ("", "/")}


_OF_TABLES = {
    "table": TABLE,
    "/table": END,
    "tr": ROW,
    "/tr": ROW_END,
    "td": CELL,
    "/td": CELL_END,
    "th": CELL,
    "/th": CELL_END,
    **_both(("tbody", "thead", "tfoot", "colgroup", "col"), PART),
}
_OTHERS = {
    **_both(_INERT, ""),
    **_both(LINES, BREAK),
    **dict.fromkeys(BLOCKS, BLOCK),
    **{f"/{name}": BLOCK_END for name in BLOCKS},
    **_both(("input", "button"), FIELD),
    "img": PICTURE,
    "embed": PICTURE,
    "/body": PAGE_END,
    "/html": PAGE_END,
}
_MARKS = {name.encode(): mark.encode() for name, mark in {**_OF_TABLES, **_OTHERS}.items()}
_IN_DOUBT = DOUBT.encode()
# A parser takes a tag of a table that ends in a stroke for a whole part of it, a browser does not.
_OPEN = frozenset(name.encode() for name in _OF_TABLES)
# Quotes elsewhere than around a value leave doubt where their tag ends.
_TAG = re.compile(
    rb"""(/?[a-zA-Z][^\s/"'=]*+)(?:[^"'=]*+=\s*+(?:"[^"]*+"|'[^']*+'|(?!["'])))*+[^"'=]*+"""
)
_HEAD_NAMES = re.compile(rb"ArticleTitle|PubDate")
# A page has some hundred tags that differ, and most of them again on the next page of its site.
_MOST = 4096


def marks_of(tags: Sequence[bytes]) -> list[bytes]:
    """Return the mark of each tag in UTF-8, ``b""`` where none takes its place.

    Args:
        tags: the tags without their brackets.
    """
    return list(map(_met().__getitem__, tags))


class _Met(dict[bytes, bytes]):
    """The mark of each tag met: looked up in a third of the time that a cached function takes."""

    def __missing__(self, tag: bytes) -> bytes:
        if len(self) >= _MOST:
            self.clear()
        mark = self[tag] = _mark(tag)
        return mark


@cache
def _met() -> _Met:
    return _Met()


def _mark(tag: bytes) -> bytes:
    found = _TAG.fullmatch(tag)
    if not found:
        return _of_no_element(tag)
    name = found[1].lower()
    mark = _MARKS.get(name)
    if mark is None:
        return b"" if b":" in name else _IN_DOUBT
    if name == b"meta" and _HEAD_NAMES.search(tag):
        return HEAD.encode()
    return _IN_DOUBT if mark and tag.endswith(b"/") and name in _OPEN else mark


def _of_no_element(tag: bytes) -> bytes:
    """Return the mark of a declaration; a comment that never ends and a lone bracket are none."""
    is_declaration = tag.startswith((b"!", b"?")) and not tag.startswith(b"!--")
    return b"" if is_declaration else _IN_DOUBT
