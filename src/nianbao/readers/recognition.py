"""Which rows of a document belong to which of the three tables, and which edition do they speak for?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from nianbao.editions import editions
from nianbao.model.edition import Edition, Form
from nianbao.model.labels import normalised
from nianbao.readers.tables import RawRow, RawTable

# Labels that stand in more than one table, or in tables of other kinds, tell nothing alone.
_SHARED = frozenset({"总计", "其他", "行政复议", "行政诉讼", "规章", "重复申请"})
_LONGEST_LABEL = 80


@dataclass
class FormRows:
    """The rows of one of the three tables, and the labels that stand in them."""

    rows: list[RawRow] = field(default_factory=list)
    labels: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Vocabulary:
    """The labels by which a table is known: ``strong`` ones are not found elsewhere."""

    strong: frozenset[str]
    all: frozenset[str]


@cache
def vocabularies() -> dict[str, Vocabulary]:
    """Return the labels of each table, over all editions."""
    keys = next(iter(editions().values())).forms
    return {key: _vocabulary([edition.forms[key] for edition in editions().values()]) for key in keys}


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


def label_set(row: RawRow) -> set[str]:
    """Return the normalised texts of a row that may be labels."""
    return {
        normalised(cell)
        for cell in row.cells
        if cell and len(cell) <= _LONGEST_LABEL and not cell.isdigit()
    }


def recognise(tables: Sequence[RawTable]) -> tuple[dict[str, FormRows], list[RawTable]]:
    """Return the rows of each of the three tables, and the raw tables that hold them."""
    found: dict[str, FormRows] = {}
    used = []
    for table in tables:
        labels = [label_set(row) for row in table.rows]
        keys = _keys(set().union(*labels))
        if keys:
            used.append(table)
            _sort(table.rows, labels, keys, found)
    return found, used


def _keys(labels: set[str]) -> list[str]:
    return [
        key
        for key, words in vocabularies().items()
        if labels & words.strong and len(labels & words.all) > 1
    ]


def _sort(
    rows: Sequence[RawRow], labels: Sequence[set[str]], keys: list[str], found: dict[str, FormRows]
) -> None:
    """Give each row to the table whose labels it holds, else to that of the row before."""
    key = keys[0]
    words = vocabularies()
    for row, names in zip(rows, labels, strict=True):
        if len(keys) > 1 and names:
            key = max(keys, key=lambda each: (len(names & words[each].all), each == key))
        here = found.setdefault(key, FormRows())
        here.rows.append(row)
        here.labels |= names


def vote(key: str, labels: Iterable[str]) -> str | None:
    """Return the edition for which the telling labels of a table speak, or None.

    Where both editions have some, the one with more labels decides.
    """
    texts = tuple(labels)
    counts = {
        edition.key: sum(any(word in text for word in edition.forms[key].telling) for text in texts)
        for edition in editions().values()
    }
    best = max(counts.values())
    winners = [name for name, count in counts.items() if count == best]
    return winners[0] if best and len(winners) == 1 else None


def other_edition(form: Form) -> Edition:
    """Return the edition that a form is not of."""
    return next(edition for edition in editions().values() if edition.key != form.edition)
