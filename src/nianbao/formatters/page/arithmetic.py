"""How is the reckoning behind a finding shown?"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from nianbao.formatters.page import words
from nianbao.formatters.page.markup import Html, tag
from nianbao.formatters.wording import label
from nianbao.model.numbers import Number
from nianbao.model.place import Place
from nianbao.model.report import Report
from nianbao.model.text import Language, Text
from nianbao.result import Finding

# Values of rules by which figures are compared: the names of the two sides, and what they are.
_SIDES = (
    ("left", "right", Text("左边", "left"), Text("右边", "right")),
    ("sum", "total", Text("各项之和", "sum of the parts"), Text("总计", "total")),
    ("part", "total", Text("分项", "part"), Text("总计", "total")),
)
_FEW = 8


def arithmetic_of(finding: Finding, report: Report | None, language: Language) -> Html | None:
    """Return the cells of a reckoning and its outcome, or None where a finding rests on none."""
    outcome = _outcome(finding.values, language)
    if outcome is None:
        return None
    return tag(
        "div",
        tag("h5", words.ARITHMETIC.get(language)),
        _operands(finding, report, language) if report else None,
        tag("p", outcome, class_="outcome"),
        class_="sum",
    )


def _outcome(values: Mapping[str, Any], language: Language) -> str | None:
    for first, second, *names in _SIDES:
        sides = [each for key in (first, second) if (each := _figure(values.get(key))) is not None]
        if len(sides) == 2:
            return _compared(sides, [name.get(language) for name in names], language)
    return None


def _compared(sides: Sequence[Number], names: Sequence[str], language: Language) -> str:
    left, right = sides
    sign = ">" if left > right else "<" if left < right else "="
    apart = words.DIFFERENCE.get(language).format(number=_number(abs(left - right)))
    return f"{names[0]} {_number(left)} {sign} {names[1]} {_number(right)} · {apart}"


def _figure(value: object) -> Number | None:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return None
    return value


def _number(value: Number) -> str:
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _operands(finding: Finding, report: Report, language: Language) -> Html:
    """Return the cells as a table; where they are many, those that are 0 in one line."""
    shown, zeros = _shown((*finding.related, finding.place), report)
    rows = [*(_row(place, report, language) for place in shown), *_rest(zeros, language)]
    return tag("table", tag("tbody", *rows))


def _shown(places: Sequence[Place], report: Report) -> tuple[list[Place], int]:
    if len(places) <= _FEW:
        return [*places], 0
    numbers = report.figures.numbers
    *parts, own = places
    kept = [place for place in parts if numbers.get(place.pointer, 1)]
    return [*kept, own], len(parts) - len(kept)


def _row(place: Place, report: Report, language: Language) -> Html:
    cell = report.cell(place.pointer)
    as_zero = words.AS_ZERO.get(language) if place.pointer in report.figures.blanks else ""
    raw = cell.raw or words.BLANK.get(language)
    notes = tag("small", f" {as_zero}") if as_zero else None
    return tag(
        "tr", tag("th", label(place, language), scope="row", lang="zh-CN"), tag("td", raw, notes)
    )


def _rest(zeros: int, language: Language) -> Iterator[Html]:
    if zeros:
        said = words.ZEROS.get(language).format(count=zeros)
        yield tag("tr", tag("td", said, colspan="2", class_="rest"))
