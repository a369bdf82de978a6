"""Which rows do the tables of a wiki have, whose cells may stand on lines of their own?

They are written as rows of strokes, a row a line, at the same length, so that an offset still means
the same.
"""

import re

# A table that was not closed goes on to the next blank line, heading or table.
_TABLE = re.compile(
    r"^[ \t:]*+\{\|(?=[^\n]*+\n[ \t]*+[|!])(?:"
    r"(?:(?!^[ \t]*+(?:\{\||\|\}|==)).)*+^[ \t]*+\|\}"
    r"|(?:(?!^[ \t]*+(?:\{\||==|\r?$)).)*+(?:^[ \t]*+\r?\n)?)",
    re.MULTILINE | re.DOTALL,
)
# Where its first line was lost, the lines of a table that open with a stroke or a mark of a header.
_HEADLESS = re.compile(r"(?:^[ \t:]*+[|!][^\n]*+(?:\n(?:[ \t\r]*+\n)*+|\Z))++", re.MULTILINE)
_ROW_MARK = re.compile(r"^[ \t:]*+\|-+(?:[ \t]++[\w-]+=[^|\n]*+)?[ \t\r]*$", re.MULTILINE)
# So many marks of rows are no dashes in the place of figures, which follow one another too.
_FEWEST_ROWS = 6
_DASHES = re.compile(r"^[ \t]*+\|-+\s*+\|-+[ \t\r]*$", re.MULTILINE)
_MARKS = re.compile(
    r"^=+(?=[^=\r\n])|(?<=[^=\r\n])=+(?=[ \t\r]*$)|'{2,5}|__[A-Z]+__|^[ \t]*+\|\}", re.MULTILINE
)
_NOTE = re.compile(r"<ref\b[^<>]*+(?:(?<=/)>|>[^<>]*+</ref>)")
# A link shows the words behind its stroke.
_LINK = re.compile(r"\[\[(?:[^\[\]|\r\n]*+\|)?([^\[\]|\r\n]*+)\]\]")
# What these show stands elsewhere.
_ELSEWHERE = re.compile(
    r"\{\{[^{}]*+\}\}|\[\[(?:file|image|文件|图像|檔案)[:：][^\[\]]*+\]\]", re.IGNORECASE
)
_UNREADABLE = "\ufffc"
_ATTRIBUTES = re.compile(r"(?<=\|)(?=[^|\r\n]*=)[^|\r\n]*+\|(?!\|)")
_EDGE = re.compile(r"[ \t:]*+(\{\||\|-|\|\}|\|\+)?")
_ENDS = ("{|", "|-", "|}")


def with_rows(text: str) -> str:
    """Return the text of a wiki with its tables as rows of strokes, without its marks."""
    rows = _TABLE.sub(_table, text)
    if len(_ROW_MARK.findall(rows)) >= _FEWEST_ROWS and not _DASHES.search(rows):
        rows = _HEADLESS.sub(_headless, rows)
    return text if rows == text else _MARKS.sub(_spaces, rows)


def _headless(found: re.Match[str]) -> str:
    """Return the rows of a table without its first line; other lines of strokes as they are."""
    return _table(found) if _ROW_MARK.search(found[0]) else found[0]


def _table(found: re.Match[str]) -> str:
    text = _NOTE.sub(_spaces, found[0])
    text = _ELSEWHERE.sub(lambda each: _UNREADABLE * len(each[0]), text)
    text = _LINK.sub(lambda link: f"{link[1]}  ".rjust(len(link[0])), text)
    lines = re.findall(r"[^\n]*\n|[^\n]+", text)
    edges = [_edge(line) for line in lines]
    # Behind an open row comes the blank line that ends the table, or nothing.
    following = [*edges[1:-1], edges[-1] or "|}", None]
    rows = "".join(map(_line, lines, edges, following))
    # A table around others has no words of its own.
    return rows if any(map(str.isalnum, rows)) else rows.replace("|", " ")


def _edge(line: str) -> str:
    """Return the mark that opens a line, ``""`` for cells and what goes on with them."""
    found = _EDGE.match(line)
    return (found[1] or "") if found else ""


def _line(line: str, edge: str, following: str | None) -> str:
    """Return a line of a table: its cells stand in one row with those of the lines before."""
    words = line.rstrip("\r\n")
    end = line[len(words) :]
    if edge in _ENDS:
        return "\n".ljust(len(words)) + end
    if edge or following is None:
        return _cells(words.replace("|+", "  ")) + end
    return _cells(words) + ("|" if following in _ENDS else " ").ljust(len(end))


def _cells(words: str) -> str:
    """Return the cells of a line with one stroke before each, without their attributes."""
    if words.lstrip().startswith("!"):
        words = words.replace("!", "|", 1).replace("!!", "||")
    return _ATTRIBUTES.sub(_spaces, words).replace("||", " |")


def _spaces(found: re.Match[str]) -> str:
    return " " * len(found[0])
