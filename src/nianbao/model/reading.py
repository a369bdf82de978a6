"""How was a document read: what was met, what does it stand for, what was left out?"""

from collections.abc import Mapping
from typing import Literal

from nianbao.model.cell import Cell
from nianbao.model.edition import Form
from nianbao.model.place import Span
from nianbao.model.record import Record
from nianbao.model.report import Report
from nianbao.model.text import Text

Match = Literal[
    "exact",  # letter for letter the official label
    "normalised",  # the official label, but for number, spaces, width, punctuation, letters
    "accepted",  # another accepted wording
    "similar",  # none of these, told by likeness, by its number or by its position
    "other-edition",  # a label of the other edition
    "order",  # no label: told by its order alone
    "key",  # told by its key in JSON
    "missing",  # not there
    "unknown",  # none of the format
]
Difference = Literal["spacing", "width", "letters", "number", "punctuation", "note"]
Change = Literal["break", "space", "width", "grouping", "sign", "zeros", "unit", "converted"]


DroppedKind = Literal["merged", "label", "blank"]


class Label(Record):
    """A label and what it stands for.

    Attributes:
        pointer: the place it names.
        name: what a clerk calls that place.
        official: the label of the format, ``""`` where it has none.
        met: the label as met, ``""`` where there is none.
        match: by what it was told.
        differs: in what it differs from the official label, which means the same.
        span: where it stands, where that is known.
        displaced: whether it stands where the form has none.
    """

    pointer: str
    name: str
    official: str
    met: str
    match: Match
    differs: tuple[Difference, ...] = ()
    span: Span | None = None
    displaced: bool = False


class CellRead(Record):
    """A cell: its place, the label of its column, what it holds, what was normalised in it."""

    pointer: str
    column: str
    cell: Cell
    changes: tuple[Change, ...] = ()
    span: Span | None = None


class Dropped(Record):
    """How many cells of a row were not taken as values of their own, and why.

    ``merged``: equal ones where the form merges cells. ``label``: the label once more. ``blank``:
    blanks beyond the number of columns.
    """

    what: DroppedKind
    number: int


class RowRead(Record):
    """A row of the form as it was read."""

    label: Label
    cells: tuple[CellRead, ...]
    dropped: tuple[Dropped, ...] = ()


class UnreadRow(Record):
    """A row whose cells could not be told apart."""

    pointer: str
    name: str
    raw: tuple[str, ...]
    reason: Text
    span: Span | None = None


class Stray(Record):
    """A row of a table that is none of the form.

    ``added``: it holds figures. ``blank``: blank cells alone. ``again``: a row met before.
    ``words``: words without figures.
    """

    kind: Literal["added", "blank", "again", "words"]
    cells: tuple[str, ...]
    span: Span | None = None


class TableRead(Record):
    """One of the three tables.

    Attributes:
        form: the form by whose rows it was read.
        voted: the edition its labels speak for, or None.
        telling: the words in them that do.
        sources: of how many tables of the document it was put together.
        height: how many rows these have.
        rows: the rows of the form that were read.
        columns: the labels of its columns.
        headers: the labels of groups and blocks, and the note in the corner.
        missing: the rows of the form that are not there.
        unread: rows that could not be read.
        strays: rows that are none of the form.
        copies: for each further copy of the table, its cells that read otherwise.
    """

    form: Form
    voted: str | None
    telling: tuple[str, ...]
    sources: int
    height: int
    rows: tuple[RowRead, ...]
    columns: tuple[Label, ...]
    headers: tuple[Label, ...]
    missing: tuple[Label, ...]
    unread: tuple[UnreadRow, ...]
    strays: tuple[Stray, ...]
    copies: tuple[Mapping[str, str], ...]
    span: Span | None = None


class HeadingRead(Record):
    """A heading of a part, and how much stands below it."""

    label: Label
    order: int
    characters: int
    pictures: int


class Item(Record):
    """Some words of a document and where they stand."""

    words: str
    span: Span | None = None


class Ignored(Record):
    """What was not taken for a part of the report: of which kind, how often, and the first ones."""

    kind: str
    number: int
    items: tuple[Item, ...] = ()


class EncodingRead(Record):
    """How the bytes were decoded: by what it was told, what the document declares."""

    name: str
    told: str
    declared: str
    replaced: int


class Reading(Record):
    """A document as it was read.

    Attributes:
        path: as it is shown.
        reader: the reader of its format.
        encoding: how its bytes were decoded.
        report: what it says.
        sources: whence title, year, edition and publication date were taken, by key.
        headings: the headings of its parts, the missing ones at the end.
        tables: its tables.
        absent: the names of the tables that are not there.
        ignored: what was not taken for a part of the report.
        rebuilt: whether a table had lost its grid and was put together by its labels.
    """

    path: str
    reader: str
    encoding: EncodingRead
    report: Report
    sources: Mapping[str, str]
    headings: tuple[HeadingRead, ...]
    tables: tuple[TableRead, ...]
    absent: tuple[str, ...]
    ignored: tuple[Ignored, ...]
    rebuilt: bool = False
