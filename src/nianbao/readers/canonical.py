"""From the canonical JSON to a report."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

from nianbao.editions import edition_for, editions
from nianbao.model.cell import MISSING, Cell, State, read_cell
from nianbao.model.edition import Edition, Form, Row
from nianbao.model.labels import normalised
from nianbao.model.law import Law
from nianbao.model.numbers import Number
from nianbao.model.report import ExtraRow, Organ, Period, Report, Section, Table, Unread
from nianbao.model.text import Text
from nianbao.prose.dates import find_period
from nianbao.protocols import ReadOptions
from nianbao.readers.assembly import period_of
from nianbao.readers.judging import vote_of, voted
from nianbao.readers.recognition import other_edition

Data = Mapping[str, Any]
_TABLES = ("disclosure", "requests", "review_litigation")
# Of which, and of the year after, there are dates.
_YEARS = range(1, 9999)


def report_from(data: Data, options: ReadOptions) -> Report:
    """Build a report from canonical data whose structure was judged."""
    stated = _year(data)
    year = options.year if stated is None else stated
    edition = _edition(data, year)
    usual = edition or list(editions().values())[-1]
    period = _period(data.get("period"))
    return Report(
        title=data.get("title", ""),
        organ=_organ(data.get("organ")),
        year=year,
        year_stated=stated is not None,
        edition=edition,
        preface=data.get("preface", ""),
        period=period,
        published=_day(data.get("published")),
        sections={key: _section(key, entry) for key, entry in data.get("sections", {}).items()},
        extra_sections=tuple(
            _section(entry.get("key", ""), entry) for entry in data.get("extra_sections", ())
        ),
        tables=_Tables(usual, data),
        blank=options.blank,
        signature=data.get("signature", ""),
        links=tuple((link.get("text", ""), link.get("href", "")) for link in data.get("links", ())),
    )


class _Tables(Mapping[str, Table]):
    """The tables of a report, each bound when something asks for it: many rules look at texts."""

    def __init__(self, edition: Edition, data: Data) -> None:
        self._edition = edition
        self._data = {key: data[key] for key in _TABLES if key in data}
        self._bound: dict[str, Table] = {}

    def __getitem__(self, key: str) -> Table:
        if key not in self._bound:
            self._bound[key] = _table(self._edition, key, self._data[key])
        return self._bound[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._data)

    def __len__(self) -> int:
        return len(self._data)

    def __repr__(self) -> str:
        return repr(dict(self))


def _year(data: Data) -> int | None:
    """Return the year that the data name, None where no calendar has it."""
    year = int(data.get("year", 0))
    return year if year in _YEARS else None


def _edition(data: Data, year: int | None) -> Edition | None:
    named = data.get("edition") or voted(data)
    if named:
        return editions()[named]
    return edition_for(year) if year else None


def _organ(entry: Data | None) -> Organ | None:
    if not entry:
        return None
    return Organ(
        entry.get("name", ""), entry.get("level"), entry.get("kind"), entry.get("parent", "")
    )


def _period(entry: Data | None) -> Period | None:
    if not entry:
        return None
    text = entry.get("text", "")
    # The words alone tell what was lost or impossible in them.
    read = find_period(f"统计期限{text}") if text else None
    if read:
        return period_of(text, read)
    return Period(text, _day(entry.get("from")), _day(entry.get("to")))


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _section(key: str, entry: Data) -> Section:
    return Section(
        key,
        int(entry.get("order", 0)),
        entry.get("heading", ""),
        entry.get("text", ""),
        int(entry.get("pictures", 0)),
    )


def _table(edition: Edition, key: str, data: Data) -> Table:
    form = editions()[data["edition"]].forms[key] if "edition" in data else edition.forms[key]
    rows = {
        row.pointer: _cells(row, node)
        for row in form.rows
        if (node := _node(data, row)) is not None
    }
    labels = data.get("labels", {})
    strangers = _other_rows(form, data)
    rows.update(
        (pointer, _cells(row, _node(data, row) or {})) for pointer, row in strangers.items()
    )
    return Table(
        form,
        rows,
        (*map(_extra, data.get("extra_rows", ())), *_added(form, data)),
        labels,
        {pointer: _unread(entry) for pointer, entry in data.get("unread", {}).items()},
        _foreign(form, labels, strangers),
        strangers,
        data.get("edition") if not rows else vote_of(key, data),
        tuple(data.get("misplaced", ())),
        tuple(data.get("copies", ())),
    )


def _node(data: Data, row: Row) -> Data | None:
    node: Any = data
    for token in row.pointer.split("/")[2:]:
        node = node.get(token) if isinstance(node, dict) else None
    return node if isinstance(node, dict) else None


def _cells(row: Row, node: Data) -> tuple[Cell, ...]:
    return tuple(
        _cell(node[column.key], column.law) if column.key in node else MISSING
        for column in row.columns
    )


def _cell(value: Number | float | str | None, law: Law) -> Cell:
    if type(value) is int:
        return _whole(value)
    if value is None or isinstance(value, str):
        return read_cell(value or "", law)
    number = Decimal(repr(value)) if isinstance(value, float) else value
    raw = str(number)
    # JSON knows one kind of number: 5.0 is 5.
    tidy = int(number) if number == int(number) else number
    sound = isinstance(tidy, int) and tidy >= 0
    return Cell(raw, tidy, State.OK, plain=True, sound=sound)


# Most cells are one of few numbers.
@lru_cache(2**12)
def _whole(number: int) -> Cell:
    return Cell(str(number), number, State.OK, plain=True, sound=number >= 0)


def _other_rows(form: Form, data: Data) -> dict[str, Row]:
    """Return the rows that a table has from the other edition."""
    if form.key != "disclosure":
        return {}
    other = other_edition(form).forms[form.key]
    return {
        row.pointer: row
        for row in other.rows
        if row.pointer not in form.by_pointer and _node(data, row) is not None
    }


def _foreign(form: Form, labels: Mapping[str, str], strangers: Mapping[str, Row]) -> dict[str, str]:
    """Return the labels that a table has from the other edition, by pointer."""
    other = other_edition(form).forms[form.key]
    rows = {pointer: labels.get(pointer, row.title) for pointer, row in strangers.items()}
    altered = {
        pointer: label
        for pointer, label in labels.items()
        if normalised(label) in _only(other, form, pointer)
    }
    return rows | altered


def _only(other: Form, form: Form, pointer: str) -> frozenset[str]:
    """Return the labels that only the other edition has, of columns or of rows."""
    if "/columns/" in pointer or (pointer.rpartition("/")[0] in form.by_pointer and form.one_line):
        return other.column_labels - form.column_labels
    return frozenset(other.by_label) - frozenset(form.by_label) - frozenset(form.group_labels)


def _added(form: Form, data: Data) -> Iterator[ExtraRow]:
    """Yield the rows of a table that no edition has, under their keys."""
    yield from _unknown(data, "", *_known(form.edition, form.key))


@cache
def _known(edition: str, key: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return what may stand in a table, and of it the rows of its form."""
    form = editions()[edition].forms[key]
    known = set(_NO_ROWS)
    for row in (*form.rows, *other_edition(form).forms[key].rows):
        tokens = row.pointer.split("/")[2:]
        known.update("/".join(tokens[: count + 1]) for count in range(len(tokens)))
    leaves = frozenset("/".join(row.pointer.split("/")[2:]) for row in form.rows)
    return frozenset(known), leaves


_NO_ROWS = ("extra_rows", "labels", "unread", "misplaced", "copies", "edition")


def _unknown(
    node: Data, above: str, known: frozenset[str], leaves: frozenset[str]
) -> Iterator[ExtraRow]:
    for key, value in node.items():
        path = f"{above}{key}"
        if path not in known and isinstance(value, dict):
            yield ExtraRow(
                "", key, tuple("" if cell is None else str(cell) for cell in value.values())
            )
        elif path not in leaves and path not in _NO_ROWS and isinstance(value, dict):
            yield from _unknown(value, f"{path}/", known, leaves)


def _extra(entry: Data) -> ExtraRow:
    cells = tuple("" if cell is None else str(cell) for cell in entry.get("cells", ()))
    return ExtraRow(entry.get("after", ""), entry.get("label", ""), cells)


def _unread(entry: Data) -> Unread:
    reason = entry.get("reason", "")
    raw = tuple("" if cell is None else str(cell) for cell in entry.get("raw", ()))
    return Unread(raw, Text(reason, reason))
