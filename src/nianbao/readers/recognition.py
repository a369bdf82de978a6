"""Which rows belong to which of the three tables, and for which edition do they speak?"""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from nianbao.editions import editions
from nianbao.model.edition import Edition, Form
from nianbao.model.labels import normalised
from nianbao.readers.similar import meant
from nianbao.readers.tables import RawRow, RawTable

# Labels that stand in more than one table, or in tables of other kinds, tell nothing alone.
_SHARED = frozenset({"总计", "其他", "行政复议", "行政诉讼", "规章", "重复申请"})
_LONGEST_LABEL = 80
# A row of 表三 has at most so many label cells before its values.
_MOST_LABELS = 3


class FormRows(NamedTuple):
    """The rows of one of the three tables, the labels in them, and the same of further copies."""

    rows: list[RawRow]
    labels: set[str]
    copies: "list[FormRows]"


class Vocabulary(NamedTuple):
    """The labels by which a table is known.

    Attributes:
        strong: those that are not found elsewhere.
        all: all of them.
        telling: those of its rows, which come once in a table.
    """

    strong: frozenset[str]
    all: frozenset[str]
    telling: frozenset[str]


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
    telling: set[str] = set()
    for form in forms:
        rows = set(form.by_label)
        strong |= form.header_labels | form.column_labels | set(form.group_labels)
        # The rows of 表二 are named like menu entries of any government site.
        strong |= set() if form.key == "disclosure" else rows
        names |= rows
        telling |= rows
    return Vocabulary(frozenset(strong - _SHARED), frozenset(strong | names), frozenset(telling))


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
    last = ""
    for table in tables:
        labels = labels_in(table.rows)
        keys = _keys(labels) or _goes_on(found, last, labels)
        if keys:
            used.append(table)
            last = keys[-1]
        if len(keys) == 1:
            _add_each(found, keys[0], table.rows, labels)
        for key, part in _sorted(table.rows, keys).items() if len(keys) > 1 else ():
            _add_each(found, key, part.rows, part.labels)
    return found, used


def _goes_on(found: dict[str, FormRows], last: str, labels: set[str]) -> list[str]:
    """Return the table before, where a raw table of a few rows goes on with it."""
    if last not in found:
        return []
    words = vocabularies()[last]
    known = labels & words.telling
    # 总计 and 其他 stand in the header too.
    again = (known - _SHARED) & found[last].labels
    if again or not (known or _is_like(labels, words.telling - found[last].labels)):
        return []
    return [last]


def _is_like(labels: set[str], missing: Iterable[str]) -> bool:
    """Tell whether a raw table of one row has a label like one that is missing."""
    unbound = {label: label for label in missing}
    return len(labels) <= _MOST_LABELS and any(meant(label, unbound) for label in labels)


def _add_each(
    found: dict[str, FormRows], key: str, rows: Sequence[RawRow], labels: set[str]
) -> None:
    """Add the rows of a raw table; where it holds the form twice, the second as a copy."""
    starts = _starts(key, rows)
    if len(starts) < 2:
        _add(found, key, FormRows([*rows], labels, []))
        return
    for start, stop in zip([0, *starts[1:]], [*starts[1:], len(rows)], strict=True):
        part = rows[start:stop]
        _add(found, key, FormRows([*part], labels_in(part), []))


def _starts(key: str, rows: Sequence[RawRow]) -> list[int]:
    """Return the rows that hold the first telling label of a table."""
    telling = vocabularies()[key].telling
    texts = (cell for row in rows for cell in row.cells if len(cell) > 1)
    first = next((text for text in texts if normalised(text) in telling), None)
    return [number for number, row in enumerate(rows) if first in row.cells]


def _keys(labels: set[str]) -> list[str]:
    return [
        key
        for key, words in vocabularies().items()
        if not labels.isdisjoint(words.strong) and len(labels & words.all) > 1
    ]


def _add(found: dict[str, FormRows], key: str, part: FormRows) -> None:
    """Add the rows of a raw table: to the table they go on, else to a copy of it."""
    here = found.setdefault(key, part)
    if here is part:
        return
    for each in (here, *here.copies):
        if not _is_again(key, each, part):
            each.rows.extend(part.rows)
            each.labels.update(part.labels)
            return
    here.copies.append(part)


def _is_again(key: str, here: FormRows, part: FormRows) -> bool:
    """Tell whether most rows of a raw table were met before."""
    names = (vocabularies()[key].telling - _SHARED) & part.labels
    return len(names & here.labels) * 2 > len(names)


def _sorted(rows: Sequence[RawRow], keys: list[str]) -> dict[str, FormRows]:
    """Give each row to the table whose labels it holds, else to that of the row before."""
    key = keys[0]
    words = vocabularies()
    parts: dict[str, FormRows] = {}
    for row in rows:
        labels = labels_in((row,))
        if labels:
            key = max(keys, key=lambda each: (len(labels & words[each].all), each == key))
        part = parts.setdefault(key, FormRows([], set(), []))
        part.rows.append(row)
        part.labels.update(labels)
    return parts


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
