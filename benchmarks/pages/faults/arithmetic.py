"""Which identities the figures of a report break: the truth for SUM001-SUM004, SUM006, VAL010."""

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from benchmarks.pages.faults.expected import Expected, expect
from benchmarks.pages.form import Row, form
from benchmarks.pages.grids import present
from benchmarks.pages.pointers import Report, read

PLACEHOLDERS = ("-", "—", "/", "无")

_NUMBER = re.compile(r"([+-]?\d+(?:\.\d+)?)[件次项个]?")


class _Sum(NamedTuple):
    """A total and its parts, by pointers, and the rule that compares them."""

    rule: str
    parts: tuple[str, ...]
    total: str


def broken(report: Report) -> set[Expected]:
    """Return the findings about sums that the report's figures make."""
    sums = list(_sums(report))
    totals = {**{item.total: item for item in reversed(sums)}}
    found = {finding for item in sums for finding in _compare(report, item, totals)}
    return found | set(_unbalanced(report, totals))


def _sums(report: Report) -> Iterator[_Sum]:
    """Yield the sums; that of a row comes before that of a column with the same total."""
    requests, remedies = _rows(report, "requests"), _rows(report, "review_litigation")
    for rule, rows in (("SUM003", requests), ("SUM004", remedies)):
        for row in rows:
            yield _Sum(rule, tuple(row.pointer(c.key) for c in row.parts), row.pointer("total"))
    results = [row for row in requests if row.path[1] == "results" and not row.total]
    for total in (row for row in requests if row.total):
        for column in total.columns:
            parts = tuple(row.pointer(column.key) for row in results)
            yield _Sum("SUM002", parts, total.pointer(column.key))


def _rows(report: Report, table: str) -> list[Row]:
    return present(form(report["edition"]).tables[table], report)


def _compare(report: Report, item: _Sum, totals: dict[str, _Sum]) -> Iterator[Expected]:
    left = _total_of(report, item.parts, totals)
    if left is None:
        return
    if _empty(read(report, item.total)):
        if left > 0:
            yield expect("VAL010", item.total)
        return
    right = _value(report, item.total, {})
    if right is None or all(read(report, part) is None for part in item.parts):
        return
    if left != right:
        yield expect(item.rule if right else "SUM006", item.total)


def _unbalanced(report: Report, totals: dict[str, _Sum]) -> Iterator[Expected]:
    for column in read(report, "/requests/received") if "requests" in report else ():
        left = [f"/requests/{row}/{column}" for row in ("received", "carried_in")]
        right = [f"/requests/{row}/{column}" for row in ("results/total", "carried_out")]
        sides = _total_of(report, left, totals), _total_of(report, right, totals)
        if None not in sides and sides[0] != sides[1]:
            yield expect("SUM001", right[0])


def _total_of(
    report: Report, pointers: tuple[str, ...] | list[str], totals: dict[str, _Sum]
) -> Decimal | None:
    values = [_value(report, pointer, totals) for pointer in pointers]
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) if len(known) == len(values) else None


def _value(report: Report, pointer: str, totals: dict[str, _Sum]) -> Decimal | None:
    """Return the number a cell counts as; an empty total stands for the sum of its parts."""
    raw = read(report, pointer)
    if _empty(raw):
        return _total_of(report, totals[pointer].parts, {}) if pointer in totals else Decimal(0)
    plain = unicodedata.normalize("NFKC", str(raw)).replace(",", "")
    match = _NUMBER.fullmatch(plain)
    return Decimal(match[1]) if match else None


def _empty(raw: object) -> bool:
    return raw is None or raw in PLACEHOLDERS
