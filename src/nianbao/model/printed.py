"""Which label does a form print at a place?"""

from collections.abc import Iterator

from nianbao.model.edition import Form, Row
from nianbao.model.labels import bare, normalised
from nianbao.model.likeness import is_like
from nianbao.model.pointers import block_pointer, column_pointer
from nianbao.model.record import Record
from nianbao.model.text import Text

# What is said of a label that is cut.
CUT = Text("，疑似转换丢失了文字", "; words were probably lost in conversion")


class Printed(Record):
    """A label of the form.

    Attributes:
        title: the official wording.
        labels: it and its accepted wordings, normalised.
        is_column: whether it stands over a column.
    """

    title: str
    labels: frozenset[str]
    is_column: bool = False

    def is_met(self, text: str) -> bool:
        """Tell whether a text is an accepted wording, whatever note in brackets follows it."""
        return not self.labels.isdisjoint(_wordings(text))

    def is_meant(self, text: str) -> bool:
        """Tell whether a text is so like an accepted wording that it must stand for it."""
        return any(is_like(words, label) for words in _wordings(text) for label in self.labels)

    def is_cut(self, text: str) -> bool:
        """Tell whether the end or the beginning of a label is gone: nobody writes so."""
        words = normalised(text)
        return any(label.startswith(words) or label.endswith(words) for label in self.labels)


def _wordings(text: str) -> tuple[str, str]:
    return normalised(text), normalised(bare(text.replace("(", "（").replace(")", "）")))


def printed(form: Form) -> dict[str, Printed]:
    """Return the labels of a form by their place: of rows, groups, columns, blocks and the note."""
    return dict(_labels(form))


def _labels(form: Form) -> Iterator[tuple[str, Printed]]:
    for group in form.groups:
        yield group.pointer, Printed(group.title, group.labels)
    for row in form.rows:
        yield row.pointer, Printed(row.title, row.labels)
        for column in row.columns:
            labels = Printed(column.title, frozenset(column.labels), is_column=True)
            yield column_pointer(form, row, column.key), labels
    for first in first_rows(form).values():
        yield block_pointer(first), _own(first.block)
    if form.note:
        yield f"{form.pointer}/note", _own(form.note)


def _own(title: str) -> Printed:
    return Printed(title, frozenset({normalised(title)}))


def first_rows(form: Form) -> dict[str, Row]:
    """Return the first row of each block of a form, by the header of the block."""
    firsts: dict[str, Row] = {}
    for row in form.rows:
        if row.block:
            firsts.setdefault(row.block, row)
    return firsts
