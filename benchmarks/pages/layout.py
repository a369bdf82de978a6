"""In which order a report stands on a page: title, paragraphs, headings and tables."""

from collections.abc import Iterator
from copy import deepcopy
from typing import NamedTuple

from benchmarks.pages.form import Row, form
from benchmarks.pages.grids import Grid, disclosure_blocks, present, requests_grid, review_grid
from benchmarks.pages.pointers import Json, Report, write


class Heading(NamedTuple):
    """The heading of a part."""

    text: str


class Paragraph(NamedTuple):
    """A paragraph of text."""

    text: str


class Tables(NamedTuple):
    """One official table, printed in one grid or in several."""

    grids: list[Grid]


Block = Heading | Paragraph | Tables


class Document(NamedTuple):
    """A report as it is laid out, and what a page says beside it."""

    title: str
    published: str
    organ: str
    area: str
    year: int
    blocks: tuple[Block, ...]


def lay_out(report: Report, *, split: bool = False, cut_requests: bool = False) -> Document:
    """Return the layout of a report.

    Args:
        report: The canonical report.
        split: Whether table 二 is printed as one table for each block.
        cut_requests: Whether table 三 is printed as two tables, each with the header.
    """
    organ = report["organ"]
    return Document(
        title=report["title"],
        published=report["published"],
        organ=organ["name"],
        area=organ.get("parent", organ["name"].partition("人民政府")[0]),
        year=report["year"],
        blocks=tuple(_blocks(report, split=split, cut_requests=cut_requests)),
    )


def _blocks(report: Report, *, split: bool, cut_requests: bool) -> Iterator[Block]:
    yield from _paragraphs(report.get("preface", ""))
    for key in _in_order(report):
        if key in report["sections"]:
            yield from _section(report["sections"][key])
        for copy in copies(report, key):
            yield Tables(_grids(copy, key, split=split, cut_requests=cut_requests))
    for section in report.get("extra_sections", ()):
        yield from _section(section)


def _in_order(report: Report) -> list[str]:
    """Return the keys of the parts as they follow one another; one not there keeps its place."""
    official = list(form(report["edition"]).sections)
    met = {key: section["order"] for key, section in report["sections"].items()}
    return sorted(official, key=lambda key: met.get(key, official.index(key) + 1))


def copies(report: Report, key: str) -> Iterator[Report]:
    """Yield the report once for each time that it has a table: with the cells of that copy."""
    if key not in report:
        return
    yield report
    for changes in report[key].get("copies", ()):
        copy = deepcopy(report)
        for pointer, raw in changes.items():
            write(copy, pointer, raw)
        yield copy


def _section(section: Json) -> Iterator[Block]:
    yield Heading(section["heading"])
    yield from _paragraphs(section.get("text", ""))


def _paragraphs(text: str) -> Iterator[Paragraph]:
    return (Paragraph(line) for line in text.split("\n") if line)


def _grids(report: Report, key: str, *, split: bool, cut_requests: bool) -> list[Grid]:
    table = form(report["edition"]).tables[key]
    if key == "disclosure":
        blocks = disclosure_blocks(table, report)
        return blocks if split else [[line for block in blocks for line in block]]
    if key == "review_litigation":
        return [review_grid(table, report)]
    rows = present(table, report)
    cut = _page_break(rows) if cut_requests else len(rows)
    return [requests_grid(table, part, report) for part in (rows[:cut], rows[cut:]) if part]


def _page_break(rows: list[Row]) -> int:
    """Return where a page ends: before the fifth kind of result."""
    breaks = (i for i, row in enumerate(rows) if row.path[1:3] == ("results", "not_processed"))
    return next(breaks, len(rows))
