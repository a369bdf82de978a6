"""Which columns stand beside those of the form, in a table whose rows begin with labels?"""

from collections.abc import Iterator, Sequence
from functools import cache

from nianbao.editions import editions
from nianbao.model.edition import Form, Row
from nianbao.model.labels import normalised
from nianbao.model.record import Record
from nianbao.readers.taken import Texts, has_figures

# The number of a row and the index of a cell in it.
At = tuple[int, int]

_NOTE = "勾稽"
# 申请人情况, 法人或其他组织, and the columns below these.
_MOST_HEADER_ROWS = 4


class _Header(Record):
    """A header, the rows it stands in, and the rows below it.

    Attributes:
        words: the texts of its rows, without labels that a converter repeated.
        width: how many cells a row below has where merges were undone, else 0.
        body: the numbers of the rows below.
        own: the numbers of its own rows.
    """

    words: tuple[tuple[str, ...], ...]
    width: int
    body: range
    own: range


@cache
def forms_of(key: str) -> tuple[Form, ...]:
    """Return the forms of a table, one for each edition."""
    return tuple(edition.forms[key] for edition in editions().values())


@cache
def known_in(key: str) -> frozenset[str]:
    """Return the words that headers of a table hold in any edition."""
    return frozenset().union(
        *(form.header_labels | form.column_labels | form.by_label.keys() for form in forms_of(key))
    )


def beside(forms: Sequence[Form], rows: Sequence[Texts]) -> Iterator[At]:
    """Yield the cells of columns whose header stands beside all those of the form."""
    for header in _headers(forms[0].key, rows):
        order = _order(forms[0], header.words)
        extras = {at for at, word in enumerate(order) if _is_added(forms[0].key, word)}
        if not extras or not any(_is_whole(form, header, rows, order) for form in forms):
            continue
        yield from named_in(rows, header.own, {order[at] for at in extras})
        for number in header.body:
            first = len(rows[number]) - len(order)
            if _has_values(forms, header, rows[number], first):
                yield from ((number, first + at) for at in extras)


def named_in(rows: Sequence[Texts], numbers: range, names: set[str]) -> Iterator[At]:
    """Yield the header cells that hold one of some words."""
    for number in numbers:
        yield from ((number, index) for index, cell in enumerate(rows[number]) if cell in names)


def _headers(key: str, rows: Sequence[Texts]) -> Iterator[_Header]:
    """Yield the headers of a table: 表三 has one of several rows, 表二 one above each block."""
    if key == "requests":
        first = next((at for at, cells in enumerate(rows) if has_figures(cells)), len(rows))
        heads = [at for at in range(first) if _is_header(key, rows[at])]
        if heads:
            yield _header(rows, range(heads[0], heads[-1] + 1), range(first, len(rows)))
        return
    heads = [at for at, cells in enumerate(rows) if _is_header(key, cells)]
    for at, following in zip(heads, [*heads, len(rows)][1:], strict=True):
        yield _header(rows, range(at, at + 1), range(at + 1, following))


def _is_header(key: str, cells: Texts) -> bool:
    names = _names(key)
    return any(normalised(cell) in names for cell in cells if cell) and not has_figures(cells)


@cache
def _names(key: str) -> frozenset[str]:
    """Return the headers of columns, and of several columns together, in any edition."""
    covers = {normalised(title) for form in forms_of(key) for title, _ in form.headers}
    return frozenset(covers.union(*(form.column_labels for form in forms_of(key))))


def _header(rows: Sequence[Texts], own: range, body: range) -> _Header:
    words = tuple(tuple(dict.fromkeys(cell for cell in rows[at] if cell)) for at in own)
    is_plain = all(len(row) == len(rows[at]) for at, row in zip(own, words, strict=True))
    return _Header(words, 0 if is_plain else max(len(rows[at]) for at in own), body, own)


def _order(form: Form, words: Sequence[Sequence[str]]) -> list[str]:
    """Return the header of each column from left to right; one that spans columns gives these."""
    if len(words) > _MOST_HEADER_ROWS:
        return []
    covers = {normalised(title) for title, _ in form.headers}
    below = iter(words[1:])

    def columns(row: Sequence[str]) -> Iterator[str]:
        for word in row:
            lower = next(below, None) if normalised(word) in covers else None
            yield from columns(lower) if lower is not None else (word,)

    order = [word for word in columns(words[0]) if not _is_corner(form, word)]
    # Rows that no header covers: the order of the columns is not told.
    return order if next(below, None) is None else []


def _is_corner(form: Form, word: str) -> bool:
    return _NOTE in word or normalised(word) in form.header_labels


def _is_added(key: str, word: str) -> bool:
    return normalised(word) not in known_in(key)


def _is_whole(form: Form, header: _Header, rows: Sequence[Texts], order: Sequence[str]) -> bool:
    """Tell whether a header names all columns of the rows below, in the order of the form."""
    row = next((found for at in header.body if (found := _row(form, rows[at]))), None)
    official = [normalised(word) for word in order if not _is_added(form.key, word)]
    return (
        row is not None
        and len(official) == len(row.columns)
        and all(label in each.labels for label, each in zip(official, row.columns, strict=True))
    )


def _row(form: Form, cells: Texts) -> Row | None:
    return next((row for cell in cells if (row := form.by_label.get(normalised(cell)))), None)


def _has_values(forms: Sequence[Form], header: _Header, cells: Texts, first: int) -> bool:
    """Tell whether a row holds labels alone up to an index, and values alone from there."""
    labels, values = cells[: max(0, first)], cells[max(0, first) :]
    row = next((found for form in forms if (found := _row(form, labels))), None)
    if row is None or has_figures(labels):
        return False
    if header.width and not _is_clear(row, header.width, labels, values):
        return False
    return all(_row(form, values) is None for form in forms)


def _is_clear(row: Row, width: int, labels: Texts, values: Texts) -> bool:
    """Tell whether values can be told from cells that a merge left, where merges were undone.

    A row that lacks a cell of the grid may lack that of the added column.
    """
    is_filled = bool(labels[-1] and values[0])
    fits = len(labels) + len(values) == width or is_filled
    return fits and len(values) != sum(row.spans)
