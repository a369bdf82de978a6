"""How is the reckoning behind a finding shown?"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from nianbao.formatters.page import words
from nianbao.formatters.page.markup import Html, tag
from nianbao.formatters.page.reckoning import Reckoning, Side, reckoning_of
from nianbao.formatters.wording import JOINT, label, unshared
from nianbao.model.equation import Term
from nianbao.model.numbers import Number
from nianbao.model.record import Record
from nianbao.model.report import Report
from nianbao.model.text import Language
from nianbao.result import Finding

_FEW = 8


def arithmetic_of(finding: Finding, report: Report | None, language: Language) -> Html | None:
    """Return both sides of a reckoning, cell by cell, and how far apart they are, or None."""
    reckoning = reckoning_of(finding)
    if reckoning is None:
        return None
    drawn = _Drawn(_names(finding, language), report, language) if report else None
    sides = (reckoning.left, reckoning.right)
    return tag(
        "table",
        tag("caption", words.ARITHMETIC.get(language)),
        *(tag("tbody", *drawn.side(side)) for side in sides if drawn and side.terms),
        tag("tfoot", tag("tr", tag("td", _outcome(reckoning, language), colspan="2"))),
        class_="sum",
    )


def _outcome(reckoning: Reckoning, language: Language) -> str:
    left, right = _number(reckoning.left.total), _number(reckoning.right.total)
    said = words.BROKEN[reckoning.relation].get(language)
    return said.format(left=left, right=right, difference=_number(reckoning.difference))


def _number(value: Number) -> str:
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _names(finding: Finding, language: Language) -> dict[str, str]:
    """Return what the cells are called, without the words that begin or end all their labels."""
    places = (*finding.related, finding.place)
    labels: list[Sequence[str]] = [label(place, language).split(JOINT) for place in places]
    for _both_ends in range(2):
        labels = [parts[::-1] for parts in _without_shared_start(labels)]
    return {place.pointer: JOINT.join(parts) for place, parts in zip(places, labels, strict=True)}


def _without_shared_start(labels: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    first, *rest = labels
    alike = (len(each) - len(unshared(first, each)) for each in rest)
    shared = min(len(first) - 1, *alike) if rest else 0
    return [parts[shared:] for parts in labels]


class _Drawn(Record):
    """Draws sides from the names of their cells and the report."""

    names: Mapping[str, str]
    report: Report
    language: Language

    def side(self, side: Side) -> Iterator[Html]:
        """Yield a row for each cell; where they are many, one for all that are 0, and the sum."""
        shown = self._shown(side.terms)
        for number, term in enumerate(shown):
            yield self._row(term, is_first=number == 0)
        if zeros := len(side.terms) - len(shown):
            said = words.ZEROS.get(self.language).format(count=zeros)
            yield tag("tr", tag("td", said, colspan="2", class_="rest"))
        if side.constant:
            yield _line(words.CONSTANT.get(self.language), f"{side.constant:+d}")
        if len(side.terms) > 1 or side.constant:
            yield _line(words.SUM.get(self.language), _number(side.total), class_="total")

    def _shown(self, terms: Sequence[Term]) -> Sequence[Term]:
        if len(terms) <= _FEW:
            return terms
        numbers = self.report.figures.numbers
        return [term for term in terms if numbers.get(term.pointer, 1)]

    def _row(self, term: Term, *, is_first: bool) -> Html:
        number = self._figure(term.pointer)
        said = _sign(term.factor, is_first=is_first) + number
        name = self.names.get(term.pointer, term.pointer)
        return _line(name, said, self._note(term.pointer, number), lang="zh-CN")

    def _figure(self, pointer: str) -> str:
        numbers = self.report.figures.numbers
        return _number(numbers[pointer]) if pointer in numbers else "?"

    def _note(self, pointer: str, number: str) -> str:
        """Return what the cell itself says, where that is not its figure."""
        figures, raw = self.report.figures, self.report.cell(pointer).raw.strip()
        if pointer in figures.standing:
            return words.AS_SUM.get(self.language)
        if pointer in figures.blanks:
            return words.AS_ZERO.get(self.language)
        return "" if raw in ("", number) else words.AS_MET.get(self.language).format(raw=raw)


def _line(
    name: str, said: str, note: str = "", class_: str | None = None, lang: str | None = None
) -> Html:
    small = tag("small", note) if note else None
    head = tag("th", name, small, scope="row", lang=lang)
    return tag("tr", head, tag("td", said), class_=class_)


def _sign(factor: int, *, is_first: bool) -> str:
    """Return what stands before a figure: ``+ ``, ``− ``, ``2 × ``."""
    sign = "− " if factor < 0 else "" if is_first else "+ "
    return sign + (f"{abs(factor)} × " if abs(factor) != 1 else "")
