"""Where do the rows of a table stand that begin with labels?"""

from nianbao.model.edition import Form, Group, Row
from nianbao.model.labels import bare, normalised
from nianbao.model.pointers import block_pointer
from nianbao.model.record import Record
from nianbao.readers.recognition import other_edition
from nianbao.readers.similar import meant
from nianbao.readers.taken import (
    Below,
    Extra,
    Nameless,
    Placed,
    Taken,
    Texts,
    has_figures,
    is_figure,
    place,
)

# How many cells with labels may stand before the values of a row.
_MOST_LABELS = 3


class Unknown(Record):
    """A row that no label of the form names: the number of it, and the index of its first words.

    ``label`` is -1 for a row that holds nothing, and the number of its cells for one of values
    alone.
    """

    number: int
    label: int


def take_labelled(form: Form, rows: tuple[Texts, ...]) -> Taken:
    """Take the rows of a table: those with known labels first, then those with similar ones."""
    pass_ = _Pass(form, _without_padding(rows))
    for number, cells in enumerate(pass_.rows):
        pass_.take(number, cells)
    pass_.settle()
    return pass_.taken


def _without_padding(rows: tuple[Texts, ...]) -> tuple[Texts, ...]:
    """Return the rows without the blank cells that all of them have at their ends."""
    padding = min((_blanks_behind(cells) for cells in rows if any(cells)), default=0)
    return tuple(cells[: len(cells) - padding] for cells in rows) if padding else rows


def _blanks_behind(cells: Texts) -> int:
    count = 0
    while not cells[-1 - count]:
        count += 1
    return count


class _Pass:
    """One pass over the rows of a table."""

    def __init__(self, form: Form, rows: tuple[Texts, ...]) -> None:
        self.form, self.rows = form, rows
        widths = {len(cells) for cells in rows if cells}
        self.width = widths.pop() if len(widths) == 1 and _spans_labels(form, rows) else 0
        self.other = other_edition(form).forms[form.key]
        self.taken = Taken()
        self.met: dict[str, Placed] = {}
        self.groups: set[str] = set()
        self.blocks: set[str] = set()
        self.unknown: list[Unknown] = []
        self.odd_groups: list[Unknown] = []

    def take(self, number: int, cells: Texts) -> None:
        """Take one row."""
        for index, text in enumerate(cells):
            label = normalised(text) if text else ""
            if not text:
                continue
            if label in self.form.group_labels:
                self.groups.add(label)
                continue
            row = self.form.by_label.get(label)
            if row and not self._is_header(label, cells, index):
                self._take_row(row, number, cells, index)
            else:
                self._take_other(number, cells, index, label)
            return
        if cells and not any(cells):
            self.unknown.append(Unknown(number, -1))

    def _is_header(self, label: str, cells: Texts, index: int) -> bool:
        """Tell a row label from a column label of the same words.

        Nothing follows the latter, or another column label.
        """
        if label not in self.form.column_labels:
            return False
        behind = cells[index + 1 :]
        others = {normalised(cell) for cell in behind if cell} - {label}
        known = self.form.column_labels | self.form.header_labels
        return not behind or not others.isdisjoint(known)

    def _take_row(self, row: Row, number: int, cells: Texts, index: int) -> None:
        if row.pointer in self.met:
            return
        above = [header for header in self.taken.pending if header < number]
        if self.form.key != "requests" and above:
            self.taken.below.append(Below(above[-1], row))
        placed = self.met[row.pointer] = place(row, number, cells, index, self.width)
        self.taken.rows.append(placed)
        if placed.is_split:
            self.taken.extra.append(Extra(row.pointer, number, index + 1))

    def _take_other(self, number: int, cells: Texts, index: int, label: str) -> None:
        """Take a row that does not begin with a label of the form."""
        other = self.other.by_label.get(label)
        if other and not self._is_header(label, cells, index):
            self._take_foreign(other, number, cells, index)
        elif self._is_heading(cells):
            self.taken.pending.append(number)
            self.blocks.add(label)
        elif (inner := self._row_behind(cells, index)) is not None:
            # What stands before a known label is a group in words of its own.
            self.odd_groups.append(Unknown(number, index))
            self.take(number, ("",) * inner + cells[inner:])
        elif is_figure(cells[index]):
            self.unknown.append(Unknown(number, len(cells)))
        else:
            self.unknown.append(Unknown(number, index))

    def _row_behind(self, cells: Texts, index: int) -> int | None:
        """Return the index of the label of a row behind other words, or None."""
        for at in range(index + 1, min(index + _MOST_LABELS, len(cells))):
            label = normalised(cells[at])
            if label in self.form.by_label and not self._is_header(label, cells, at):
                return at
        return None

    def _take_foreign(self, other: Row, number: int, cells: Texts, index: int) -> None:
        """Take a row that has its label from the other edition."""
        own = self.form.by_pointer.get(other.pointer)
        if own and own.pointer in self.met:
            # The row is there under its own label: this is the row of another table.
            return
        self.taken.foreign[other.pointer] = cells[index]
        if own is None and other.pointer.rpartition("/")[0] in self.form.by_pointer:
            # A row below what is itself a row here has no place in the report but its label.
            self.taken.marks[other.pointer] = (number, index)
            self.unknown.append(Unknown(number, index))
            return
        if own is None:
            self.taken.other_rows[other.pointer] = other
        self._take_row(own or other, number, cells, index)

    def _is_heading(self, cells: Texts) -> bool:
        """Tell whether a row names columns, a block, or what spans columns."""
        known = self.form.header_labels | self.form.column_labels | self.other.column_labels
        return any(normalised(cell) in known for cell in cells if cell)

    def settle(self) -> None:
        """Give what no label names to what is missing where it stands."""
        left = [each for each in self.unknown if not self._is_similar(each)]
        self._settle_nameless([each for each in left if each.label == len(self.rows[each.number])])
        for number, index in left:
            cells = self.rows[number]
            if index < 0 and self.met and self._before(number):
                self.taken.extra.append(Extra(self._before(number), number, -1))
            elif 0 <= index < len(cells) and has_figures(cells[index + 1 :]):
                self.taken.extra.append(Extra(self._before(number), number, index))
        self.taken.rows.sort(key=lambda placed: placed.number)
        self.taken.extra.sort(key=lambda extra: extra.number)
        self.taken.below.sort(key=lambda below: self.met[below.row.pointer].number)
        self._settle_groups()
        self._settle_blocks()

    def _is_similar(self, unknown: Unknown) -> bool:
        """Bind a row whose label is like that of one missing row, and tell whether it was."""
        number, index = unknown
        cells = self.rows[number]
        if not 0 <= index < len(cells) - 1 or (number, index) in self.taken.marks.values():
            return False
        row = self._meant(cells[index], self._missing_at(number))
        if row is None:
            return False
        self.taken.labels[row.pointer] = cells[index]
        self._take_row(row, number, cells, index)
        return True

    def _meant(self, text: str, missing: list[Row]) -> Row | None:
        """Return the missing row that a text is like, or whose label it follows with a note."""
        unbound = {label: row for row in missing for label in row.labels}
        plain = normalised(bare(text.replace("(", "（").replace(")", "）")))
        return unbound.get(plain) or meant(normalised(text), unbound)

    def _missing_at(self, number: int) -> list[Row]:
        """Return the rows of the form that are missing between the neighbours of a row."""
        order = {row.pointer: place for place, row in enumerate(self.form.rows)}
        places = [(each.number, order.get(key, -1)) for key, each in self.met.items()]
        after = max((place for at, place in places if at < number), default=-1)
        before = min((place for at, place in places if at > number and place >= 0), default=99)
        rows = self.form.rows[after + 1 : before]
        return [row for row in rows if row.pointer not in self.met]

    def _before(self, number: int) -> str:
        """Return the pointer of the row met before a row, or ``""``."""
        earlier = [(each.number, key) for key, each in self.met.items() if each.number < number]
        return max(earlier)[1] if earlier else ""

    def _settle_nameless(self, nameless: list[Unknown]) -> None:
        """Tell for which rows those of values alone stand, where just as many are missing."""
        places: dict[str, list[int]] = {}
        for unknown in nameless:
            places.setdefault(self._before(unknown.number), []).append(unknown.number)
        for numbers in places.values():
            missing = self._missing_at(numbers[0])
            if len(missing) == len(numbers):
                for row, number in zip(missing, numbers, strict=True):
                    first = max(0, len(self.rows[number]) - len(row.columns))
                    self.taken.nameless.append(Nameless(row, number, first))

    def _settle_groups(self) -> None:
        unbound: dict[str, Group] = {
            label: group
            for label, group in self.form.group_labels.items()
            if self.groups.isdisjoint(group.labels)
        }
        for number, index in self.odd_groups:
            text = self.rows[number][index]
            group = meant(normalised(text), unbound)
            if group and group.pointer not in self.taken.labels:
                self.taken.labels[group.pointer] = text
                self.taken.marks[group.pointer] = (number, index)

    def _settle_blocks(self) -> None:
        """Note which block headers are absent, and which are in words of their own."""
        firsts: dict[str, Row] = {}
        for row in self.form.rows:
            if row.block and normalised(row.block) not in self.blocks:
                firsts.setdefault(normalised(row.block), row)
        if firsts and self.unknown:
            self._settle_odd_blocks(firsts)
        self.taken.labels.update((block_pointer(row), "") for row in firsts.values())

    def _settle_odd_blocks(self, firsts: dict[str, Row]) -> None:
        from nianbao.readers.items import block_named  # noqa: PLC0415  # for such tables alone

        for number, index in self.unknown:
            cells = self.rows[number]
            words = {text for text in cells if text} if 0 <= index < len(cells) else set()
            if len(words) != 1:
                continue
            block = block_named(normalised(cells[index]), number, firsts, self.met)
            if block:
                self._mark_block(block, cells[index], (number, index))
                del firsts[normalised(block.block)]

    def _mark_block(self, row: Row, text: str, at: tuple[int, int]) -> None:
        self.taken.labels[block_pointer(row)] = text
        self.taken.marks[block_pointer(row)] = at


def _spans_labels(form: Form, rows: tuple[Texts, ...]) -> bool:
    """Tell whether cells before the last seven hold labels alone, in a grid of whole rows."""
    last = len(form.rows[0].columns)
    return form.key == "requests" and not any(has_figures(cells[:-last]) for cells in rows)
