"""A page with a figure of its own in each cell, and its tables written in other ways."""

import re
from collections.abc import Callable
from functools import cache

import lxml.html
from lxml.html import HtmlElement

from benchmarks.pages import consistent, free_cells
from tests.invented import Data, document

TABLES = {"disclosure": 0, "requests": 1, "review_litigation": 2}
Change = Callable[[HtmlElement], None]


@cache
def report(edition: str = "2021") -> Data:
    """Return a consistent report in which neighbouring cells differ."""
    cells = [cell for cell in free_cells(edition) if "/regulations/" not in cell.pointer]
    counts = [cell.pointer for cell in cells if cell.kind == "count"]
    return consistent(edition, {each: at % 7 + 1 for at, each in enumerate(counts)}, seed=3)


@cache
def page(edition: str = "2021") -> str:
    """Return the page of the report."""
    return document(report=report(edition), edition=edition)


def rewritten(change: Change, edition: str = "2021") -> str:
    """Return the page after a change of each of its tables."""
    root = lxml.html.fromstring(page(edition))
    for table in root.findall(".//table"):
        change(table)
    return _source(root)


def changed(key: str, change: Change, edition: str = "2021") -> str:
    """Return the page after a change of one of its tables."""
    root = lxml.html.fromstring(page(edition))
    change(root.findall(".//table")[TABLES[key]])
    return _source(root)


def _source(root: HtmlElement) -> str:
    source: str = lxml.html.tostring(root, encoding="unicode")
    return source


def rows(table: HtmlElement) -> list[HtmlElement]:
    """Return the rows of a table."""
    return list(table.iter("tr"))


def words(cell: HtmlElement) -> str:
    """Return the text of a cell."""
    return str(cell.text_content()).strip()


def has_figures(row: HtmlElement) -> bool:
    """Tell whether a row holds figures."""
    return any(re.fullmatch(r"[\d.]+", words(cell)) for cell in row)


def cell(text: str) -> HtmlElement:
    """Return a cell."""
    element: HtmlElement = lxml.html.Element("td")
    element.text = text
    return element


def spread(name: str, tail: str = "", style: str = "") -> Change:
    """Return the change that makes rows and cells elements that are no table."""

    def change(table: HtmlElement) -> None:
        for element in list(table.iter("table", "tbody", "tr")):
            element.tag = "div"
        for element in list(table.iter("td", "th")):
            element.tag, element.tail = name, tail
            element.attrib.clear()
            if style:
                element.set("style", style)

    return change
