"""VAL008: is a number far too large for the organ?"""

from collections.abc import Iterator
from itertools import chain

from nianbao.model.numbers import Number
from nianbao.model.report import Report, Table
from nianbao.model.text import Text
from nianbao.rule import Hit, NotChecked

_LOCAL = ("county", "township")
_MOST, _MOST_DOCUMENTS = 1_000_000, 1_000
_DOCUMENTS = "/disclosure/normative_documents"
_UNTOLD = Text("无法判断机关的级别", "the rank of the organ cannot be told")


def implausible_magnitude(report: Report) -> Iterator[Hit | NotChecked]:
    """Find counts beyond what a county or a township can have; other ranks may have them."""
    if _is_small(report):
        return
    level = report.organ.level if report.organ else None
    if level is not None and level not in _LOCAL:
        return
    for pointer, value, most in chain.from_iterable(map(_large, report.tables.values())):
        if level is None:
            yield NotChecked(_UNTOLD, pointer)
        else:
            yield Hit(pointer, {"value": value, "most": most})


def _is_small(report: Report) -> bool:
    """Tell quickly that no number is large, as in nearly all reports."""
    numbers = report.figures.numbers
    if max(numbers.values(), default=0) <= _MOST_DOCUMENTS:
        return True
    table = report.tables.get("disclosure")
    documents = table.rows.get(_DOCUMENTS, ()) if table else ()
    most = max((cell.value for cell in documents if cell.value is not None), default=0)
    return most <= _MOST_DOCUMENTS and max(numbers.values()) <= _MOST


def _large(table: Table) -> Iterator[tuple[str, Number, int]]:
    for pointer, cells in table.rows.items():
        most = _MOST_DOCUMENTS if pointer == _DOCUMENTS else _MOST
        row = table.form.by_pointer.get(pointer) or table.other_rows[pointer]
        for column, place, cell in zip(row.columns, row.cells, cells, strict=True):
            if column.law.kind != "money" and cell.value is not None and cell.value > most:
                yield place, cell.value, most
