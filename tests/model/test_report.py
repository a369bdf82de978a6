"""What can be asked of a report."""

from nianbao.model.cell import State
from nianbao.model.report import Report
from tests.invented import as_json, data, read


def test_an_empty_report() -> None:
    report = Report()
    assert not report.is_annual_report
    assert report.cell("/requests/received/other").state is State.MISSING
    assert report.form("requests") is None
    assert report.locate("/title") is None
    assert report.content == {}
    assert report.figures.numbers == {}


def test_a_heading_or_a_table_makes_an_annual_report() -> None:
    assert read(as_json({"requests": {}}), ".json").is_annual_report
    assert read(as_json({"sections": {"overview": {"order": 1}}}), ".json").is_annual_report
    assert not read(as_json({"title": "年度报告"}), ".json").is_annual_report


def test_the_form_of_a_table_that_is_not_there_is_that_of_the_edition() -> None:
    whole = data()
    del whole["requests"]
    form = read(as_json(whole), ".json").form("requests")
    assert form is not None
    assert form.edition == "2021"


def test_a_year_from_outside_counts_where_there_is_none() -> None:
    report = read(as_json({"sections": {"overview": {"order": 1}}}), ".json")
    assert report.with_year(2024).year == 2024
    assert report.with_year(None) is report
    stated = read(as_json(data()), ".json")
    assert stated.with_year(2020) is stated


def test_cells_that_are_more_or_less_than_a_whole_number() -> None:
    cells = {"/requests/received/other": "3件", "/requests/carried_in/total": -1}
    table = read(as_json(data(cells)), ".json").tables["requests"]
    rows = {row.pointer for row, _, _, _ in table.odd_cells}
    assert rows == {"/requests/received", "/requests/carried_in"}
    assert read(as_json(data()), ".json").tables["requests"].odd_cells == ()


def test_unread_rows() -> None:
    unread = {"/requests/received": {"raw": ["1"], "reason": "x"}}
    whole = data({"/requests/unread": unread})
    del whole["requests"]["received"]
    table = read(as_json(whole), ".json").tables["requests"]
    received, carried_in = table.form.rows[:2]
    assert table.unread_at(received) is not None
    assert table.unread_at(carried_in) is None
    assert table.is_there(received)
    assert table.is_there(carried_in)


def test_in_table_four_the_table_stands_for_its_rows() -> None:
    whole = data(
        {"/review_litigation": {"unread": {"/review_litigation": {"raw": ["1"], "reason": "x"}}}}
    )
    table = read(as_json(whole), ".json").tables["review_litigation"]
    assert all(table.is_there(row) for row in table.form.rows)
