"""Where in the canonical report do headers have their places?"""

from nianbao.model.edition import Form, Row


def column_pointer(form: Form, row: Row, column: str) -> str:
    """Return the place of the header of a column: in a table of one line, the cell below it."""
    if form.one_line:
        return f"{row.pointer}/{column}"
    if form.key == "requests":
        return f"{form.pointer}/columns/{column}"
    return f"{form.pointer}/columns/{row.pointer.rpartition('/')[2]}/{column}"


def block_pointer(first: Row) -> str:
    """Return the place of the header of a block, by its first row."""
    return f"/{first.table}/blocks/{first.pointer.rpartition('/')[2]}"
