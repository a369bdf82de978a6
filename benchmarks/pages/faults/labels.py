"""Faults in the labels of a table: letters changed, a note reworded, a block header lost."""

from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from benchmarks.pages.faults.expected import Expected, expect
from benchmarks.pages.faults.likeness import closest, typos
from benchmarks.pages.form import Row, form
from benchmarks.pages.grids import present
from benchmarks.pages.pointers import Report, join
from benchmarks.pages.wordings import column_pointer

Findings = list[Expected] | None

_NOTES = (
    "（本列数据的勾稽关系：第一项与第二项相加，等于第三项与第四项相加）",
    "（本列数据的勾稽关系为：第一、二项之和与第三、四项之和相等）",
    "（本列数据的勾稽关系为：新收数加结转数，等于办结数加未办结数）",
)
_STRANGERS = {
    "disclosure": ("其他主动公开文件", "行政检查", "行政确认", "村务公开信息"),
    "requests": ("转送其他机关的来件", "当面提出的咨询", "其中：网上提交的"),
}
# Behind these no label of a group reaches down into the next row.
_OPEN = {"received", "carried_in", "carried_out"}


class _Label(NamedTuple):
    pointer: str
    title: str


def altered_label(report: Report, rng: Random, table: str) -> Findings:
    """Change a letter of a label, so that it is still like this label alone."""
    labels = list(_labels(report, table))
    choices = [
        (label.pointer, typo)
        for label in labels
        for typo in typos(label.title)
        if closest(report, table, typo, label.title)
    ]
    if not choices:
        return None
    pointer, typo = rng.choice(choices)
    _reword(report, pointer, typo)
    return [expect("LAB001", pointer)]


def altered_note(report: Report, rng: Random, table: str) -> Findings:
    """Say in other words how the rows of table 三 add up."""
    _reword(report, join(table, "note"), rng.choice(_NOTES))
    return [expect("LAB002", join(table))]


def lost_block(report: Report, rng: Random, table: str) -> Findings:
    """Leave the header of a block out, but not its rows."""
    row = rng.choice(_heads(report, table))
    _reword(report, join(table, "blocks", row.path[-1]), "")
    return [expect("TAB005", row.pointer())]


def lost_header(report: Report, rng: Random, table: str) -> Findings:
    """Leave the words above a column out, but not its cells."""
    pointers = {column_pointer(row, each) for row in _heads(report, table) for each in row.columns}
    pointer = rng.choice(sorted(pointers))
    _reword(report, pointer, "")
    return [expect("TAB003", pointer)]


def extra_row(report: Report, rng: Random, table: str) -> Findings:
    """Add a row that the form does not have."""
    rows = [row for row in _rows(report, table) if table != "requests" or row.path[-1] in _OPEN]
    after = rng.choice(rows)
    added = {
        "after": after.pointer(),
        "label": rng.choice(_STRANGERS[table]),
        "cells": [str(rng.randint(0, 30)) for _ in after.columns],
    }
    report[table].setdefault("extra_rows", []).append(added)
    return [expect("TAB004", join(table, "extra_rows", "0"))]


def _reword(report: Report, pointer: str, words: str) -> None:
    report[pointer.split("/")[1]].setdefault("labels", {})[pointer] = words


def _rows(report: Report, table: str) -> list[Row]:
    return present(form(report["edition"]).tables[table], report)


def _heads(report: Report, table: str) -> list[Row]:
    """Return the first row below each header."""
    return list({row.block: row for row in reversed(_rows(report, table))}.values())


def _labels(report: Report, table: str) -> Iterator[_Label]:
    """Yield the labels of rows and of columns, those of a header once for each header."""
    yield from (_Label(row.pointer(), row.titles[-1]) for row in _rows(report, table))
    for row in _heads(report, table):
        yield from (_Label(column_pointer(row, each), each.title) for each in row.columns)
