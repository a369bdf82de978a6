"""Rules about single cells: one finding a cell, and none once it is written as the finding says."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.invented import as_json, check, data, found, read

_FEW = settings(max_examples=60, deadline=None)
_LICENCES, _PENALTIES = "/disclosure/licences/decisions", "/disclosure/penalties/decisions"
_CHANGE, _BEFORE = "/disclosure/licences/change", "/disclosure/licences/items_before"
_WIDE = {ord("0") + digit: 0xFF10 + digit for digit in range(10)} | {ord(","): 0xFF0C}
_LOCAL = ({"level": "county", "kind": "department"}, {"level": "township", "kind": "government"})

_counts = st.integers(0, 999_999)
_ways = st.sampled_from(["wide", "grouped", "wide and grouped"])


def _spelt(number: int, way: str) -> str:
    text = f"{number:,}" if "grouped" in way else str(number)
    return text.translate(_WIDE) if "wide" in way else text


def _in(cells: dict[str, Any], edition: str = "2021") -> list[tuple[str, str]]:
    return found(check(as_json(data(cells, edition)), ".json"))


def _at(pointer: str, value: object) -> list[tuple[str, str]]:
    return _in({pointer: value})


def _changed(value: object) -> list[tuple[str, str]]:
    return _in({_BEFORE: 10**6, _CHANGE: value}, "2019")


@_FEW
@given(number=_counts, way=_ways)
def test_odd_digits_are_found_and_read(number: int, way: str) -> None:
    text = _spelt(number, way)
    report = as_json(data({_LICENCES: text}))
    checked = check(report, ".json")
    assert read(report, ".json").figures.numbers[_LICENCES] == number
    if text == str(number):
        assert found(checked) == []
        return
    (finding,) = checked.findings
    assert (finding.rule.code, finding.place.pointer) == ("VAL009", _LICENCES)
    assert _at(_LICENCES, int(str(finding.values["meant"]))) == []


@_FEW
@given(number=_counts, way=_ways, unit=st.sampled_from("件项次个"))
def test_a_unit_speaks_for_its_digits(number: int, way: str, unit: str) -> None:
    assert _at(_LICENCES, _spelt(number, way) + unit) == [("VAL003", _LICENCES)]


@_FEW
@given(number=st.integers(1, 999_999), way=_ways)
def test_a_number_below_zero_speaks_for_its_digits(number: int, way: str) -> None:
    assert _at(_LICENCES, f"－{_spelt(number, way)}") == [("VAL005", _LICENCES)]


def test_a_fraction_speaks_for_its_digits() -> None:
    assert _at(_LICENCES, "1,472.5") == [("VAL006", _LICENCES)]
    assert _at(_LICENCES, "1.5".translate(_WIDE)) == [("VAL006", _LICENCES)]


@_FEW
@given(number=_counts, word=st.sampled_from("增减"))
def test_a_change_in_words_is_found_and_read(number: int, word: str) -> None:
    report = as_json(data({_BEFORE: 10**6, _CHANGE: f"{word}{number}"}, "2019"))
    (finding,) = check(report, ".json").findings
    assert (finding.rule.code, finding.place.pointer) == ("VAL007", _CHANGE)
    meant = -number if word == "减" else number
    assert read(report, ".json").figures.numbers[_CHANGE] == finding.values["meant"] == meant
    assert _changed(meant) == []


@_FEW
@given(number=_counts, way=_ways, word=st.sampled_from("增减"))
def test_a_change_in_words_speaks_for_its_digits(number: int, way: str, word: str) -> None:
    assert _changed(word + _spelt(number, way)) == [("VAL007", _CHANGE)]


@pytest.mark.parametrize("sign", ["+", "-", "−"])
def test_a_sign_is_no_word(sign: str) -> None:
    assert _changed(f"{sign}2") == []


def test_a_sign_of_full_width() -> None:
    assert _changed("\uff0b2") == [("VAL009", _CHANGE)]


def test_a_word_in_a_column_of_counts_is_no_change() -> None:
    assert _at(_LICENCES, "减4") == [("VAL005", _LICENCES)]


@pytest.mark.parametrize("cell", ["22(其中修订16件)", "约１２", "1,23", "1，2345", "减少4", "3①"])
def test_what_is_no_number_is_that_alone(cell: str) -> None:
    assert _at(_LICENCES, cell) == [("VAL004", _LICENCES)]


@_FEW
@given(number=st.integers(999_000, 10**8), organ=st.sampled_from(_LOCAL))
def test_a_count_of_more_than_a_million(number: int, organ: dict[str, str]) -> None:
    expected = [("VAL008", _PENALTIES)] if number > 10**6 else []
    assert _in({"/organ": {"name": "青禾县某局", **organ}, _PENALTIES: number}) == expected


@pytest.mark.parametrize("number", [1000, 1001])
def test_more_than_a_thousand_documents(number: int) -> None:
    place = "/disclosure/normative_documents/in_force"
    assert _at(place, number) == ([("VAL008", place)] if number > 1000 else [])
    at_regulations = _at("/disclosure/regulations/in_force", number)
    assert [code for code, _ in at_regulations if code == "VAL008"] == []


@pytest.mark.parametrize("level", ["ministry", "province", "city"])
def test_organs_of_a_higher_rank_may_have_any_number(level: str) -> None:
    checked = check(
        as_json(data({"/organ": {"name": "某厅", "level": level}, _PENALTIES: 10**8})), ".json"
    )
    assert found(checked) == []
    assert not checked.not_checked


@pytest.mark.parametrize(("number", "gaps"), [(10**8, [_PENALTIES]), (36, [])])
def test_a_rank_not_known_is_said_where_it_matters(number: int, gaps: list[str]) -> None:
    checked = check(as_json(data({"/organ": {"name": "某处"}, _PENALTIES: number})), ".json")
    assert found(checked) == []
    assert [(rule.code, gap.at) for rule, gap in checked.not_checked] == [
        ("VAL008", place) for place in gaps
    ]


def test_a_large_amount_is_no_count() -> None:
    cells = {"/disclosure/procurement/projects": 3, "/disclosure/procurement/amount": 10**9}
    assert found(check(as_json(data(cells, "2019")), ".json")) == []


def test_odd_digits_and_a_number_too_large_are_two_things() -> None:
    assert sorted(_at(_LICENCES, "11,398,889")) == [("VAL008", _LICENCES), ("VAL009", _LICENCES)]


def test_money_keeps_its_fraction() -> None:
    place = "/disclosure/fees/amount"
    (finding,) = check(as_json(data({place: "1,234.56"})), ".json").findings
    assert (finding.rule.code, finding.values["meant"]) == ("VAL009", Decimal("1234.56"))
