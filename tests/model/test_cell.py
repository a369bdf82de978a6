"""A cell is a number, a number with a unit, a blank, a placeholder or a text."""

from decimal import Decimal

import pytest

from nianbao.model.cell import MISSING, Cell, State, read_cell
from nianbao.model.law import Law
from nianbao.model.numbers import Number

_COUNT = Law("count", "件", 0)
_SIGNED = Law("signed")
_MONEY = Law("money", "万元", 0)
_UNKNOWN_MONEY = Law("money", "", 0)


@pytest.mark.parametrize(
    ("raw", "value", "plain"),
    [
        ("0", 0, True),
        ("7", 7, True),
        ("11398889", 11398889, True),
        ("-3", -3, True),
        ("0.5", Decimal("0.5"), True),
        ("2.50", Decimal("2.5"), True),
        ("3.0", 3, True),
        ("+3", 3, False),
        ("007", 7, False),
        ("减4", -4, False),
        ("增2", 2, False),
        ("−8", -8, False),
        ("－8", -8, False),
        ("—8", -8, False),
        ("\uff11\uff12", 12, False),
        ("1,472", 1472, False),
        ("1，472", 1472, False),
        ("12,345,678.5", Decimal("12345678.5"), False),
        ("1\u200b2", 12, False),
        ("- 3", -3, False),
        ("999999999999999999", 999999999999999999, True),
    ],
)
def test_numbers(raw: str, value: Number, plain: bool) -> None:  # noqa: FBT001
    cell = read_cell(raw, _SIGNED)
    assert (cell.raw, cell.state, cell.value) == (raw, State.OK, value)
    assert type(cell.value) is type(value)
    assert cell.plain is plain
    assert cell.sound is (plain and value >= 0 and raw.isdigit())


@pytest.mark.parametrize("space", [" ", "\t", "\n", "\u00a0", "\u3000", "\u200b", "\ufeff", "\r"])
def test_spaces_around_a_number(space: str) -> None:
    cell = read_cell(f"{space}7{space}{space}", _COUNT)
    assert cell == Cell("7", 7, State.OK, plain=True, sound=True)


@pytest.mark.parametrize("raw", ["", " ", "\u00a0", "\u3000\n", "\u200b"])
def test_blanks(raw: str) -> None:
    cell = read_cell(raw, _COUNT)
    assert cell == Cell("", None, State.BLANK)
    assert cell.is_empty


@pytest.mark.parametrize("raw", ["-", "--", "—", "——", "–", "/", "\\", "无", "N/A", "*"])
def test_placeholders(raw: str) -> None:
    cell = read_cell(f" {raw} ", _COUNT)
    assert cell == Cell(raw, None, State.PLACEHOLDER)
    assert cell.is_empty


@pytest.mark.parametrize(
    ("raw", "value", "unit"),
    [
        ("137次", 137, "次"),
        ("3件", 3, "件"),
        ("3 件", 3, "件"),
        ("\uff11\uff12项", 12, "项"),
        ("+3个", 3, "个"),
        ("-3件", -3, "件"),
        ("1,472条", 1472, "条"),
        ("5元", 5, "元"),
    ],
)
def test_counts_with_a_unit(raw: str, value: int, unit: str) -> None:
    cell = read_cell(raw, _COUNT)
    assert (cell.raw, cell.value, cell.state, cell.unit) == (raw, value, State.UNIT, unit)
    assert not cell.plain
    assert not cell.is_empty


@pytest.mark.parametrize(
    ("raw", "law", "value", "unit"),
    [
        ("5000元", _MONEY, Decimal("0.5"), "元"),
        ("0.5万元", _MONEY, Decimal("0.5"), "万元"),
        ("2亿元", _MONEY, 20000, "亿元"),
        ("1066730.5元", _UNKNOWN_MONEY, Decimal("1066730.5"), "元"),
        ("3万元", _UNKNOWN_MONEY, 3, "万元"),
        ("20000元", _MONEY, 2, "元"),
    ],
)
def test_money_is_brought_to_the_unit_of_the_column(
    raw: str, law: Law, value: Number, unit: str
) -> None:
    cell = read_cell(raw, law)
    assert (cell.value, cell.state, cell.unit) == (value, State.UNIT, unit)
    assert type(cell.value) is type(value)


@pytest.mark.parametrize(
    "raw",
    [
        "15余",
        "约3",
        "1 2",
        "1\n2",
        "3万",
        "3万件",
        "2亿次",
        "3万元",
        "2亿元",
        "1,47",
        "14,72",
        "1.2.3",
        "1e3",
        "见附件",
        "3件4",
        "件",
        "+",
        "+-3",
        "1/2",
        "0x10",
        "٣",
        "²",
        "3²",
        "3①",
        "三",
        "9" * 19,
        "3%",
        "(3)",
    ],
)
def test_texts(raw: str) -> None:
    cell = read_cell(raw, _COUNT)
    assert cell == Cell(raw, None, State.TEXT)
    assert not cell.is_empty


def test_a_row_or_column_that_is_not_there() -> None:
    assert (MISSING.state, MISSING.value) == (State.MISSING, None)
    assert not MISSING.is_empty
