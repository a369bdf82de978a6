"""What does an annual report say, whatever format it came in?"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cached_property
from itertools import chain
from operator import attrgetter
from typing import Any, Literal, TypeVar

from nianbao.model.cell import MISSING, Cell, State
from nianbao.model.edition import Column, Edition, Form, Row
from nianbao.model.figures import Figures, figures_of
from nianbao.model.place import Columns, Span
from nianbao.model.record import Record
from nianbao.model.text import Text

Blank = Literal["zero", "strict"]
Made = TypeVar("Made")
Level = Literal["ministry", "province", "city", "county", "township"]
Kind = Literal["government", "office", "department", "dispatched", "other"]


class Organ(Record):
    """Who reports.

    Attributes:
        name: as the title writes it.
        level: the rank at which it works; None where it cannot be told.
        kind: what kind of organ it is; None where it cannot be told.
        parent: the area above it, or ``""``.
    """

    name: str
    level: Level | None = None
    kind: Kind | None = None
    parent: str = ""


class Period(Record):
    """The period the figures cover.

    Attributes:
        text: the words as met.
        start, end: its first and last day, where the words can be parsed.
        problem: ``damaged`` (characters were lost), ``impossible`` (no such day) or None.
    """

    text: str
    start: date | None = None
    end: date | None = None
    problem: Literal["damaged", "impossible"] | None = None


class Section(Record):
    """One part of the report.

    Attributes:
        key: the key of the part, or ``""`` for one that the format does not know.
        order: the order met, from 1.
        heading: the heading as met.
        text: its paragraphs joined by line breaks, without the text of tables.
        pictures: how many pictures stand in it.
    """

    key: str
    order: int
    heading: str
    text: str
    pictures: int = 0


_sound = attrgetter("sound")


class Unread(Record):
    """A row that could not be told apart into its cells, and why."""

    raw: tuple[str, ...]
    reason: Text


class ExtraRow(Record):
    """A row that the form does not have.

    Attributes:
        after: the pointer of the row before it, or ``""``.
        label: its label as met; ``""`` for a row of blank cells.
        cells: its other cells, raw.
    """

    after: str
    label: str
    cells: tuple[str, ...]


class _Table(Record):
    form: Form
    rows: Mapping[str, tuple[Cell, ...]]
    extra_rows: tuple[ExtraRow, ...] = ()
    labels: Mapping[str, str] = {}
    unread: Mapping[str, Unread] = {}
    foreign: Mapping[str, str] = {}
    other_rows: Mapping[str, Row] = {}
    voted: str | None = None
    misplaced: tuple[str, ...] = ()
    copies: tuple[Mapping[str, str], ...] = ()


class Table(_Table):
    """One of the three tables as it was met.

    Attributes:
        form: the form by whose rows it was bound.
        rows: the cells of each row met, by pointer, in the order of the form's columns.
        extra_rows: rows that the form does not have.
        labels: labels as met where they are neither official nor accepted, by pointer: of a row,
            a column (``/requests/columns/total``), a block header (``/disclosure/blocks/`` and
            the key of its first row) or the note in the corner (``/requests/note``); ``""`` for a
            header that is not there.
        unread: rows that could not be told apart into cells, by pointer.
        foreign: labels of the other edition met in this table, by pointer.
        other_rows: the rows of ``rows`` that the other edition has and this form has not.
        voted: the edition its telling labels speak for, or None.
        misplaced: the pointers of columns whose header stands where the form has none.
        copies: for each further copy of the table, its cells that read otherwise: raw, by pointer;
            and the rows that were read in one of the two alone, with ``""``.
    """

    def cells(self) -> Iterator[tuple[Row, Column, str, Cell]]:
        """Yield each cell of the rows met: its row, its column, its pointer, its content."""
        for row in self.form.rows:
            for column, pointer, cell in zip(
                row.columns, row.cells, self.rows.get(row.pointer, ()), strict=False
            ):
                yield row, column, pointer, cell

    @cached_property
    def is_sound(self) -> bool:
        """Whether every cell met holds a plain whole number, as in most tables."""
        return all(map(_sound, chain.from_iterable(self.rows.values())))

    @cached_property
    def odd_cells(self) -> tuple[tuple[Row, Column, str, Cell], ...]:
        """The cells that are more or less than a plain whole number, for rules about cells."""
        if self.is_sound:
            return ()
        return tuple(entry for entry in self.cells() if not entry[3].sound)

    def is_there(self, row: Row) -> bool:
        """Tell whether the table has the row, read or unread."""
        return row.pointer in self.rows or self.unread_at(row) is not None

    def unread_at(self, row: Row) -> Unread | None:
        """Return why a row was not read; in a form of one line the table stands for its rows."""
        return self.unread.get(self.form.pointer if self.form.one_line else row.pointer)


def _nowhere(_pointer: str) -> Span | None:
    return None


def _unworded(_pointer: str, _words: str) -> Span | None:
    return None


def _unmeasured(_span: Span) -> Columns | None:
    return None


class _Report(Record):
    title: str = ""
    organ: Organ | None = None
    year: int | None = None
    edition: Edition | None = None
    preface: str = ""
    period: Period | None = None
    published: date | None = None
    sections: Mapping[str, Section] = {}
    extra_sections: tuple[Section, ...] = ()
    tables: Mapping[str, Table] = {}
    blank: Blank = "zero"
    signature: str = ""
    links: tuple[tuple[str, str], ...] = ()
    year_stated: bool = False
    locate: Callable[[str], Span | None] = _nowhere
    locate_words: Callable[[str, str], Span | None] = _unworded
    measure: Callable[[Span], Columns | None] = _unmeasured


class Report(_Report):
    """One document, read.

    Attributes:
        title, preface: as met, ``""`` where there is none.
        organ, year, edition, period, published: None where they cannot be told.
        sections: the parts met, by key.
        extra_sections: parts that the format does not know, and second ones of a known key.
        tables: the tables met, by key.
        blank: whether blank cells count as 0 in sums (``zero``) or keep a sum from being checked.
        signature: organ and date behind the last part, as met.
        links: words and address of each link to a file that may hold the report itself.
        year_stated: whether the document itself names the year.
        locate: gives the span of a pointer, or None where it is not known.
        locate_words: gives the span of words in the text at a pointer, or None.
        measure: gives the columns of a span in other units, or None where they are not known.
    """

    @property
    def is_annual_report(self) -> bool:
        """Tell whether it has any heading or table of the official format, and is no blank form.

        A page that has neither is a report by its title, where it offers a file or a picture, or
        holds hardly anything.
        """
        has_any = bool(self.sections or self.tables)
        if has_any and self.title.endswith("报告"):
            return True
        from nianbao.model.titles import names_notice, names_report  # noqa: PLC0415  # few need it

        if names_notice(self.title) and not self._is_filled:
            return False
        from nianbao.model.elsewhere import is_in_files  # noqa: PLC0415  # few need it

        return has_any or (names_report(self.title) and (bool(self.links) or is_in_files(self)))

    @property
    def _is_filled(self) -> bool:
        """Whether any cell holds something, or most parts are told without tables."""
        if not self.tables:
            return len(self.sections) > 3
        cells = self.content.values()
        return any(not cell.is_empty and cell.state is not State.MISSING for cell in cells)

    def with_year(self, year: int | None) -> "Report":
        """Return the report with a year from outside, where it names none itself."""
        return self if self.year or year is None else self._replace(year=year)

    def without_source(self) -> "Report":
        """Return the report without the source, in which lines and columns are found."""
        return self._replace(locate=_nowhere, measure=_unmeasured)

    def form(self, key: str) -> Form | None:
        """Return the form of a table: the one it was bound by, else the edition's."""
        table = self.tables.get(key)
        if table:
            return table.form
        return self.edition.forms[key] if self.edition else None

    def cell(self, pointer: str) -> Cell:
        """Return the cell at a pointer, or a missing one."""
        return self.content.get(pointer, MISSING)

    @cached_property
    def content(self) -> dict[str, Cell]:
        """All cells met, by pointer."""
        return {
            pointer: cell for table in self.tables.values() for _, _, pointer, cell in table.cells()
        }

    @cached_property
    def figures(self) -> Figures:
        """The cells as numbers, blanks counted as :attr:`blank` says."""
        tables = ((table.form, table.rows, table.is_sound) for table in self.tables.values())
        return figures_of(tables, blanks_are_zero=self.blank == "zero")

    def once(self, make: "Callable[[Report], Made]") -> Made:
        """Return what a function makes of this report; it is asked once, however many rules ask."""
        made = self._made
        if make not in made:
            made[make] = make(self)
        found: Made = made[make]
        return found

    @cached_property
    def _made(self) -> dict[object, Any]:
        return {}

    def to_dict(self) -> dict[str, Any]:
        """Return the canonical report as plain data."""
        from nianbao.model.canonical import data_of  # noqa: PLC0415  # it needs this module

        return data_of(self)

    def to_json(self) -> str:
        """Return the canonical report as JSON text."""
        import json  # noqa: PLC0415  # for this output alone

        return json.dumps(self.to_dict(), ensure_ascii=False, indent=2) + "\n"
