"""Which signs part the cells of rows where there are neither strokes nor TABs, or quote them?"""

import re
from functools import partial

# So many lines are the rows of a table.
_FEWEST_ROWS = 6
_PARTING = ",;；"
# A cell in quotes, which spreadsheets put around one with line ends in it.
_QUOTED = re.compile(
    r'(?<=\t)"[^"\t]{0,200}+"(?=[\t\r\n]|\Z)|^"[^"\t]{0,200}+"(?=\t)', re.MULTILINE
)
_LINE_END = re.compile(r"[\r\n]")
_QUOTED_ROW = re.compile(r'^"[^"\r\n]*+"(?:,"[^"\r\n]*+")++[ ]*+$', re.MULTILINE)


def with_tabs(text: str) -> str:
    """Return a text with TABs between the cells of its rows, without quotes, at the same length."""
    if '","' in text and len(_QUOTED_ROW.findall(text)) >= _FEWEST_ROWS:
        text = _QUOTED_ROW.sub(lambda row: row[0].replace('","', " \t ").replace('"', " "), text)
    if "|" not in text and "\t" not in text:
        text = _by_signs(text)
    return _without_quotes(text) if '"\t' in text or '\t"' in text else text


def _without_quotes(text: str) -> str:
    return _QUOTED.sub(lambda cell: f" {_LINE_END.sub(' ', cell[0][1:-1])} ", text)


def _by_signs(text: str) -> str:
    """Return a text with TABs for the sign between the cells of its rows.

    Rows are so many lines with a short figure, which is no part of a longer one, between two of it.
    """
    for sign in _PARTING:
        if text.count(sign) < _FEWEST_ROWS:
            continue
        short = rf"^[^\r\n。]*{sign}\d{{1,2}}(?={sign}|[ \r]*$)"
        if len(re.findall(short, text, re.MULTILINE)) >= _FEWEST_ROWS:
            row = rf"^[^\r\n。{sign}]*{sign}[^\r\n。]*$"
            return re.sub(row, partial(_parted, sign), text, flags=re.MULTILINE)
    return text


def _parted(sign: str, row: re.Match[str]) -> str:
    return row[0].replace(sign, "\t")
