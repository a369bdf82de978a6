"""Faults in what a report is made of: parts, tables and rows left out or empty."""

from random import Random

from benchmarks.pages.faults.expected import Expected, expect
from benchmarks.pages.form import Row, form
from benchmarks.pages.grids import present
from benchmarks.pages.pointers import Report, drop, join, read
from benchmarks.pages.prose import phrases

Findings = list[Expected] | None

_MANY = 3  # from so many rows on they were lost on the way, not left out


def missing_row(report: Report, rng: Random, table: str) -> Findings:
    """Leave a row out whose loss breaks no sum and leaves its block with another row."""
    rows = present(form(report["edition"]).tables[table], report)
    spare = [row for row in rows if _can_go(report, rows, row)]
    if not spare:
        return None
    row = rng.choice(spare)
    drop(report, row.pointer())
    return [expect("TAB002", row.pointer())]


def lost_rows(report: Report, rng: Random, table: str) -> Findings:
    """Leave three rows or more out, whose loss breaks no sum."""
    rows = present(form(report["edition"]).tables[table], report)
    spare = [row for row in rows if table == "disclosure" or _can_go(report, rows, row)]
    most = len(rows) // 2
    if min(len(spare), most) < _MANY:
        return None
    for row in rng.sample(spare, rng.randint(_MANY, min(len(spare), most))):
        drop(report, row.pointer())
    return [expect("TAB010", join(table))]


def table_twice(report: Report, rng: Random, table: str) -> Findings:
    """Print a table a second time, with another number in one of its cells."""
    pointers = [
        row.pointer(column.key)
        for row in present(form(report["edition"]).tables[table], report)
        for column in row.columns
        if column.kind == "count"
    ]
    pointer = rng.choice(pointers)
    report[table]["copies"] = [{pointer: str(read(report, pointer) + rng.randint(1, 9))}]
    return [expect("TAB009", join(table))]


def missing_table(report: Report, rng: Random, table: str) -> Findings:  # noqa: ARG001
    """Leave a table out; a sentence keeps its part from being empty."""
    drop(report, join(table))
    report["sections"][table]["text"] = phrases()["table_absent"]
    return [expect("TAB001", join(table))]


def empty_table_part(report: Report, rng: Random, table: str) -> Findings:  # noqa: ARG001
    """Leave a table and all text of its part out."""
    drop(report, join(table))
    report["sections"][table].pop("text", None)
    return [expect("TAB001", join(table)), expect("SEC006", join("sections", table))]


def lost_heading(report: Report, rng: Random, table: str) -> Findings:  # noqa: ARG001
    """Leave the heading and the text of a part out, but not its table."""
    return _without_part(report, table)


def lost_headings(report: Report, rng: Random) -> Findings:
    """Leave the headings and texts of several parts out, but not their tables."""
    keys = list(form(report["edition"]).tables)
    lost = sorted(rng.sample(keys, rng.randint(2, len(keys))), key=keys.index)
    for key in lost:
        _without_part(report, key)
    return [expect("SEC013", join("sections", lost[0]))]


def missing_problems(report: Report, rng: Random) -> Findings:  # noqa: ARG001
    """Leave the fifth part out."""
    return _without_part(report, "problems")


def empty_problems(report: Report, rng: Random) -> Findings:  # noqa: ARG001
    """Leave nothing of the fifth part but its heading."""
    drop(report, "/sections/problems/text")
    return [expect("SEC006", "/sections/problems")]


def _without_part(report: Report, key: str) -> Findings:
    drop(report, join("sections", key))
    for order, section in enumerate(report["sections"].values(), start=1):
        section["order"] = order
    return [expect("SEC001", join("sections", key))]


def _can_go(report: Report, rows: list[Row], row: Row) -> bool:
    if row.path[0] == "disclosure":
        return sum(other.block == row.block for other in rows) > 1
    result = row.path[1] == "results" and not row.total
    return result and not any(read(report, row.pointer()).values())
