"""Which columns does a table have that the form does not have: numbers, notes, shares?

They are taken out before a table is bound, each where its header stands among those of the form.
So a value is never bound to the column beside its own.
"""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from nianbao.editions import editions
from nianbao.model.edition import Form, Row
from nianbao.model.labels import normalised
from nianbao.readers.numbered import numbers_in
from nianbao.readers.tables import RawTable, cells_in
from nianbao.readers.taken import Texts, has_figures

_NOTE = "勾稽"
# 申请人情况, 法人或其他组织, and the columns below these.
_MOST_HEADER_ROWS = 4
_Cell = tuple[int, int]


class _Header(NamedTuple):
    """A header, the rows it stands in, and the rows below it.

    Attributes:
        words: the texts of its rows, without labels that a converter repeated.
        is_plain: whether no merge in it was undone.
        body: the numbers of the rows below.
        own: the numbers of its own rows.
    """

    words: tuple[tuple[str, ...], ...]
    is_plain: bool
    body: range
    own: range


def without_added(table: RawTable, key: str) -> RawTable:
    """Return a table without the columns that its form does not have, at the same length.

    Args:
        table: a raw table.
        key: the key of the table whose rows it holds.
    """
    cells = _added(table.shape, key)
    return RawTable(table.start, table.stop, _blanked(table, cells)) if cells else table


def _blanked(table: RawTable, cells: Sequence[_Cell]) -> str:
    """Return the text of a table with some cells and their marks made spaces."""
    parts: list[str] = []
    at = 0
    for number, index in cells:
        row = table.rows[number]
        start = row.offset - table.start + index + sum(map(len, row.pieces[: index + 1]))
        stop = start + 1 + len(row.pieces[index + 1])
        parts.extend((table.text[at:start], " " * (stop - start)))
        at = stop
    return "".join((*parts, table.text[at:]))


@lru_cache(maxsize=256)
def _added(shape: str, key: str) -> tuple[_Cell, ...]:
    """Return the cells of added columns, by the number of their row and their index."""
    rows = cells_in(shape)
    forms = _forms(key)
    labels = frozenset(label for form in forms for label in (*form.by_label, *form.group_labels))
    numbers = set() if forms[0].one_line else numbers_in(rows, labels)
    plain = [
        tuple("" if (number, index) in numbers else cell for index, cell in enumerate(cells))
        for number, cells in enumerate(rows)
    ]
    beside = _beside_line(forms[0], rows) if forms[0].one_line else _beside(forms, plain)
    return tuple(sorted(numbers.union(beside)))


@cache
def _forms(key: str) -> tuple[Form, ...]:
    return tuple(edition.forms[key] for edition in editions().values())


@cache
def _known(key: str) -> frozenset[str]:
    """Return the words that headers of a table hold in any edition."""
    return frozenset().union(
        *(form.header_labels | form.column_labels | form.by_label.keys() for form in _forms(key))
    )


def _beside(forms: Sequence[Form], rows: Sequence[Texts]) -> Iterator[_Cell]:
    """Yield the cells of columns whose header stands beside all those of the form."""
    for header in _headers(forms[0].key, rows):
        order = _order(forms[0], header.words)
        extras = {at for at, word in enumerate(order) if _is_added(forms[0].key, word)}
        if not extras or not any(_is_whole(form, header, rows, order) for form in forms):
            continue
        yield from _named(rows, header.own, {order[at] for at in extras})
        for number in header.body:
            first = len(rows[number]) - len(order)
            if _has_values(forms, header, rows[number], first):
                yield from ((number, first + at) for at in extras)


def _named(rows: Sequence[Texts], numbers: range, names: set[str]) -> Iterator[_Cell]:
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
    columns = {label for form in _forms(key) for label in form.column_labels}
    covers = {normalised(title) for form in _forms(key) for title, _ in form.headers}
    labels = {normalised(cell) for cell in cells if cell}
    return not has_figures(cells) and not labels.isdisjoint(columns | covers)


def _header(rows: Sequence[Texts], own: range, body: range) -> _Header:
    words = tuple(tuple(dict.fromkeys(cell for cell in rows[at] if cell)) for at in own)
    is_plain = all(len(row) == len(rows[at]) for at, row in zip(own, words, strict=True))
    return _Header(words, is_plain, body, own)


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
    return normalised(word) not in _known(key)


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
    # Where merges were undone, as many cells may be the form's own.
    if not header.is_plain and len(values) == sum(row.spans):
        return False
    return all(_row(form, values) is None for form in forms)


def _beside_line(form: Form, rows: Sequence[Texts]) -> Iterator[_Cell]:
    """Yield the cells of columns at the ends of a table whose rows share one line."""
    known = _known(form.key)
    top = next((at for at, cells in enumerate(rows) if _has_any(cells, known)), None)
    line = next((at for at in reversed(range(len(rows))) if has_figures(rows[at])), None)
    width = sum(len(row.columns) for row in form.rows)
    if top is None or line is None or top >= line:
        return
    sides = _sides(rows[top], known)
    if sides and len(rows[line]) == width + len(sides):
        names = {rows[top][index] for index, _ in sides}
        yield from _named(rows, range(top, line), names)
        yield from ((line, at if at >= 0 else len(rows[line]) + at) for _, at in sides)


def _has_any(cells: Texts, known: frozenset[str]) -> bool:
    return any(normalised(cell) in known for cell in cells if cell)


def _sides(cells: Texts, known: frozenset[str]) -> list[tuple[int, int]]:
    """Return the words before and behind those of the form, and where their columns stand."""
    own = [index for index, cell in enumerate(cells) if normalised(cell) in known]
    words = [index for index, cell in enumerate(cells) if cell]
    if any(own[0] < index < own[-1] and index not in own for index in words):
        return []
    left = [index for index in words if index < own[0]]
    right = [index for index in words if index > own[-1]]
    return [(index, at) for at, index in enumerate(left)] + [
        (index, at - len(right)) for at, index in enumerate(right)
    ]
