"""Which lines are rows of a table whose label a colon parts from its values?

They are written with TABs between their cells, at the same length, so that an offset still means
the same.
"""

import re
from collections.abc import Iterator, Sequence

from nianbao.model.labels import simplified
from nianbao.readers.glossary import terms_of
from nianbao.readers.headings import is_heading
from nianbao.readers.taken import has_figures
from nianbao.readers.vocabulary import labels_in, vocabularies

# So many rows with several values are those of a table.
_FEWEST_ROWS = 6
# A value is no sentence.
_LONGEST_VALUE = 20
# Without a label, so many values are those of table 四.
_FEWEST_VALUES = 5
# A colon inside brackets parts no cells: （单位：万元）.
_COLON = re.compile(r"[:：](?![^（(\r\n]{0,60}[）)])")
# Of several signs in a line the first of these parts its values: 1,234；0.
_PARTING = "；;、，,"
# Few texts hold lines with two values behind a colon.
_SEVERAL = re.compile(rf"[:：] ?\d[\d.]*+[件次个项条]?[ {_PARTING}]+\d")
_SPACED = re.compile(r"\s*[-+\d.]++(?:[ \u3000]+[-+\d.]++)+\s*")
_GROUPED = re.compile(r"\s*[1-9]\d{0,2}(?:[,，]\d{3})+\s*")
_STOP = re.compile(r"。(?=\s*$)")
_END = re.compile(rf"[{_PARTING}。](?=\s*$)")
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


def with_tabs(text: str) -> str:
    """Return a text with TABs in the rows whose labels end in colons, at the same length."""
    if len(_SEVERAL.findall(text)) < _FEWEST_ROWS:
        return text
    # Signs behind all rows end them; behind some of them, a blank value follows.
    are_ended = all(map(_END.search, filter(_SEVERAL.search, _LINE.findall(text))))
    end = _END if are_ended else _STOP
    parts = [(part, [_row(end.sub(" ", line)) for line in part]) for part in _parts(text)]
    if sum(_has_values(row) for _, rows in parts for row in rows) < _FEWEST_ROWS:
        return text
    return "".join(
        row or line
        for part, rows in parts
        for line, row in zip(part, rows if _is_table(rows) else part, strict=True)
    )


def _parts(text: str) -> Iterator[Sequence[str]]:
    """Yield the lines of each part, from its heading to the next."""
    lines = _LINE.findall(text)
    starts = [at for at, line in enumerate(lines) if is_heading(simplified(line.strip()))]
    for start, stop in zip([0, *starts], [*starts, len(lines)], strict=True):
        yield lines[start:stop]


def _has_values(row: str) -> bool:
    _, *values = row.split("\t")
    return len(values) > 1 and has_figures(values)


def _is_table(rows: Sequence[str]) -> bool:
    """Tell whether rows hold a label of which a table is known; others stand in any list."""
    labels = labels_in(tuple(map(str.strip, row.split("\t"))) for row in rows)
    return any(not labels.isdisjoint(words.strong) for words in vocabularies().values())


def _row(line: str) -> str:
    """Return a row with TABs between its cells, ``""`` for a line that is none."""
    colons = [colon.end() for colon in _COLON.finditer(line)]
    stop = colons[-1] if colons else 0
    labels, values = _COLON.sub("\t", line[:stop]).split("\t")[:-1], _parted(line[stop:])
    if not labels:
        values = values if "\t" in values else _spaced(values)
        return values if _are_cells(values.split("\t")) else ""
    if not all(terms_of(label.strip()) for label in labels) or _has_sentence(values):
        return ""
    return "\t".join((*labels, values))


def _has_sentence(values: str) -> bool:
    return any(len(value.strip()) > _LONGEST_VALUE for value in values.split("\t"))


def _parted(values: str) -> str:
    if _GROUPED.fullmatch(values):
        return values
    sign = next((sign for sign in _PARTING if sign in values), "")
    if not sign and _SPACED.fullmatch(values):
        return _spaced(values)
    return values.replace(sign, "\t") if sign else values


def _spaced(values: str) -> str:
    return re.sub(r"(?<=\S)[ \u3000](?=\s*\S)", "\t", values)


def _are_cells(cells: Sequence[str]) -> bool:
    """Tell whether the cells of a line without a colon are headers, or the values of table 四."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    if len(filled) > 1 and all(map(terms_of, filled)):
        return True
    return len(cells) >= _FEWEST_VALUES and has_figures(filled) and not any(map(terms_of, filled))
