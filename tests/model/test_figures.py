"""Blank cells count as 0, bar a sum, or stand for the sum of their parts."""

from typing import Any

import pytest

from nianbao.app import Options
from nianbao.model.figures import Figures
from tests.invented import as_json, data, read

_ROW, _COLUMN = "/requests/received", "/requests/results/total/other"
_STRICT = Options(blank="strict")


def _figures(cells: dict[str, Any], *, strict: bool = False) -> Figures:
    options = _STRICT if strict else None
    return read(as_json(data(cells)), ".json", options).figures


def test_a_report_without_blanks() -> None:
    figures = _figures({f"{_ROW}/other": 3})
    assert len(figures.numbers) == 200
    assert figures.numbers[f"{_ROW}/other"] == 3
    assert (figures.blanks, figures.standing) == (set(), {})


@pytest.mark.parametrize("blank", [None, "-", "无"])
def test_a_blank_part(blank: str | None) -> None:
    part = f"{_ROW}/other"
    figures = _figures({part: blank})
    assert figures.numbers[part] == 0
    assert figures.blanks == {part}
    strict = _figures({part: blank}, strict=True)
    assert part not in strict.numbers
    assert strict.blanks == set()


@pytest.mark.parametrize("strict", [False, True])
def test_a_blank_total_over_parts(*, strict: bool) -> None:
    figures = _figures({f"{_ROW}/other": 3, f"{_ROW}/total": None}, strict=strict)
    assert figures.standing == {f"{_ROW}/total": 3}
    assert figures.numbers[f"{_ROW}/total"] == 3


def test_a_blank_total_over_nothing_is_a_blank() -> None:
    figures = _figures({f"{_ROW}/total": None})
    assert (figures.standing, figures.blanks) == ({}, {f"{_ROW}/total"})
    assert f"{_ROW}/total" not in _figures({f"{_ROW}/total": None}, strict=True).numbers


def test_a_blank_total_over_some_blank_parts() -> None:
    cells = {f"{_ROW}/other": 3, f"{_ROW}/natural_person": None, f"{_ROW}/total": None}
    figures = _figures(cells)
    assert figures.standing == {f"{_ROW}/total": 3}
    assert figures.numbers[f"{_ROW}/total"] == 3
    strict = _figures(cells, strict=True)
    assert strict.standing == {f"{_ROW}/total": 3}
    assert f"{_ROW}/total" not in strict.numbers


def test_a_blank_total_over_a_part_that_is_text() -> None:
    cells = {f"{_ROW}/other": 3, f"{_ROW}/natural_person": "约2", f"{_ROW}/total": None}
    figures = _figures(cells)
    assert figures.standing == {f"{_ROW}/total": 3}
    assert f"{_ROW}/total" not in figures.numbers


def test_a_blank_total_of_a_column() -> None:
    figures = _figures({"/requests/results/granted/other": 2, _COLUMN: "-"})
    assert figures.standing == {_COLUMN: 2}
    assert figures.numbers[_COLUMN] == 2


def test_a_blank_corner_stands_for_its_row() -> None:
    corner = "/requests/results/total/total"
    cells = {
        "/requests/results/granted/other": 2,
        "/requests/results/granted/total": 5,
        _COLUMN: None,
        corner: None,
    }
    figures = _figures(cells)
    assert figures.standing == {_COLUMN: 2, corner: 2}
    assert figures.numbers[corner] == 2


def test_a_row_that_is_not_there_has_no_numbers() -> None:
    whole = data()
    del whole["requests"]["received"]
    numbers = read(as_json(whole), ".json").figures.numbers
    assert len(numbers) == 193
    assert not any(pointer.startswith(_ROW) for pointer in numbers)


def test_notes() -> None:
    figures = _figures({f"{_ROW}/natural_person": None, f"{_ROW}/other": 3, f"{_ROW}/total": None})
    assert figures.notes_on([]) == ()
    assert [note.zh for note in figures.notes_on([f"{_ROW}/natural_person"])] == ["（空白按0计）"]
    both = figures.notes_on([f"{_ROW}/natural_person", f"{_ROW}/total"])
    assert [note.zh for note in both] == ["（空白按0计）", "（空白的总计按各项之和计）"]
    assert all(note.en.startswith(" (") for note in both)


def test_blank_cells_stand_in_the_order_of_the_form() -> None:
    parts = [f"{_ROW}/{column}" for column in ("natural_person", "commercial_enterprise", "other")]
    parts.append("/requests/carried_in/natural_person")
    numbers = _figures(dict.fromkeys(parts)).numbers
    assert [pointer for pointer in numbers if pointer in parts] == parts
