"""How does a browser read tables whose tags are left out or stand in wrong places?

The parser of pages leaves such tables as they are. So the tags that a browser adds are written
into the source, and text between cells is moved before its table, where a browser shows it.
"""

import re
from itertools import chain

from nianbao.readers.markup import ATTRIBUTES, COMMENT, UNSEEN
from nianbao.readers.stream import BREAK, CELL, END, ROW, STRAY, TABLE

_TOKEN = (
    rf"{COMMENT}|{UNSEEN}"
    r"|<(?P<tag>/?(?:table|tr|td|th|tbody|thead|tfoot|caption|colgroup|col)|/(?:body|html))"
    rf"(?=[\s/>]){ATTRIBUTES}"
    rf"|</?[a-zA-Z]{ATTRIBUTES}"
    r"|<[!?/][^>]*>"
)
_SECTIONS = ("tbody", "thead", "tfoot")
_CELLS = ("td", "th")
# In which parts of a table each tag may stand.
_AROUND = {
    "tr": _SECTIONS,
    "td": (*_SECTIONS, "tr"),
    "th": (*_SECTIONS, "tr"),
    "col": ("colgroup",),
}


def mended(source: str) -> str:
    """Return a page with the tags of tables that a browser adds, without those it ignores."""
    tables = _Tables()

    def taken(token: re.Match[str]) -> str:
        tag = (token["tag"] or "").lower()
        if tag in ("/body", "/html"):
            return "" if tables.are_open else token[0]
        # A browser knows no empty cell written <td/>.
        whole = token[0][:-2] + ">" if tag and token[0].endswith("/>") else token[0]
        return tables.before(tag) + whole

    return re.sub(_TOKEN, taken, source, flags=re.DOTALL | re.IGNORECASE)


class _Tables:
    """The open tables: for each, the parts open in it, from its section to its cell."""

    def __init__(self) -> None:
        self._open: list[list[str]] = []

    @property
    def are_open(self) -> bool:
        """Whether any table is open."""
        return bool(self._open)

    def before(self, tag: str) -> str:
        """Take a tag and return the tags that belong before it."""
        if tag == "table":
            return self._table()
        if not tag or not self._open:
            return ""
        parts = self._open[-1]
        if tag == "/table":
            self._open.pop()
            return _closed(parts)
        return _ended(parts, tag[1:]) if tag[0] == "/" else _begun(parts, tag)

    def _table(self) -> str:
        """Open a table: only a cell and a caption hold one, else it ends the one around it."""
        added = ""
        if self._open and self._open[-1][-1:] not in (["td"], ["th"], ["caption"]):
            added = _closed(self._open.pop()) + "</table>"
        self._open.append([])
        return added


def _begun(parts: list[str], tag: str) -> str:
    """Open a part of a table; return the tags before it."""
    added = _closed(parts, _AROUND.get(tag, ()))
    if tag in _CELLS and parts[-1:] != ["tr"]:
        parts.append("tr")
        added += "<tr>"
    if tag != "col":
        parts.append(tag)
    return added


def _ended(parts: list[str], tag: str) -> str:
    """Take an end tag; return the tags before it."""
    if tag == "tbody" and parts[:1] == ["tr"]:
        # A row without a section around it stands in one that the browser adds.
        return _closed(parts)
    if tag not in parts or (tag in _CELLS and parts[-1] != tag):
        return ""
    added = _closed(parts, (tag,))
    parts.pop()
    return added


def _closed(parts: list[str], kept: tuple[str, ...] = ()) -> str:
    """Close the innermost parts up to one of those kept; return their end tags."""
    added = ""
    while parts and parts[-1] not in kept:
        added += f"</{parts.pop()}>"
    return added


def moved(body: str) -> str:
    """Return a stream in which text between the cells of a table stands before the table."""
    parts: list[list[str]] = []
    before: list[list[str]] = []
    marks = f"{TABLE}{END}"
    pattern = f"[{marks}]|{STRAY}[^{marks}{ROW}{CELL}]*|[^{marks}{STRAY}]+"
    for piece in re.findall(pattern, body):
        words = piece.replace(STRAY, "")
        if piece[0] == STRAY and before:
            before[-1] += (BREAK, words, BREAK)
            continue
        if piece == TABLE:
            before.append([])
            parts.append(before[-1])
        elif piece == END and before:
            before.pop()
        parts.append([words])
    return "".join(chain.from_iterable(parts))
