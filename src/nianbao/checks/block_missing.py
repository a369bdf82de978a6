"""TAB005: are the headers of the blocks of 表二 there?"""

from collections.abc import Iterator

from nianbao.model.edition import Row
from nianbao.model.extent import ends_before
from nianbao.model.pointers import block_pointer
from nianbao.model.printed import first_rows
from nianbao.model.report import Report, Table
from nianbao.model.text import Text
from nianbao.rule import Hit, NotChecked

_BEHIND = Text(
    "文档疑似不完整，之后的内容未检查", "the document seems cut short; what follows was not checked"
)
_ALONE = Text("，其下的行还在", ", though the rows below it are there")
_WITH_ROWS = Text("及其下的行", " nor any of its rows")


def block_missing(report: Report) -> Iterator[Hit | NotChecked]:
    """Find block headers that are not there, with their rows or without.

    Where the first row of the block is absent but another is there, that row speaks (TAB002).
    """
    for table in report.tables.values():
        for block, first in first_rows(table.form).items():
            if table.labels.get(block_pointer(first)) == "":
                rows = [row for row in table.form.rows if row.block == block]
                yield from _absent(report, table, rows)


def _absent(report: Report, table: Table, rows: list[Row]) -> Iterator[Hit | NotChecked]:
    there = [row for row in rows if table.is_there(row)]
    first, *others = (row.pointer for row in rows)
    values = {"title": rows[0].block, "alone": bool(there)}
    if there and there[0] is rows[0]:
        yield Hit(first, {**values, "also": _ALONE})
    elif not there and ends_before(report, first):
        yield NotChecked(_BEHIND, first)
    elif not there:
        yield Hit(first, {**values, "also": _WITH_ROWS}, tuple(others))
