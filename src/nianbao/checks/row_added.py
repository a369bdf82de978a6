"""TAB004: has a table rows that the form does not have?"""

from collections.abc import Iterator

from nianbao.model.cell import Cell, State, read_cell
from nianbao.model.law import Law
from nianbao.model.report import ExtraRow, Report
from nianbao.rule import Hit

_ANY = Law("money")


def row_added(report: Report) -> Iterator[Hit]:
    """Find rows with a label and figures that no edition has."""
    for table in report.tables.values():
        for number, row in enumerate(table.extra_rows):
            # Labels of the other edition are told as such (DOC003).
            if row.label and row.label not in table.foreign.values() and _is_of_figures(row):
                yield Hit(f"{table.form.pointer}/extra_rows/{number}", {"met": row.label})


def _is_of_figures(row: ExtraRow) -> bool:
    """Tell a row of figures from a note, or a line for names and telephones."""
    cells = [read_cell(text, _ANY) for text in row.cells]
    figures = sum(cell.value is not None or _stands_for_one(cell) for cell in cells)
    return figures > sum(cell.state is State.TEXT for cell in cells)


def _stands_for_one(cell: Cell) -> bool:
    # 备注：无 is a note.
    return cell.state is State.PLACEHOLDER and cell.raw != "无"
