"""Which cells stand in one row, where only the order of the cells is left?"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from nianbao.model.labels import normalised
from nianbao.model.likeness import is_like
from nianbao.model.record import Record
from nianbao.readers.glossary import Role, Term, columns_known, terms_of
from nianbao.readers.taken import is_figure

# Below the header of 表四 follow so many figures, and no label.
_UNLABELLED = "review_litigation"
_IN_LINE = 15
_HEADINGS = ("header", "column", "words")


class Start(Record):
    """Which cell opens a row, and whether that row is of another table than the one before."""

    at: int
    new_table: bool


def starts_of(cells: Sequence[str]) -> list[Start]:
    """Return the cells that open rows.

    A row begins at a label: a group and the first row below it share a line, so do the labels of
    a header. Figures go on with the row before them, but not with a header.
    """
    starts: list[Start] = []
    table, before = "", ""
    due = 0
    following = _following(cells)
    for index, term in enumerate(_terms(cells, following)):
        if before in _HEADINGS and _is_gap(cells[index], following[index], table):
            continue
        role = term.role if term else _role(cells[index], before, cells[index + 1 : index + 2])
        # Words can stand in the place of a figure, as long as the row has figures to come.
        role = "figure" if due > 0 and not term else role
        if term and role == "row":
            due = term.figures + 1
        elif role == "figure" and before in _HEADINGS:
            due = _IN_LINE
        due -= 1
        other = bool(term) and term is not None and term.table != table
        if index == 0 or other or _opens(role, before):
            starts.append(Start(index, other))
        table = term.table if term else table
        before = _standing(role, before)
    return starts


def _is_gap(text: str, following: str, table: str) -> bool:
    """Tell whether a cell is blank before a label: a header spans it, or lost its words.

    In one table alone, figures stand below a header without a label of their row.
    """
    if text.strip():
        return False
    return _is_column(following) or (table != _UNLABELLED and bool(terms_of(following)))


@lru_cache(maxsize=256)
def _is_column(text: str) -> bool:
    """Tell whether a text is the label of a column, or one like it."""
    label, columns = normalised(text), columns_known()
    return label in columns or any(is_like(label, column) for column in columns)


def _role(text: str, before: str, following: Sequence[str]) -> str:
    """Return what a cell is that is no label: words before a figure are those of a row."""
    if not text.strip() or is_figure(text):
        return "figure"
    if len(text.strip()) > 1 and any(map(is_figure, following)):
        return "row"
    return "column" if before in _HEADINGS and _is_column(text) else "words"


def _opens(role: str, before: str) -> bool:
    """Tell whether a cell opens a row behind what stands in the row so far."""
    if role == "figure":
        return before in _HEADINGS
    if role in ("column", "words"):
        return before == "figure"
    if role == "row":
        return before != "group"
    if role == "header":
        return before not in ("header", "column")
    return True


def _standing(role: str, before: str) -> str:
    """Return what stands in the row once a cell is added."""
    return "column" if role == "header" and before == "column" else role


def _terms(cells: Sequence[str], following: Sequence[str]) -> Iterator[Term | None]:
    """Yield what each cell is; of a word with several meanings, the one that fits here."""
    table = ""
    for text, after in zip(cells, following, strict=True):
        term = _fitting(terms_of(text), table, text, after)
        table = term.table if term else table
        yield term


def _following(cells: Sequence[str]) -> list[str]:
    """Return the next cell with words behind each cell."""
    found, following = [], ""
    for text in reversed(cells):
        found.append(following)
        following = text if text.strip() else following
    return found[::-1]


def _fitting(terms: tuple[Term, ...], table: str, text: str, following: str) -> Term | None:
    here = [term for term in terms if term.table == table] or list(terms)
    if len(here) < 2:
        return here[0] if here else None
    # 总计 and 其他 name a row where figures follow, or where they are numbered.
    is_row = is_figure(following) or text.lstrip()[:1] in "（(0123456789"
    wanted: tuple[Role, ...] = ("row", "group") if is_row else ("column", "header")
    return next((term for term in here if term.role in wanted), here[0])
