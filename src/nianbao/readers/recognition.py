"""Which rows belong to which of the three tables, and for which edition do they speak?"""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from nianbao.editions import editions
from nianbao.model.edition import Edition, Form
from nianbao.model.labels import normalised
from nianbao.readers.tables import RawRow, RawTable

# Labels that stand in more than one table, or in tables of other kinds, tell nothing alone.
_SHARED = frozenset({"总计", "其他", "行政复议", "行政诉讼", "规章", "重复申请"})
_LONGEST_LABEL = 80
# A row of 表三 has at most so many label cells before its values.
_MOST_LABELS = 3


class FormRows(NamedTuple):
    """The rows of one of the three tables, and the labels that stand in them."""

    rows: list[RawRow]
    labels: set[str]


class Vocabulary(NamedTuple):
    """The labels by which a table is known: ``strong`` ones are not found elsewhere."""

    strong: frozenset[str]
    all: frozenset[str]


@cache
def vocabularies() -> dict[str, Vocabulary]:
    """Return the labels of each table, over all editions."""
    keys = next(iter(editions().values())).forms
    return {
        key: _vocabulary([edition.forms[key] for edition in editions().values()]) for key in keys
    }


def _vocabulary(forms: Iterable[Form]) -> Vocabulary:
    strong: set[str] = set()
    names: set[str] = set()
    for form in forms:
        rows = set(form.by_label)
        strong |= form.header_labels | form.column_labels | set(form.group_labels)
        # The rows of 表二 are named like menu entries of any government site.
        strong |= set() if form.key == "disclosure" else rows
        names |= rows
    return Vocabulary(frozenset(strong - _SHARED), frozenset(strong | names))


def labels_in(rows: Iterable[RawRow]) -> set[str]:
    """Return the normalised texts of rows that may be labels."""
    texts = {cell for row in rows for cell in row.cells}
    return {
        normalised(text) for text in texts if 1 < len(text) <= _LONGEST_LABEL and not text.isdigit()
    }


def recognise(tables: Sequence[RawTable]) -> tuple[dict[str, FormRows], list[RawTable]]:
    """Return the rows of each of the three tables, and the raw tables that hold them."""
    found: dict[str, FormRows] = {}
    used = []
    for table in tables:
        labels = labels_in(table.rows)
        keys = _keys(labels)
        if keys:
            used.append(table)
        if len(keys) == 1:
            _add(found, keys[0], table.rows, labels)
        elif keys:
            _sort(table.rows, keys, found)
    return found, used


def _keys(labels: set[str]) -> list[str]:
    return [
        key
        for key, words in vocabularies().items()
        if not labels.isdisjoint(words.strong) and len(labels & words.all) > 1
    ]


def _add(found: dict[str, FormRows], key: str, rows: Iterable[RawRow], labels: set[str]) -> None:
    here = found.setdefault(key, FormRows([], set()))
    here.rows.extend(rows)
    here.labels.update(labels)


def _sort(rows: Sequence[RawRow], keys: list[str], found: dict[str, FormRows]) -> None:
    """Give each row to the table whose labels it holds, else to that of the row before."""
    key = keys[0]
    words = vocabularies()
    for row in rows:
        labels = labels_in((row,))
        if labels:
            key = max(keys, key=lambda each: (len(labels & words[each].all), each == key))
        _add(found, key, (row,), labels)


def vote(key: str, labels: Iterable[str]) -> str | None:
    """Return the edition for which the telling words in the labels of a table speak, or None.

    Where words of both editions are met, the one with more of them decides.
    """
    text = "\n".join(labels)
    counts = {
        edition.key: sum(word in text for word in edition.forms[key].telling)
        for edition in editions().values()
    }
    best = max(counts.values())
    winners = [name for name, count in counts.items() if count == best]
    return winners[0] if best and len(winners) == 1 else None


def vote_of(key: str, found: FormRows) -> str | None:
    """Return the edition for which a table speaks: by its labels, else by a row that it alone has.

    （六）其他处理 is one row of values in 2019 and a group of three rows in 2021.
    """
    by_labels = vote(key, found.labels)
    if by_labels or key != "requests":
        return by_labels
    for row in reversed(found.rows):
        if edition := _whose_leaf(key, row):
            return edition
    return None


def _whose_leaf(key: str, row: RawRow) -> str | None:
    """Return the edition in which a row is one of values while it is a group in the other."""
    for number, cell in enumerate(row.cells[:_MOST_LABELS]):
        for name, edition in editions().items() if cell else ():
            other = other_edition(edition.forms[key]).forms[key]
            label = normalised(cell)
            is_leaf = label in edition.forms[key].by_label and label in other.group_labels
            if is_leaf and len(row.cells) - number > _MOST_LABELS:
                return name
    return None


def form_of(edition: str, key: str) -> Form:
    """Return the form of a table in an edition."""
    return editions()[edition].forms[key]


def other_edition(form: Form) -> Edition:
    """Return the edition that a form is not of."""
    return next(edition for edition in editions().values() if edition.key != form.edition)
