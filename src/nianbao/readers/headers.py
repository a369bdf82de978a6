"""Which columns do the header rows of a table name?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from nianbao.model.edition import Form, Row
from nianbao.model.labels import normalised
from nianbao.model.pointers import column_pointer
from nianbao.model.record import Record
from nianbao.readers.recognition import other_edition
from nianbao.readers.similar import meant
from nianbao.readers.taken import Below, Met, Texts

# The words of the note in the corner of 表三 by which it is known, whatever else was changed.
_NOTE = "勾稽"


class Headers(Record):
    """What the header rows say.

    Attributes:
        labels: by the pointer of a column, what stands in its place; ``""`` for nothing.
        foreign: labels of the other edition, by the pointer of their column.
        met: where a header cell stands, by the pointer of its column: row number and index.
        misplaced: the pointers of columns whose header stands in another row than the form's.
        refused: the pointers of rows below headers in another order than the form's: to which
            column their values belong is not told by their order.
    """

    labels: dict[str, str]
    foreign: dict[str, str]
    met: dict[str, Met]
    misplaced: list[str]
    refused: set[str]


class Word(Record):
    """A header cell: its label, the text as met, and where it stands."""

    label: str
    text: str
    place: Met


def bind_headers(
    form: Form, rows: Sequence[Texts], below: Sequence[Below], pending: Sequence[int]
) -> Headers:
    """Bind header cells to the columns of a form.

    Args:
        form: the form of the table.
        rows: the texts of all rows of the table.
        below: for a table with several headers, the rows of values with their headers.
        pending: the numbers of all header rows.
    """
    headers = Headers({}, {}, {}, [], set())
    if form.one_line:
        _bind_line(form, _words(rows, pending), headers)
    elif form.key == "requests":
        _bind_one(form, list(_words(rows, pending)), headers)
    else:
        _bind_each(form, rows, below, headers)
    return headers


def _words(rows: Sequence[Texts], numbers: Iterable[int]) -> Iterator[Word]:
    for number in numbers:
        for index, text in enumerate(rows[number]):
            if text:
                yield Word(normalised(text), text, (number, index))


def _bind_one(form: Form, words: Sequence[Word], headers: Headers) -> None:
    """Bind the header of a table whose rows share their columns."""
    met: dict[str, Met] = {}
    for word in words:
        met.setdefault(word.label, word.place)
    places = {column_pointer(form, form.rows[0], each.key): each for each in form.rows[0].columns}
    for pointer, column in places.items():
        place = next((met[label] for label in column.labels if label in met), None)
        if place:
            headers.met[pointer] = place
        else:
            headers.labels[pointer] = ""
    _bind_similar(form, words, headers)
    _bind_note(form, words, headers)
    headers.misplaced.extend(_misplaced(form, met, headers.met))
    order = _order(form, met, headers.met)
    # A text that lost its grid names the upper row first, then the lower.
    _, covered = form.headers[-1]
    by_rows = sorted(places, key=lambda each: each.rpartition("/")[2] in covered)
    if len(order) == len(places) and order not in (list(places), by_rows):
        headers.misplaced.extend(each for each in places if each not in headers.misplaced)
        headers.refused.update(row.pointer for row in form.rows)


def _order(form: Form, met: dict[str, Met], bound: dict[str, Met]) -> list[str]:
    """Return the columns in the order in which a header of one row or two names them."""
    title, covered = form.headers[-1]
    top = met.get(normalised(title))
    lower = {
        bound[each][0] for key in covered if (each := f"{form.pointer}/columns/{key}") in bound
    }

    def place(pointer: str) -> tuple[int, int]:
        number, index = bound[pointer]
        return (top[1], index) if top and number in lower and number > top[0] else (index, 0)

    return sorted((each for each in bound if "/columns/" in each), key=place)


def _bind_similar(form: Form, words: Sequence[Word], headers: Headers) -> None:
    """Bind headers in other words to the columns they are like."""
    if "" not in headers.labels.values():
        return
    known = form.column_labels | form.header_labels
    for word in words:
        unbound = {
            label: column.key
            for column in form.rows[0].columns
            for label in column.labels
            if headers.labels.get(column_pointer(form, form.rows[0], column.key)) == ""
        }
        key = _meant(word.label, unbound) if word.label not in known else None
        if key:
            pointer = column_pointer(form, form.rows[0], key)
            headers.labels[pointer], headers.met[pointer] = word.text, word.place


def _meant(label: str, unbound: Mapping[str, str]) -> str | None:
    """Return the column for which a label stands; where a converter cut it, the one it begins."""
    cut = [key for other, key in unbound.items() if len(label) > 1 and other.startswith(label)]
    return meant(label, unbound) or (cut[0] if len(set(cut)) == 1 else None)


def _bind_note(form: Form, words: Iterable[Word], headers: Headers) -> None:
    """Note where the words in the corner differ; words that break off were lost on the way."""
    official = normalised(form.note)
    for word in words:
        if _NOTE in word.label and not official.startswith(word.label):
            pointer = f"{form.pointer}/note"
            headers.labels[pointer], headers.met[pointer] = word.text, word.place
            return


def _misplaced(form: Form, met: dict[str, Met], bound: dict[str, Met]) -> Iterator[str]:
    """Yield the columns whose header stands a row lower than the form has it.

    A header of one row, as some converters write it, has no lower row.
    """
    title, covered = form.headers[-1]
    top = met.get(normalised(title))
    lower = {
        bound[each][0] for key in covered if (each := f"{form.pointer}/columns/{key}") in bound
    }
    for column in form.rows[0].columns:
        pointer = f"{form.pointer}/columns/{column.key}"
        if column.key not in covered and top and pointer in bound:
            number = bound[pointer][0]
            if number > top[0] and number in lower:
                yield pointer


def _bind_line(form: Form, words: Iterable[Word], headers: Headers) -> None:
    """Bind the header of a table of one line by the order of its labels.

    The place of a column here is its cell, so where its header stands is not kept.
    """
    columns = [(row, column) for row in form.rows for column in row.columns]
    pointers = [column_pointer(form, row, column.key) for row, column in columns]
    expected = [column.labels[0] for _, column in columns]
    all_words = list(words)
    met = [word for word in all_words if word.label not in form.header_labels | set(form.by_label)]
    names = [word.label for word in met]
    if _are_swapped(form, all_words) or (names != expected and sorted(names) == sorted(expected)):
        headers.refused.update(row.pointer for row in form.rows)
        return
    if names == expected or _are_stacked(names, expected):
        return
    from difflib import SequenceMatcher  # noqa: PLC0415  # for incomplete headers alone

    blocks = SequenceMatcher(None, expected, names, autojunk=False).get_opcodes()
    for what, start, stop, first, last in blocks:
        words_here = met[first:last] if what == "replace" and stop - start == last - first else []
        for order in range(start, stop) if what in ("delete", "replace") else ():
            word = words_here[order - start] if words_here else None
            fits = word and meant(word.label, {expected[order]: order}) is not None
            headers.labels[pointers[order]] = word.text if word and fits else ""


def _are_swapped(form: Form, words: Sequence[Word]) -> bool:
    """Tell whether two groups of columns stand side by side in another order than the form's."""
    order = [label for row in form.rows for label in sorted(row.labels)]
    order[1:1] = sorted(form.header_labels)
    met = [word for word in words if word.label in order]
    return any(
        first.place[0] == second.place[0] and order.index(first.label) > order.index(second.label)
        for first, second in pairwise(met)
        if not _is_one_group(form, first.label, second.label)
    )


def _is_one_group(form: Form, first: str, second: str) -> bool:
    return any({first, second} <= row.labels for row in form.rows)


def _are_stacked(names: Sequence[str], expected: Sequence[str]) -> bool:
    """Tell whether a header is written downwards, so that a line holds a letter of each label."""
    return sorted(names) == sorted("".join(expected))


def _bind_each(form: Form, rows: Sequence[Texts], below: Sequence[Below], headers: Headers) -> None:
    """Bind each header of a table with several; a header is judged once, at the first row below."""
    judged: set[int] = set()
    for header, row in below:
        if header not in judged:
            judged.add(header)
            words = [
                word for word in _words(rows, [header]) if word.label not in form.header_labels
            ]
            found = _once(words, form)
            _bind_row(form, row, found, headers)
            if _is_disordered(row, found):
                headers.refused.update(each.row.pointer for each in below if each.header == header)
                pointers = (column_pointer(form, row, column.key) for column in row.columns)
                headers.misplaced.extend(pointers)


def _is_disordered(row: Row, words: Sequence[Word]) -> bool:
    """Tell whether a header names all columns of a row, in another order than the form's."""
    labels = [word.label for word in words]
    places = [
        next((labels.index(label) for label in column.labels if label in labels), -1)
        for column in row.columns
    ]
    return -1 not in places and places != sorted(places)


def _once(words: Sequence[Word], form: Form) -> list[Word]:
    """Return words without the labels that a converter repeated where it undid a merge."""
    pairs = zip([None, *words], words, strict=False)
    return [
        word
        for before, word in pairs
        if before is None or word.text != before.text or word.label not in form.column_labels
    ]


def _bind_row(form: Form, row: Row, words: Sequence[Word], headers: Headers) -> None:
    other = other_edition(form).forms[form.key]
    met = {word.label: word.place for word in reversed(words)}
    for order, column in enumerate(row.columns):
        pointer = column_pointer(form, row, column.key)
        named = next((met[label] for label in column.labels if label in met), None)
        in_place = words[order] if order < len(words) else None
        if named:
            headers.met[pointer] = named
        elif in_place is None or in_place.label in form.column_labels:
            headers.labels[pointer] = ""
        else:
            headers.labels[pointer] = in_place.text
            headers.met[pointer] = in_place.place
            if in_place.label in other.column_labels:
                headers.foreign[pointer] = in_place.text
