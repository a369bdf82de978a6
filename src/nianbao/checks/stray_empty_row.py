"""TAB008: are there rows of blank cells between those of the form?"""

from collections.abc import Iterator
from itertools import groupby

from nianbao.model.report import ExtraRow, Report
from nianbao.model.text import Text
from nianbao.rule import Hit

_Numbered = tuple[int, ExtraRow]


def stray_empty_row(report: Report) -> Iterator[Hit]:
    """Find rows that the form does not have and that hold nothing; a block of them is one."""
    for table in report.tables.values():
        for (_, is_empty), block in groupby(enumerate(table.extra_rows), _place):
            if is_empty:
                first, *rest = [f"{table.form.pointer}/extra_rows/{at}" for at, _ in block]
                yield Hit(first, related=tuple(rest), notes=_also(len(rest)))


def _place(numbered: _Numbered) -> tuple[str, bool]:
    """Return the row above a row, and whether the row is empty."""
    _, row = numbered
    return row.after, not row.label and not any(row.cells)


def _also(count: int) -> tuple[Text, ...]:
    note = Text(f"；其后还有{count}行也是这样", f"; so it is with {count} more behind it")
    return (note,) if count else ()
