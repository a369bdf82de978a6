"""Which columns stand beside those of the form, in a table whose rows share one line?"""

from collections.abc import Iterator, Sequence

from nianbao.model.edition import Form
from nianbao.model.labels import normalised
from nianbao.readers.beside import At, known_in, named_in
from nianbao.readers.taken import Texts, has_figures


def beside_line(form: Form, rows: Sequence[Texts]) -> Iterator[At]:
    """Yield the cells of columns at the ends of a table whose rows share one line."""
    known = known_in(form.key)
    top = next((at for at, cells in enumerate(rows) if _has_any(cells, known)), None)
    line = next((at for at in reversed(range(len(rows))) if has_figures(rows[at])), None)
    width = sum(len(row.columns) for row in form.rows)
    if top is None or line is None or top >= line:
        return
    sides = _sides(rows[top], known)
    if sides and len(rows[line]) == width + len(sides):
        names = {rows[top][index] for index, _ in sides}
        yield from named_in(rows, range(top, line), names)
        yield from ((line, at if at >= 0 else len(rows[line]) + at) for _, at in sides)


def _has_any(cells: Texts, known: frozenset[str]) -> bool:
    return any(normalised(cell) in known for cell in cells if cell)


def _sides(cells: Texts, known: frozenset[str]) -> list[tuple[int, int]]:
    """Return the words before and behind those of the form, and where their columns stand."""
    own = [index for index, cell in enumerate(cells) if normalised(cell) in known]
    words = [index for index, cell in enumerate(cells) if cell]
    if any(own[0] < index < own[-1] and index not in own for index in words):
        return []
    left = [index for index in words if index < own[0]]
    right = [index for index in words if index > own[-1]]
    return [(index, at) for at, index in enumerate(left)] + [
        (index, at - len(right)) for at, index in enumerate(right)
    ]
