"""Faults in cells: wrong numbers, blanks, placeholders, units, words, signs, fractions."""

from collections.abc import Callable, Iterable
from random import Random
from typing import NamedTuple

from benchmarks.pages.faults.arithmetic import PLACEHOLDERS
from benchmarks.pages.faults.expected import Expected, expect
from benchmarks.pages.form import Column, Row, form
from benchmarks.pages.grids import present, spell
from benchmarks.pages.pointers import Report, read, write

Findings = list[Expected] | None

_WORDS = ("见附件", "若干", "待核实", "详见说明")
_UNITS = ("件", "项", "次", "个")
# Columns of 表二 that no relation ties to another cell.
_LOOSE = {"decisions", "made"}


class _Spot(NamedTuple):
    """A cell that a fault can be planted in."""

    row: Row
    column: Column
    pointer: str
    value: float

    @property
    def total(self) -> bool:
        return self.row.total or self.column.total


def wrong_cell(report: Report, rng: Random, table: str) -> Findings:
    """Change a number; the identities that contain it break."""
    spot = rng.choice(_spots(report, table))
    changed = (spot.value + rng.randint(1, 9), spot.value * 10, spot.value - 1, spot.value // 2)
    choices = sorted({value for value in changed if value >= 0} - {spot.value})
    write(report, spot.pointer, rng.choice(choices))
    return []


def total_zero(report: Report, rng: Random, table: str) -> Findings:
    """Set a total to 0 that is not."""
    return _one(report, rng, _spots(report, table, lambda s: s.total and s.value > 0), lambda _: 0)


def blank_total(report: Report, rng: Random, table: str) -> Findings:
    """Leave a total empty that is not 0; its cell alone speaks."""
    blank = rng.choice((None, None, *PLACEHOLDERS))
    spots = _spots(report, table, lambda s: s.total and s.value > 0)
    return _one(report, rng, spots, lambda _: blank)


def blank_cells(report: Report, rng: Random, table: str) -> Findings:
    """Leave cells of a row blank instead of 0, sometimes one that was not 0."""
    lost = rng.random() < 0.3
    chosen = _zeros_of_a_row(report, rng, table)
    if lost:
        chosen = _filled(report, rng, table) or chosen
    return _several(report, chosen, [None] * len(chosen), "VAL001")


def placeholders(report: Report, rng: Random, table: str) -> Findings:
    """Put a placeholder where 0 belongs."""
    chosen = _zeros_of_a_row(report, rng, table)[:3]
    return _several(report, chosen, [rng.choice(PLACEHOLDERS) for _ in chosen], "VAL002")


def unit(report: Report, rng: Random, table: str) -> Findings:
    """Write the unit into a cell."""
    counts = _spots(report, table, lambda s: s.column.kind == "count")
    money = _spots(report, table, lambda s: s.column.kind == "money")
    spot = rng.choice(money if money and rng.random() < 0.5 else counts)
    number, severity = spell(read(report, spot.pointer)), ""
    if spot.column.kind != "money":
        raw = f"{number}{rng.choice(_UNITS)}"
    elif not spot.column.unit:
        raw, severity = f"{number}{rng.choice(('元', '万元'))}", "info"
    else:
        yuan = f"{spell(round(spot.value * 10_000, 2))}元"
        raw, severity = rng.choice(((yuan, "error"), (f"{number}{spot.column.unit}", "warning")))
    write(report, spot.pointer, raw)
    return [expect("VAL003", spot.pointer, severity)]


def words(report: Report, rng: Random, table: str) -> Findings:
    """Put words into a cell; the identities that contain it cannot be checked."""
    said = rng.choice(_WORDS)
    return _one(report, rng, _spots(report, table), lambda _: said, "VAL004")


def negative(report: Report, rng: Random, table: str) -> Findings:
    """Turn the sign of a count."""
    spots = _spots(report, table, lambda s: s.value > 0 and _free_count(s))
    return _one(report, rng, spots, lambda value: -value, "VAL005")


def decimal(report: Report, rng: Random, table: str) -> Findings:
    """Make a count a fraction."""
    spots = _spots(report, table, _free_count)
    return _one(report, rng, spots, lambda value: value + 0.5, "VAL006")


def _free_count(spot: _Spot) -> bool:
    tied = spot.row.path[0] == "disclosure" and spot.column.key not in _LOOSE
    return spot.column.kind == "count" and not tied


def _spots(
    report: Report, table: str, wanted: Callable[[_Spot], bool] = lambda _: True
) -> list[_Spot]:
    spots = (
        _Spot(row, column, pointer, read(report, pointer))
        for row in present(form(report["edition"]).tables[table], report)
        for column in row.columns
        for pointer in [row.pointer(column.key)]
    )
    return [spot for spot in spots if wanted(spot)]


def _one(
    report: Report,
    rng: Random,
    spots: list[_Spot],
    change: Callable[[float], float | str | None],
    rule: str = "",
) -> Findings:
    if not spots:
        return None
    spot = rng.choice(spots)
    write(report, spot.pointer, change(spot.value))
    return [expect(rule, spot.pointer)] if rule else []


def _several(
    report: Report, spots: list[_Spot], values: Iterable[str | None], rule: str
) -> Findings:
    """Change cells of one row, which make one finding at the first of them."""
    for spot, value in zip(spots, values, strict=True):
        write(report, spot.pointer, value)
    return [expect(rule, spots[0].pointer)] if spots else None


def _zeros_of_a_row(report: Report, rng: Random, table: str) -> list[_Spot]:
    rows: dict[str, list[_Spot]] = {}
    for spot in _spots(report, table, lambda s: not s.value):
        rows.setdefault(spot.row.pointer(), []).append(spot)
    if not rows:
        return []
    zeros = rng.choice(list(rows.values()))
    chosen = set(rng.sample(range(len(zeros)), rng.randint(1, len(zeros))))
    return [spot for index, spot in enumerate(zeros) if index in chosen]


def _filled(report: Report, rng: Random, table: str) -> list[_Spot]:
    """Return one cell that is no total and not 0 and whose loss no other rule would notice."""
    spots = _spots(report, table, lambda s: bool(s.value) and not s.total and _free_count(s))
    return [rng.choice(spots)] if spots else []
