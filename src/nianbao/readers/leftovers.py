"""What did a converter leave in a text that is no word of it?"""

import re

# Patterns are compiled where a text holds a sign of them.
# What stands in an empty cell of a table, or above a column without a header.
_FILLER = (
    r"(?<=[|｜\t])[ ]*+(?:NaN|nan|None|none|null|NULL|<NA>|Unnamed: \d++|Col\d++)"
    r"(?=[ ]*+(?:[|｜\t\r\n]|\Z))"
)
_FILLERS = ("NaN", "nan", "one", "null", "NULL", "<NA>", "Unnamed", "Col")
_ESCAPE = r"\\[!-/:-@\[-`{-~]"
_STROKES = str.maketrans(dict.fromkeys("│┃║┆┇┊┋", "|"))
_STROKED = ("│", "┃", "║", "┆", "┊")
# A line between rows, drawn with the signs for boxes or with crosses as corners.
_DRAWN = r"(?m)^[ \t]*+(?:[\u2500-\u257f|][\u2500-\u257f| \t]++|\+[-=:+]{3,}+)[ \t\r]*+$"
# Dashes above and below the columns of a table without strokes.
_RULED = r"(?m)^[ \t]*+(?:-{5,}+|-{2,}+(?:[ ]++-{2,}+)++)[ \t\r]*+$"
# The number of a page, where a table goes on behind a page break.
_PAGE = (
    r"(?m)^[ \t]*+(?:[-—–·] ?\d{1,3} ?[-—–·]|第 ?\d{1,3} ?页(?:[ /，,]*+共 ?\d{1,3} ?页)?"
    r"|P(?:age ?|\. ?|)\d{1,3}(?: - [^\r\n|]{1,60}+)?)[ \t\r]*+$"
)
_PAGES = ("|", "页", "Page", "P.")
# Asterisks mask letters of a name in a sentence; in cells and headings they make words bold, and so
# they do around a figure or several words.
_BOLD_LINE = r"(?m)^(?:[ \t]*+(?:#|\*\*).*|.*[|｜\t].*)$"
_BOLD = r"\*\*(?=[\w《“（])([^*\r\n]{3,}?|\d{1,2})(?<=[\w》”）])\*\*"
# Marks around all words of a cell.
_EMPHASIS = r"(?<=[|｜\t])([ ]*+)(__|[*_`])([^|｜\t\r\n*_`]++)\2(?=[ ]*+(?:[|｜\t\r\n]|\Z))"
# What Markdown puts before each line of a quotation, and before the words of a list.
_OPENING = r"(?m)^([ \t]*+)((?:>[ ]?)++|[-*+•●] ++(?=[^\W\d_]|[（(]|\d[.、．]\D))"
# A figure behind such a mark is negative, unless those of a whole table are.
_LISTED = r"(?m)^[ \t]*+[-*•●] (?=\d[\d.,]*+[ \t\r]*+$)"
_FEWEST_LISTED = 12
_OPENINGS = (">", "- ", "* ", "+ ", "• ", "● ")
# Struck out words, the marks of notes, and the signs of formulas around a figure.
_STRUCK = r"~~[^~\r\n]{1,20}~~"
_NOTE = r"\[\^\w{1,8}\]"
_FORMULA = r"\$ ?([+-]?\d[\d.,]*+) ?\$"
_LINK = r"(?<=[|｜\t])([ ]*+)\[([^\[\]|\t\r\n]*+)\]\([^()\s|]*+\)(?=[ ]*+(?:[|｜\t\r\n]|\Z))"


def without_leftovers(text: str) -> str:
    """Return a text with spaces for the marks of Markdown, fillers and lines drawn.

    It keeps its length, so that an offset still means the same.
    """
    if "\\" in text:
        text = _unescaped(text)
    if "**" in text:
        text = re.sub(_BOLD_LINE, lambda found: found[0].replace("**", "  "), text)
        text = re.sub(_BOLD, r"  \1  ", text)
    if any(sign in text for sign in _OPENINGS):
        text = re.sub(_OPENING, lambda found: found[1] + " " * len(found[2]), text)
        if len(re.findall(_LISTED, text)) >= _FEWEST_LISTED:
            text = re.sub(_LISTED, _spaces, text)
    return _without_fillers(_with_strokes(_without_notes(text)))


def _unescaped(text: str) -> str:
    """Return a text with the signs that were escaped; a stroke that was is none of a table.

    Where all of them were, they part its cells.
    """
    stroke = " |" if text.count("|") == text.count(r"\|") else "  "
    return re.sub(_ESCAPE, lambda found: stroke if found[0][1] == "|" else f" {found[0][1]}", text)


def _without_notes(text: str) -> str:
    if "~~" in text:
        text = re.sub(_STRUCK, _spaces, text)
    if "[^" in text:
        text = re.sub(_NOTE, _spaces, text)
    if "](" in text:
        text = re.sub(_LINK, _linked, text)
    return re.sub(_FORMULA, _figure, text) if "$" in text else text


def _linked(found: re.Match[str]) -> str:
    """Return the words of a link without its address."""
    return f"{found[1]} {found[2]}".ljust(len(found[0]))


def _figure(found: re.Match[str]) -> str:
    return found[0].replace("$", " ")


def _with_strokes(text: str) -> str:
    """Return a text without drawn lines between rows, and with one sign alone between cells."""
    if any(sign in text for sign in _STROKED):
        return re.sub(_DRAWN, _blank_if_drawn, text).translate(_STROKES)
    if "-----" in text or "-- -" in text or "--  -" in text:
        text = re.sub(_RULED, _spaces, text)
    return re.sub(_DRAWN, _blank_if_drawn, text) if "+--" in text or "+==" in text else text


def _blank_if_drawn(found: re.Match[str]) -> str:
    """Return a blank line for one of corners and dashes; one of strokes alone is an empty row."""
    return found[0] if set(found[0]) <= set("│┃║┆┊| \t\r") else _spaces(found)


def _without_fillers(text: str) -> str:
    if any(sign in text for sign in _PAGES):
        text = re.sub(_PAGE, _spaces, text)
    if "|" in text:
        text = re.sub(_EMPHASIS, _plain, text) if any(sign in text for sign in "*_`") else text
    if ("|" in text or "\t" in text) and any(filler in text for filler in _FILLERS):
        text = re.sub(_FILLER, _spaces, text)
    return text


def _plain(found: re.Match[str]) -> str:
    """Return the words of a cell without the marks around them."""
    marks = " " * len(found[2])
    return f"{found[1]}{marks}{found[3]}{marks}"


def _spaces(found: re.Match[str]) -> str:
    return " " * len(found[0])
