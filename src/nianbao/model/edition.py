"""What does one issue of the official format ask for?"""

from collections.abc import Iterable, Iterator
from functools import cached_property

from nianbao.model.cell import Cell, Readings
from nianbao.model.labels import bare, normalised
from nianbao.model.law import Law
from nianbao.model.numbers import Sum, total_of
from nianbao.model.record import Record


class Column(Record):
    """One value column of a row.

    Attributes:
        key: its key in the canonical report.
        title: the official label.
        name: the short name that rules use (``x-name``).
        law: what its values may be.
        labels: its official and accepted labels, normalised, the official one first.
        is_total: whether it adds up the others.
    """

    key: str
    title: str
    name: str
    law: Law
    labels: tuple[str, ...]
    is_total: bool = False

    @property
    def label(self) -> str:
        """What a clerk calls the column."""
        return bare(self.title)


class Group(Record):
    """A label over several rows, such as （三）不予公开.

    Attributes:
        pointer, title, name, labels: as for a row.
    """

    pointer: str
    title: str
    name: str
    labels: frozenset[str]


class Row(Record):
    """One row of values.

    Attributes:
        pointer: its JSON Pointer in the canonical report.
        table: the key of its table.
        title, name, is_total: as for a column.
        labels: its official and accepted labels, normalised.
        columns: its value columns, in the order of the form.
        readings: what texts are as cells, for each column.
        reading: the same where all columns have one law, else None.
        cells: the pointer of each cell.
        column_groups: names of column groups, with the keys they hold (``x-groups``).
        spans: how many grid columns each value takes (``x-grid``).
        block: the block header it stands under (``x-block``), or ``""``.
        groups: the groups it belongs to, the outermost first.
    """

    pointer: str
    table: str
    title: str
    name: str
    labels: frozenset[str]
    columns: tuple[Column, ...]
    readings: tuple[Readings, ...]
    cells: tuple[str, ...]
    column_groups: dict[str, tuple[str, ...]]
    spans: tuple[int, ...]
    block: str = ""
    groups: tuple[Group, ...] = ()
    is_total: bool = False
    reading: Readings | None = None

    def read(self, texts: Iterable[str]) -> tuple[Cell, ...]:
        """Return the cells that hold these texts, one for each column."""
        if self.reading is not None:
            # Without a loop in Python.
            return tuple(map(self.reading.__getitem__, texts))
        return tuple([read[text] for read, text in zip(self.readings, texts)])  # noqa: B905  # both as long as the row

    @property
    def label(self) -> str:
        """What a clerk calls the row, with the groups below the first level."""
        return " · ".join(map(bare, (*(group.title for group in self.groups[1:]), self.title)))


class Way(Record):
    """One way a total adds up: its parts, and the function that adds them."""

    parts: tuple[str, ...]
    sum: Sum


class _Form(Record):
    key: str
    name: str
    title: str
    edition: str
    rows: tuple[Row, ...]
    groups: tuple[Group, ...] = ()
    headers: tuple[tuple[str, tuple[str, ...]], ...] = ()
    note: str = ""
    corner: str = ""
    one_line: bool = False
    telling: tuple[str, ...] = ()


class Form(_Form):
    """One of the three tables as an edition prints it.

    Attributes:
        key: ``disclosure``, ``requests`` or ``review_litigation``.
        name: 表二, 表三 or 表四.
        title: what the table is about.
        edition: the key of the edition.
        rows, groups: in the order of the form.
        headers: header labels without a property of their own, and the columns they cover.
        note, corner: the words in the corner cell, or ``""``.
        one_line: whether the rows share one line of the grid (``x-row``).
        telling: words in labels that only this edition has.
    """

    @property
    def pointer(self) -> str:
        """The place of the table."""
        return f"/{self.key}"

    @cached_property
    def by_pointer(self) -> dict[str, Row]:
        """Its rows by pointer."""
        return {row.pointer: row for row in self.rows}

    @cached_property
    def by_label(self) -> dict[str, Row]:
        """Its rows by each normalised official or accepted label."""
        return {label: row for row in self.rows for label in row.labels}

    @cached_property
    def group_labels(self) -> dict[str, Group]:
        """Its groups by each normalised label."""
        return {label: group for group in self.groups for label in group.labels}

    @cached_property
    def header_labels(self) -> frozenset[str]:
        """Normalised labels that stand in header rows and block rows without naming a column."""
        blocks = {row.block for row in self.rows if row.block}
        covers = {title for title, _ in self.headers}
        return frozenset(map(normalised, {self.note, self.corner, *covers, *blocks} - {""}))

    @cached_property
    def column_labels(self) -> frozenset[str]:
        """Normalised labels of its columns."""
        return frozenset(
            label for row in self.rows for column in row.columns for label in column.labels
        )

    @cached_property
    def totals(self) -> dict[str, tuple["Way", ...]]:
        """For each total cell the ways it adds up: as its row's total, then as its column's.

        The corner, which is both, comes last.
        """
        ways = {}
        for row in sorted(self.rows, key=lambda each: each.is_total):
            for column in row.columns:
                pointer = f"{row.pointer}/{column.key}"
                own = (self._along(row, column), self._down(row, column))
                if any(own):
                    ways[pointer] = tuple(Way(parts, total_of(parts)) for parts in own if parts)
        corners = [pointer for pointer, own in ways.items() if len(own) > 1]
        return {**ways, **{pointer: ways.pop(pointer) for pointer in corners}}

    def _along(self, row: Row, column: Column) -> tuple[str, ...]:
        if not column.is_total:
            return ()
        return tuple(f"{row.pointer}/{each.key}" for each in row.columns if not each.is_total)

    def _down(self, row: Row, column: Column) -> tuple[str, ...]:
        if not row.is_total:
            return ()
        return tuple(f"{each.pointer}/{column.key}" for each in self.members(row.groups[-1].name))

    def members(self, group: str) -> tuple[Row, ...]:
        """Return the leaf rows below the group of that name, without totals."""
        return tuple(
            row
            for row in self.rows
            if not row.is_total and any(holder.name == group for holder in row.groups)
        )


class Part(Record):
    """One of the six sections.

    Attributes:
        key: its key in the canonical report.
        title: the heading of the template, with its number.
        labels: its official and accepted headings, normalised.
    """

    key: str
    title: str
    labels: frozenset[str]


class Edition(Record):
    """One issue of the official format.

    Attributes:
        key: ``2019`` or ``2021``.
        title: the name of the format.
        basis: the document that issued it.
        first_year, last_year: the report years it governs; None for a year still open.
        parts: the six sections in order.
        forms: the three tables by key.
        by_pointer: all rows of its tables by pointer.
        terms: titles of the other keys of a report (统计期限 …), for labels of places.
    """

    key: str
    title: str
    basis: str
    first_year: int
    last_year: int | None
    parts: tuple[Part, ...]
    forms: dict[str, Form]
    by_pointer: dict[str, Row]
    terms: dict[str, str]

    def governs(self, year: int) -> bool:
        """Tell whether reports for ``year`` must use this edition."""
        return self.first_year <= year <= (self.last_year or year)

    def part_title(self, key: str) -> str:
        """Return the heading of the template for a section, or its key."""
        return next((part.title for part in self.parts if part.key == key), key)

    def cells(self) -> Iterator[tuple[Row, Column, str]]:
        """Yield each cell of the form: its row, its column, its pointer."""
        for row in self.by_pointer.values():
            for column, pointer in zip(row.columns, row.cells, strict=True):
                yield row, column, pointer
