"""Faults in how a number is written: full-width or grouped digits, a change put in words."""

from random import Random

from benchmarks.pages.faults.expected import Expected, expect
from benchmarks.pages.form import form
from benchmarks.pages.grids import present
from benchmarks.pages.pointers import Report, read, write

Findings = list[Expected] | None

_WIDE = {digit: digit + 0xFEE0 for digit in range(ord("0"), ord("9") + 1)}


def odd_digits(report: Report, rng: Random, table: str) -> Findings:
    """Write a number in full-width digits, or a large one with separators."""
    pointers = [
        row.pointer(column.key)
        for row in present(form(report["edition"]).tables[table], report)
        for column in row.columns
        if column.kind == "count"
    ]
    large = [pointer for pointer in pointers if read(report, pointer) >= 1000]
    pointer = rng.choice(large if large and rng.random() < 0.8 else pointers)
    value = read(report, pointer)
    grouped = value >= 1000 and rng.random() < 0.7
    write(report, pointer, f"{value:,}" if grouped else str(value).translate(_WIDE))
    return [expect("VAL009", pointer)]


def written_change(report: Report, rng: Random, table: str) -> Findings:
    """Write an increase or decrease in words."""
    rows = [
        row
        for row in present(form(report["edition"]).tables[table], report)
        if any(column.kind == "signed" for column in row.columns)
    ]
    if not rows:
        return None
    pointer = rng.choice(rows).pointer("change")
    value = read(report, pointer) or rng.randint(1, 9)
    write(report, pointer, f"{'减' if value < 0 else '增'}{abs(value)}")
    return [expect("VAL007", pointer)]
