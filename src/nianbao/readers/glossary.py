"""Which words of the form can stand in a text that lost its grid, and what does each open?"""

from collections.abc import Iterator
from functools import cache
from typing import Literal

from nianbao.editions import editions
from nianbao.model.edition import Form
from nianbao.model.labels import normalised
from nianbao.model.record import Record

Role = Literal["row", "group", "header", "column"]


class Term(Record):
    """A label of the form: its table and what it is there.

    Attributes:
        table: the key of its table.
        role: ``header`` for a block, a corner and what spans several columns.
        figures: how many figures follow at least, where that is told by the label.
    """

    table: str
    role: Role
    figures: int = 0


@cache
def glossary() -> dict[str, tuple[Term, ...]]:
    """Return what each normalised label is, over all tables and editions."""
    terms: dict[str, dict[tuple[str, Role], Term]] = {}
    for edition in editions().values():
        for form in edition.forms.values():
            for label, term in _terms(form):
                known = terms.setdefault(label, {})
                other = known.get((term.table, term.role), term)
                known[term.table, term.role] = min(term, other)
    return {label: tuple(each.values()) for label, each in terms.items()}


def _terms(form: Form) -> Iterator[tuple[str, Term]]:
    for label, row in form.by_label.items():
        # The rows of a table of one line have their labels in its header.
        role: Role = "header" if form.one_line else "row"
        yield label, Term(form.key, role, len(row.columns))
    for label in form.group_labels:
        yield label, Term(form.key, "group")
    for label in form.header_labels:
        yield label, Term(form.key, "header")
    for label in form.column_labels:
        yield label, Term(form.key, "column")


@cache
def by_first() -> dict[str, tuple[str, ...]]:
    """Return the labels by their first letter, the longest first."""
    found: dict[str, list[str]] = {}
    for label in sorted(glossary(), key=len, reverse=True):
        found.setdefault(label[0], []).append(label)
    return {letter: tuple(labels) for letter, labels in found.items()}


@cache
def columns_known() -> frozenset[str]:
    """Return the labels of columns."""
    return frozenset(
        label for label, terms in glossary().items() if any(term.role == "column" for term in terms)
    )


def terms_of(text: str) -> tuple[Term, ...]:
    """Return what a text is as a label, nothing for one that is none."""
    if not text:
        return ()
    return glossary().get(normalised(text), ()) or (_NOTE if "勾稽" in text else ())


_NOTE = (Term("requests", "header"),)
