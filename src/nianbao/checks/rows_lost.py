"""TAB010: has a table lost rows or labels on its way to the page?"""

from collections.abc import Iterator

from nianbao.model.cell import State
from nianbao.model.extent import ends_before
from nianbao.model.labels import bare
from nianbao.model.pointers import block_pointer
from nianbao.model.printed import first_rows, printed
from nianbao.model.report import Report, Table
from nianbao.model.text import Text
from nianbao.rule import Hit

# Organs change one row or two; a converter loses many, or loses one and shifts another.
_MANY = 3


def rows_lost(report: Report) -> Iterator[Hit]:
    """Find tables in which much is absent, or something is and a row could not be read."""
    for table in report.tables.values():
        lost = [*_absent_rows(report, table), *_absent_labels(report, table)]
        unread = [pointer for pointer in table.unread if not _is_split(table, pointer)]
        short = _without_blanks(table)
        if len(lost) >= _MANY or (lost and unread):
            yield Hit(table.form.pointer, _values(table, lost, unread), (*lost, *unread))
        elif short:
            values = {"count": len(short), "what": _blanks_lost(table, short)}
            yield Hit(table.form.pointer, values, tuple(short))


def _without_blanks(table: Table) -> list[str]:
    """Return the rows that lack cells where the blank cells of a table were lost.

    None of its rows has any, and some lack fewer cells than others: a column is lost to all alike.
    """
    if any(cell.state is State.BLANK for cells in table.rows.values() for cell in cells):
        return []
    lacking = {
        pointer: len(row.columns) - len(table.unread[pointer].raw)
        for pointer, row in table.form.by_pointer.items()
        if pointer in table.unread
    }
    short = [pointer for pointer, count in lacking.items() if count > 0]
    is_uneven = len({lacking[pointer] for pointer in short}) > 1
    return short if len(short) >= _MANY and is_uneven else []


def _absent_rows(report: Report, table: Table) -> Iterator[str]:
    """Yield the rows of which nothing is there, or the figures without their label."""
    # Rows that share one line are lost together, and what is unread of them stands for all.
    for row in table.form.rows:
        is_there = table.is_there(row) and not _is_nameless(table, row.pointer)
        if not is_there and not ends_before(report, row.pointer):
            yield row.pointer


def _absent_labels(report: Report, table: Table) -> Iterator[str]:
    firsts = {block_pointer(row): row.pointer for row in first_rows(table.form).values()}
    for pointer, label in table.labels.items():
        if label == "" and not ends_before(report, firsts.get(pointer, pointer)):
            yield pointer


def _is_nameless(table: Table, pointer: str) -> bool:
    return _has_all_cells(table, pointer) and not _is_split(table, pointer)


def _is_split(table: Table, pointer: str) -> bool:
    """Tell whether a row was divided: its parts stand behind it as rows of their own."""
    return _has_all_cells(table, pointer) and any(
        extra.after == pointer for extra in table.extra_rows
    )


def _has_all_cells(table: Table, pointer: str) -> bool:
    """Tell whether a row is unread for another reason than the number of its cells."""
    row, unread = table.form.by_pointer.get(pointer), table.unread.get(pointer)
    return row is not None and unread is not None and len(unread.raw) == len(row.columns)


def _values(table: Table, lost: list[str], unread: list[str]) -> dict[str, object]:
    is_empty = not (table.rows or table.unread)
    what = _nothing_read(table) if is_empty else _lost(table, lost, len(unread))
    return {"count": len(lost), "what": what}


def _nothing_read(table: Table) -> Text:
    """Say of a table of which labels alone are left how much was not read."""
    cells = sum(len(row.columns) for row in table.form.rows)
    return Text(
        f"只见标签，分不出哪些是行、哪些是格，{cells}格都没有读到",
        f"has labels alone, which rows and cells cannot be told from: none of its {cells} cells"
        " was read",
    )


def _lost(table: Table, lost: list[str], unread: int) -> Text:
    titles, also = _titles(table, lost), _also(unread)
    return Text(
        f"有{len(lost)}处行或标签未找到（{titles.zh}）{also.zh}",
        f"lacks {len(lost)} row(s) or label(s) ({titles.en}){also.en}",
    )


def _blanks_lost(table: Table, short: list[str]) -> Text:
    titles = _titles(table, short)
    return Text(
        f"有{len(short)}行格数不足（{titles.zh}），未能读出，表中又没有一个空白格",
        f"has {len(short)} rows that lack cells ({titles.en}) and could not be read, and no blank"
        " cell",
    )


def _titles(table: Table, pointers: list[str]) -> Text:
    """Return the first of the labels at some places, in both languages."""
    labels = printed(table.form)
    titles = [bare(labels[each].title) for each in pointers if each in labels][:_MANY]
    is_more = len(pointers) > len(titles)
    return Text("、".join(titles) + "等" * is_more, ", ".join(titles) + " …" * is_more)


def _also(unread: int) -> Text:
    if not unread:
        return Text("", "")
    return Text(f"，有{unread}行未能读出", f", {unread} row(s) could not be read")
