"""SUM012: are the numbers of decisions those of the items there are?"""

from collections.abc import Iterator

from nianbao.model.numbers import Number
from nianbao.model.report import Report
from nianbao.rule import Hit

_ROWS = ("licences", "other_services", "penalties", "coercion")
_FEWEST = 2


def decisions_look_like_items(report: Report) -> Iterator[Hit]:
    """Find tables where each number of decisions is that of the items, in two rows or more."""
    table = report.tables.get("disclosure")
    rows = table.form.by_pointer if table else {}
    numbers = report.figures.numbers
    decided = [
        pointer
        for pointer in (f"/disclosure/{key}" for key in _ROWS)
        if numbers.get(f"{pointer}/decisions")
    ]
    if len(decided) < _FEWEST or not all(_is_items(numbers, pointer) for pointer in decided):
        return
    named = "、".join(rows[pointer].label for pointer in decided)
    first, *others = (f"{pointer}/decisions" for pointer in decided)
    yield Hit(first, {"rows": named}, tuple(others))


def _is_items(numbers: dict[str, Number], pointer: str) -> bool:
    before = numbers.get(f"{pointer}/items_before")
    change = numbers.get(f"{pointer}/change")
    if before is None or change is None:
        return False
    return before + change == numbers[f"{pointer}/decisions"]
