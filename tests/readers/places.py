"""Do the places of a report show in its source what was read there?"""

import json
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from nianbao.model.cell import State
from nianbao.model.labels import normalised, simplified
from nianbao.model.report import Report, Table
from tests.invented import read, shown

Fits = Callable[[str], bool]


class Place(NamedTuple):
    """A place of a report and how to tell whether a stretch is what was read there."""

    pointer: str
    fits: Fits
    is_required: bool = True


def wrong_places(data: bytes, text: str, suffix: str) -> Iterator[str]:
    """Yield what is wrong with the places of a document.

    Args:
        data: its bytes.
        text: the same decoded, without a byte order mark.
        suffix: of its name.
    """
    report = read(data, suffix)
    starts = [0, *(end.end() for end in re.finditer(r"\r\n|\r|\n", text))]
    for place in _places(report, suffix):
        span = report.locate(place.pointer)
        if span is None and place.is_required:
            yield f"{place.pointer} has no place"
        elif span is not None:
            first, last = starts[span.line - 1], starts[span.end_line - 1]
            stretch = text[first + span.column - 1 : last + span.end_column - 1]
            if not place.fits(stretch):
                yield f"{place.pointer} stands at {stretch[:80]!r}"


def _places(report: Report, suffix: str) -> Iterator[Place]:
    same = {".json": _same_json, ".txt": _same_text, ".md": _same_text}.get(suffix, _same_page)
    yield from _front(report, same)
    for key, section in report.sections.items():
        for pointer in (f"/sections/{key}", f"/sections/{key}/heading"):
            yield Place(pointer, same(section.heading))
    for number, section in enumerate(report.extra_sections):
        yield Place(f"/extra_sections/{number}", same(section.heading))
    for table in report.tables.values():
        yield from _cells(table, same)
        yield from _labels_in_json(table) if suffix == ".json" else _around(table, suffix)


def _front(report: Report, same: Callable[[str], Fits]) -> Iterator[Place]:
    # The title may stand in the head of a page alone, the publication date in a meta element.
    title = _letters(_squeezed(report.title))
    yield Place("/title", lambda stretch: _letters(shown(stretch)) == title, is_required=False)
    if report.preface:
        yield Place("/preface", lambda stretch: bool(shown(stretch)))
    if report.period:
        yield Place("/period", same(report.period.text))
    if report.published:
        year = str(report.published.year)
        yield Place("/published", lambda stretch: year in stretch, is_required=False)


def _cells(table: Table, same: Callable[[str], Fits]) -> Iterator[Place]:
    for _, _, pointer, cell in table.cells():
        if cell.state is not State.MISSING:
            yield Place(pointer, same(cell.raw))


def _labels_in_json(table: Table) -> Iterator[Place]:
    for pointer, label in table.labels.items():
        yield Place(pointer, _same_json(label))
    for pointer in table.unread:
        yield Place(pointer, lambda stretch: '"raw"' in stretch)


def _around(table: Table, suffix: str) -> Iterator[Place]:
    """Yield the table itself, its rows, headers, altered labels and extra rows."""
    is_page = suffix.startswith(".htm")
    yield Place(table.form.pointer, lambda stretch: bool(_seen(stretch, is_page=is_page)))
    known = {**table.form.by_pointer, **table.other_rows}
    for pointer in table.rows:
        label = table.labels.get(pointer)
        labels = {normalised(label)} if label else known[pointer].labels
        if not table.form.one_line:
            yield Place(pointer, _is_label(labels, is_page=is_page))
    for pointer, label in table.labels.items():
        if label and pointer not in table.rows:
            yield Place(pointer, _is_label({normalised(label)}, is_page=is_page))
    for number, row in enumerate(table.extra_rows):
        words = _squeezed(row.label + "".join(row.cells))
        yield Place(f"{table.form.pointer}/extra_rows/{number}", _is_row(words, is_page=is_page))


def _same_page(raw: str) -> Fits:
    words = raw.replace("\ufffc", "")  # what a picture leaves
    return lambda stretch: _letters(shown(stretch)) == _letters(_squeezed(words))


def _same_text(raw: str) -> Fits:
    def fits(stretch: str) -> bool:
        # A stroke inside a cell is a border that was lost.
        return _letters(stretch.replace("|", " ")).strip() == _letters(raw).strip()

    return fits


def _letters(text: str) -> str:
    """Return a text in simplified letters; 開 tells that it may hold others."""
    return simplified("開" + text)[1:]


def _same_json(raw: str) -> Fits:
    def fits(stretch: str) -> bool:
        return (not raw and stretch == "null") or str(json.loads(f'"{stretch}"')).strip() == raw

    return fits


def _is_label(labels: set[str] | frozenset[str], *, is_page: bool) -> Fits:
    return lambda stretch: normalised(_seen(stretch, is_page=is_page)) in labels


def _is_row(words: str, *, is_page: bool) -> Fits:
    return lambda stretch: _seen(stretch, is_page=is_page).endswith(words)


def _seen(stretch: str, *, is_page: bool) -> str:
    return shown(stretch) if is_page else re.sub(r"[\s|]", "", stretch)


def _squeezed(text: str) -> str:
    return "".join(text.split())
