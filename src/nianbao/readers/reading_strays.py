"""Which rows of a table could not be read, are missing, or are none of the form?"""

from collections.abc import Iterable, Iterator, Mapping

from nianbao.model.labels import normalised
from nianbao.model.place import Span
from nianbao.model.reading import Label, Stray, UnreadRow
from nianbao.model.report import Report, Table
from nianbao.readers.binding import Bound
from nianbao.readers.recognition import other_edition
from nianbao.readers.stream import Stream
from nianbao.readers.tables import RawRow


def unread_rows(table: Table, report: Report) -> Iterator[UnreadRow]:
    """Yield the rows whose cells could not be told apart."""
    names = {row.pointer: row.label for row in (*table.form.rows, *table.other_rows.values())}
    for pointer, row in table.unread.items():
        name = names.get(pointer, table.form.name)
        yield UnreadRow(pointer, name, row.raw, row.reason, report.locate(pointer))


def with_places(unread: Iterable[UnreadRow], bound: Bound, stream: Stream) -> Iterator[UnreadRow]:
    """Yield unread rows with the places of those whose label is gone."""
    numbers = {each.row.pointer: each.number for each in bound.layout.nameless}
    for row in unread:
        number = numbers.get(row.pointer)
        yield row if number is None else row._replace(span=_span(bound.raws[number], stream))


def missing_rows(table: Table) -> Iterator[Label]:
    """Yield the rows of the form that are neither read nor unread."""
    for row in table.form.rows:
        if not table.is_there(row):
            yield Label(row.pointer, row.label, row.title, "", "missing")


def added_rows(table: Table, report: Report) -> Iterator[Stray]:
    """Yield the rows with figures, and those of blanks, that the form does not have."""
    for order, extra in enumerate(table.extra_rows):
        cells = (extra.label, *extra.cells) if extra.label else extra.cells
        span = report.locate(f"{table.form.pointer}/extra_rows/{order}")
        yield Stray("added" if any(cells) else "blank", cells, span)


def other_rows(bound: Bound, stream: Stream) -> Iterator[Stray]:
    """Yield the rows of a table that hold words alone, or are there already."""
    known = _known_labels(bound)
    layout = bound.layout
    taken = {
        *(placed.number for placed in layout.rows),
        *(extra.number for extra in layout.extra),
        *(nameless.number for nameless in layout.nameless),
        *(number for number, _ in layout.headers.values()),
    }
    for number, raw in enumerate(bound.raws):
        texts = [text for text in raw.cells if text]
        if number in taken or not texts or (layout.line and number == layout.line[0]):
            continue
        labels = {normalised(text) for text in texts} - {""}
        if not labels.isdisjoint(known["rows"]):
            yield Stray("again", raw.cells, _span(raw, stream))
        elif labels and labels.isdisjoint(known["headers"]):
            yield Stray("words", raw.cells, _span(raw, stream))


def _known_labels(bound: Bound) -> Mapping[str, set[str]]:
    form = bound.layout.form
    other = other_edition(form).forms[form.key]
    headers = {label for each in (form, other) for label in each.header_labels}
    headers |= {label for each in (form, other) for label in each.column_labels}
    headers |= set(form.group_labels)
    # The labels of a form of one line stand in its header.
    headers |= set(form.by_label) if form.one_line else set()
    return {"rows": set(form.by_label) - headers, "headers": headers}


def _span(raw: RawRow, stream: Stream) -> Span | None:
    start, stop = raw.stretch(0)[0], raw.stretch(len(raw.cells) - 1)[1]
    return stream.span(start, stop)
