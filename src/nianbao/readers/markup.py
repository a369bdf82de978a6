"""Does a page end where it should?"""

import re

from nianbao.model.record import Record
from nianbao.model.text import Text
from nianbao.readers.stream import Lines

# Elements whose text no reader of the page sees as part of it.
HIDDEN = "script|style|title|noscript|textarea|select|template|iframe|object"
# Elements that begin a line: those whose end tag may be left out or that have none, and the others.
LINES = ("p", "br", "li", "dt", "dd", "hr")
BLOCKS = (
    "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "section", "article", "header",
    "footer", "nav", "main", "center", "blockquote", "form", "aside", "figure", "address",
    "fieldset",
)  # fmt: skip
# Kinds of fields that show no text, or none of the report's.
NO_TEXT_FIELDS = ("hidden", "button", "submit", "reset", "image", "checkbox", "radio", "file")
# A comment may end where it begins: <!--> and <!---> are whole.
COMMENT = r"<!--(?:-?>|.*?(?:--!?>|\Z))"
UNSEEN = rf"<(?P<hidden>{HIDDEN})(?=[\s/>])[^>]*>.*?(?:</(?P=hidden)[^<>]*>|\Z)"
# Raised notes, readings beside letters and struck words are not part of the text they stand at.
# A longer one is what an end tag that is missing made of it.
LONGEST_NOTE = 20
NOTE = rf"<(?P<note>sup|rt|rp|del|strike)(?=[\s>])[^>]*>[^<]{{0,{LONGEST_NOTE}}}</(?P=note)\s*>"
# What follows the name of a tag. Possessive repeats and disjoint alternatives keep a scan linear
# on hostile markup.
ATTRIBUTES = r"(?:[^>\"'=]|=\s*(?:\"[^\"]*\"|'[^']*')?|[\"'])*+>"


class Cut(Record):
    """Inside what a page breaks off, and the line and column where that begins."""

    what: Text
    at: tuple[int, int]


_CLOSED = re.compile(r"</(?:html|body)\b", re.IGNORECASE)
_SCAN = (
    r"<!--(?:-?>|.*?(?:--!?>|(?P<comment>\Z)))"
    rf"|<(?P<hidden>{HIDDEN})(?=[\s/>])[^>]*>.*?(?:</(?P=hidden)[^<>]*>|(?P<script>\Z))"
    r"|<(?P<close>/?)(?P<table>table)\b[^>]*>"
    r"|<[a-zA-Z/!?][^>]*(?:>|(?P<tag>\Z))"
)
_WHAT = {
    "comment": Text("在注释中断开", "it ends inside a comment"),
    "script": Text("在脚本或样式中断开", "it ends inside a script or style"),
    "tag": Text("在标签中断开", "it ends inside a tag"),
    "table": Text("在表格中断开", "it ends inside a table"),
}
# Statistics scripts of a few hundred characters often follow the last end tag.
_TAIL = 400


def cut_at(source: str) -> Cut | None:
    """Return where a page breaks off, or None.

    A page is cut when it ends inside a tag, a comment, a script or an open table, with no
    ``</body>`` or ``</html>`` behind that. Optional end tags never count.
    """
    if _CLOSED.search(source, max(0, len(source) - _TAIL)):
        return None
    what, start = _open_end(source)
    closed = max((found.end() for found in _CLOSED.finditer(source)), default=0)
    return Cut(_WHAT[what], Lines(source).position(start)) if what and start >= closed else None


def _open_end(source: str) -> tuple[str, int]:
    """Return what is open at the end of a page and where it begins, or ``""``."""
    tables: list[int] = []
    for token in re.finditer(_SCAN, source, re.DOTALL | re.IGNORECASE):
        unended = next(
            (name for name in ("comment", "script", "tag") if token[name] is not None), ""
        )
        if unended:
            return unended, token.start()
        if token["table"] and not token["close"]:
            tables.append(token.start())
        elif token["table"] and tables:
            tables.pop()
    return ("table", tables[0]) if tables else ("", 0)
