"""What does a page say whose tags leave no doubt?

Most pages close each table, row and cell that they open, one inside the other. A browser reads them
as they are written, so no tree need be made of them: marks take the place of their tags, in half
the time that a parser takes. What a browser might read otherwise than it is written, and each tag
that is not known here, is left to the parser.
"""

import re

from nianbao.protocols import Source
from nianbao.readers.stream import BREAK, CELL, END, PICTURE, ROW, TABLE, Flat
from nianbao.readers.tags import (
    BLOCK,
    BLOCK_END,
    CELL_END,
    FIELD,
    HEAD,
    PAGE_END,
    PART,
    ROW_END,
    marks_of,
)

# So each noncharacter that is a mark begins in UTF-8.
_MARK = b"\xef\xb7"
# Words styled as cells are told apart by a parser alone.
_STYLED = b"table-cell"
# What is no word of the page, and what never ends.
_UNSEEN = re.compile(
    rb"<(?:!--(?!-?>)[^-]*+(?:-(?!-!?>)[^-]*+)*+--!?>"
    rb"|(?P<name>script|style|noscript|select|textarea)(?=[\s>])[^<>]*+(?<!/)>"
    rb"[^<]*+(?:<(?!/?(?P=name))[^<]*+)*+</(?P=name)\s*+>"
    rb"|(?P<open>!--|script|style|noscript|select|textarea)(?s:.*+))"
)
_FIELDS = (b"select", b"textarea")
_TITLE = re.compile(rb"<(?:title|TITLE)(?:\s[^<>]*+)?>([^<]*+)</(?:title|TITLE)\s*+>")
_META = (
    rb"""<(?:meta|META)(?=[^<>]*\s(?i:name)\s*=\s*["']?(ArticleTitle|PubDate)["'\s/>])"""
    rb"""[^<>]*\s(?i:content)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))"""
)
# Brackets among words, as in the path to a page, end no tag.
_LOOSE = re.compile(rb">[^<>]*+(?:>[^<>]*+)++")
# Fields may stand in the only cell of a row: such a table lays out a page.
_CELLS = f"(?:{CELL}{FIELD}*+{CELL_END}|(?:{CELL}{CELL_END})*+)"
_TABLE = re.compile(f"{TABLE}{PART}*+(?:{ROW}{_CELLS}{ROW_END}{PART}*+)*+{END}")
_DEEPEST = 64


def _any_of(marks: str) -> bytes:
    """Return the pattern of any of some marks in UTF-8."""
    return _MARK + b"[" + b"".join(mark.encode()[-1:] for mark in marks) + b"]"


# The parser knows how deep the tags of a page nest that has so many.
_MOST_PIECES = 150_000
# Words or tables in a table and in no cell of it, or behind the end of the page.
_OUTSIDE = ROW + ROW_END + CELL_END + PART + PAGE_END
_ASTRAY = re.compile(
    _any_of(TABLE + _OUTSIDE)
    + rb"(?:\s|%b)*+(?!\Z|%b)"
    % (_any_of(BREAK + BLOCK + BLOCK_END), _any_of(_OUTSIDE + CELL + END + FIELD + HEAD))
)
# The characters that most pages name; all others are looked up in a table.
_NAMED = {
    f"&{name};".encode(): character.encode()
    for name, character in {
        "copy": "©", "middot": "·", "ldquo": "“", "rdquo": "”", "mdash": "—", "hellip": "…",
        "lt": "<", "gt": ">",
    }.items()
}  # fmt: skip


def flat_of(source: Source) -> Flat | None:
    """Return the text of a page with marks, or None where its tags leave doubt."""
    if _STYLED in source.data:
        return None
    data = _UNSEEN.sub(_left_of, source.data)
    title = _TITLE.search(data)
    if title:
        data = data[: title.start()] + data[title.end() :]
    body = _marked(data)
    if not body or _ASTRAY.search(body):
        return None
    head = _head(data) if HEAD.encode() in body else {}
    stated = head.get("ArticleTitle") or (_unescaped(title[1]).strip() if title else "")
    return Flat(_without_own_marks(_unescaped(body)), source.text, stated, head.get("PubDate", ""))


def _left_of(unseen: re.Match[bytes]) -> bytes:
    """Return what stays of an element without words: a bracket in doubt where it may not end."""
    if unseen["open"]:
        return b"<"
    if unseen["name"] not in _FIELDS:
        return b"<!>"
    return b"<" if b"<!--" in unseen[0] else b"<input>"


def _marked(data: bytes) -> bytes:
    """Return a page with marks in place of its tags, ``b""`` where they leave doubt."""
    pieces = _pieces(data)
    if len(pieces) > _MOST_PIECES:
        return b""
    marks = marks_of(pieces[1::2])
    if not _is_sound(b"".join(marks).decode()):
        return b""
    words = b"".join(pieces[::2])
    shown = words.replace(b">", b"")
    # Each tag is followed by one bracket, which ends it.
    if not len(words) - len(shown) == len(marks) == len(pieces) // 2 or _MARK in shown:
        return b""
    pieces[1::2] = marks
    return b"".join(pieces).replace(b">", b"")


def _pieces(data: bytes) -> list[bytes]:
    """Return the tags of a page and, around them, words, each with the bracket before it."""
    bracketed = data.replace(b">", b"<>")
    pieces = bracketed.split(b"<")
    if (len(bracketed) - len(data)) * 2 == len(pieces) - 1:
        return pieces
    return _LOOSE.sub(_escaped, data).replace(b">", b"<>").split(b"<")


def _escaped(words: re.Match[bytes]) -> bytes:
    return b">" + words[0][1:].replace(b">", b"&gt;")


def _is_sound(marks: str) -> bool:
    """Tell whether the marks of tables, their parts and blocks stand inside one another."""
    marks = marks.replace(BREAK, "").replace(PICTURE, "")
    for _ in range(_DEEPEST):
        fewer = marks.replace(BLOCK + BLOCK_END, "")
        if len(fewer) == len(marks):
            fewer = _TABLE.sub("", marks)
        if len(fewer) == len(marks):
            break
        marks = fewer
    return not marks.strip(FIELD + PAGE_END + HEAD)


def _without_own_marks(body: str) -> str:
    for mark in (BLOCK, BLOCK_END):
        body = body.replace(mark, BREAK)
    for mark in (ROW_END, CELL_END, PART, FIELD, PAGE_END, HEAD):
        body = body.replace(mark, "")
    return body


def _head(data: bytes) -> dict[str, str]:
    """Return what the head of a page says of its title and day."""
    found = [[words for words in each if words] for each in re.findall(_META, data)]
    return {each[0].decode(): _unescaped(each[-1]).strip() for each in found if len(each) > 1}


def _unescaped(data: bytes) -> str:
    """Return the words of a page as a browser shows them."""
    data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    data = data.replace(b"&nbsp;", b"\xc2\xa0")
    if b"&" in data:
        for name, character in _NAMED.items():
            data = data.replace(name, character)
    text = data.decode()
    if "&" not in text:
        return text
    from html import unescape  # noqa: PLC0415  # its table of names takes a millisecond

    return unescape(text)
