"""How is a table drawn, with the cells marked that findings speak of?"""

from collections.abc import Iterable, Iterator
from itertools import chain

from nianbao.formatters.page import words
from nianbao.formatters.page.marks import Mark, Marks
from nianbao.formatters.page.markup import Html, joined, tag
from nianbao.formatters.page.names import of_finding, of_place
from nianbao.formatters.page.spots import Spot, Spots, spots_of
from nianbao.formatters.wording import SEVERITIES
from nianbao.model.cell import State
from nianbao.model.report import ExtraRow, Report, Table
from nianbao.model.text import Language


class Drawing:
    """Draws the tables of one document.

    Attributes:
        report: what is left of the report.
        marks: which findings speak of which place.
        document: the id of the document.
        language: the language of what is said of marks.
        targets: the places that can be linked to.
    """

    def __init__(self, report: Report, marks: Marks, document: str, language: Language) -> None:
        self.report, self.marks, self.document = report, marks, document
        self.language = language
        self._spots = {key: spots_of(table, report) for key, table in report.tables.items()}
        self.targets = frozenset(self._targets())

    def _targets(self) -> Iterator[str]:
        for key, (head, bodies) in self._spots.items():
            form, extra = self.report.tables[key].form, self.report.tables[key].extra_rows
            yield form.pointer
            yield from (f"{form.pointer}/extra_rows/{number}" for number in range(len(extra)))
            for line in chain(head, *bodies):
                for spot in line:
                    yield from filter(None, [self._target(spot)])

    def _target(self, spot: Spot) -> str | None:
        """Return the place by which a box is called: the first that a finding speaks of."""
        return next((pointer for pointer in spot.pointers if pointer in self.marks), None)

    def table(self, key: str, title: str) -> Html:
        """Return a table; on a narrow screen it scrolls by itself."""
        table = self.report.tables[key]
        head, bodies = self._spots[key]
        drawn = tag(
            "table",
            tag("thead", *self._lines(head, table)) if head else None,
            *(tag("tbody", *self._lines(body, table)) for body in bodies),
            self._extra(table, _width([*head, *chain.from_iterable(bodies)])),
            class_="form",
            lang="zh-CN",
        )
        return tag("div", drawn, class_="wide", role="region", aria_label=title, tabindex="0")

    def heading(self, key: str, title: str) -> Html:
        """Return the heading of a table, with the findings about the table as a whole."""
        pointer = self.report.tables[key].form.pointer
        numbers = self._numbers(self._met([pointer]))
        return tag("h3", title, numbers, id=of_place(self.document, pointer), lang="zh-CN")

    def _lines(self, lines: Spots, table: Table) -> Iterator[Html]:
        return (tag("tr", *(self._cell(spot, table) for spot in line)) for line in lines)

    def _cell(self, spot: Spot, table: Table) -> Html:
        box = spot.box
        met, target = self._met(spot.pointers), self._target(spot)
        element = "td" if box.kind in ("value", "note") else "th"
        return tag(
            element,
            _said(spot, table),
            self._numbers(met),
            id=of_place(self.document, target) if target else None,
            class_=" ".join(filter(None, [self._kind(spot), self._marked(met)])) or None,
            scope=None if element == "td" else box.kind,
            colspan=str(box.width) if box.width > 1 else None,
            rowspan=str(box.height) if box.height > 1 else None,
        )

    def _kind(self, spot: Spot) -> str:
        if spot.box.kind == "note":
            return "note"
        is_value = spot.box.kind == "value"
        absent = is_value and self.report.cell(spot.pointers[0]).state is State.MISSING
        return "absent" if absent else ""

    def _met(self, pointers: Iterable[str]) -> list[Mark]:
        return [mark for pointer in pointers for mark in self.marks.get(pointer, ())]

    def _marked(self, met: Iterable[Mark]) -> str:
        """Return the class of a marked cell: the gravest finding there, else that one refers."""
        own = [mark.severity for mark in met if mark.is_place]
        if own:
            return f"at {max(own)}"
        return "with" if any(True for _ in met) else ""

    def _numbers(self, met: Iterable[Mark]) -> Html:
        """Return the numbers of the findings that stand in a cell, as links to them."""
        own = {mark.number: mark.severity for mark in met if mark.is_place}
        return joined(
            self._number(number, SEVERITIES[own[number]].get(self.language)) for number in own
        )

    def _number(self, number: int, severity: str) -> Html:
        target = of_finding(self.document, number)
        return tag("a", str(number), class_="no", href=f"#{target}", title=severity)

    def _extra(self, table: Table, width: int) -> Html | None:
        rows = [
            self._extra_row(f"{table.form.pointer}/extra_rows/{number}", row, width)
            for number, row in enumerate(table.extra_rows)
        ]
        return tag("tbody", *rows, class_="extra") if rows else None

    def _extra_row(self, pointer: str, row: ExtraRow, width: int) -> Html:
        met = self._met([pointer])
        cell = tag(
            "td",
            tag("b", words.EXTRA_ROW.get(self.language)),
            f" {self._extra_words(row)}",
            self._numbers(met),
            id=of_place(self.document, pointer) if met else None,
            class_=self._marked(met) or None,
            colspan=str(width),
        )
        return tag("tr", cell)

    def _extra_words(self, row: ExtraRow) -> str:
        label = row.label or words.NO_LABEL.get(self.language)
        if any(cell.strip() for cell in row.cells):
            return " ｜ ".join([label, *(cell or "　" for cell in row.cells)])
        return f"{label} {words.ALL_BLANK.get(self.language).format(count=len(row.cells))}"


def _said(spot: Spot, table: Table) -> str:
    """Return what a box says: of a label, the words that the document has."""
    if spot.box.kind == "value":
        return spot.box.text
    return next((table.labels[each] for each in spot.pointers if table.labels.get(each)), None) or (
        spot.box.text
    )


def _width(lines: Spots) -> int:
    return max(sum(spot.box.width for spot in line) for line in lines)
