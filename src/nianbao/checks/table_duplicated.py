"""TAB009: does a table come more than once?"""

from collections.abc import Iterator

from nianbao.model.cell import Cell, read_cell
from nianbao.model.naming import label_of
from nianbao.model.record import Record
from nianbao.model.report import Report, Table
from nianbao.model.text import Text
from nianbao.rule import Hit

_SHOWN = 3
_ALIKE = Text("内容相同", "with the same content")
_BLANK = "空白"


class _Pair(Record):
    """A cell that reads otherwise in a copy."""

    pointer: str
    cell: Cell
    copy: Cell

    @property
    def contradicts(self) -> bool:
        """Whether there are two numbers; a blank in one of the tables may be a loss."""
        one, other = self.cell.value, self.copy.value
        return one is not None and other is not None and one != other


def table_duplicated(report: Report) -> Iterator[Hit]:
    """Find tables of which there are copies, and where these read otherwise."""
    for table in report.tables.values():
        if table.copies:
            # Contradictions first, for the message names the first few.
            pairs = sorted(_pairs(table), key=lambda pair: not pair.contradicts)
            alone = _alone(table)
            values = {
                "times": len(table.copies) + 1,
                "contradicts": any(pair.contradicts for pair in pairs),
                "how": _joined([*_differ(pairs, report), *_uncompared(len(alone))]),
            }
            related = (*(pair.pointer for pair in pairs), *alone)
            yield Hit(table.form.pointer, values, related)


def _pairs(table: Table) -> Iterator[_Pair]:
    """Yield each cell that differs, with a copy that contradicts it where there is one."""
    for _, column, pointer, cell in table.cells():
        texts = [copy[pointer] for copy in table.copies if pointer in copy]
        pairs = [_Pair(pointer, cell, read_cell(text, column.law)) for text in texts]
        if pairs:
            yield min(pairs, key=lambda pair: not pair.contradicts)


def _alone(table: Table) -> list[str]:
    """Return the rows that could be read in one of the tables alone."""
    rows = table.form.rows
    return [row.pointer for row in rows if any(row.pointer in copy for copy in table.copies)]


def _joined(parts: list[Text]) -> Text:
    if not parts:
        return _ALIKE
    return Text("；".join(part.zh for part in parts), "; ".join(part.en for part in parts))


def _uncompared(count: int) -> Iterator[Text]:
    """Yield how many rows could not be compared: that copies are alike is not said of these."""
    if count:
        yield Text(
            f"有{count}行只在一处读得出，未能比较",
            f"{count} row(s) could be read in one place only and were not compared",
        )


def _differ(pairs: list[_Pair], report: Report) -> Iterator[Text]:
    if not pairs:
        return
    shown = [
        (label_of(pair.pointer, report).partition(" · ")[2], _raw(pair.cell), _raw(pair.copy))
        for pair in pairs[:_SHOWN]
    ]
    zh = "；".join(f"“{label}”一处为{one}、一处为{other}" for label, one, other in shown)
    en = "; ".join(f"“{label}” is {one} here and {other} there" for label, one, other in shown)
    more = len(pairs) > len(shown)
    yield Text(
        f"有{len(pairs)}格不同：{zh}{'等' if more else ''}",
        f"with {len(pairs)} cell(s) that differ: {en}{' …' if more else ''}",
    )


def _raw(cell: Cell) -> str:
    return cell.raw or _BLANK
