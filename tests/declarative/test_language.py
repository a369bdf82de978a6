"""Equations are read with a short list of nodes; everything else is refused with a reason."""

import pytest

from nianbao.declarative.language import Comparison, EquationError, Name, Side, parse, parse_name


def _side(*names: Name, constant: int = 0) -> Side:
    return Side(names, constant)


_A, _B = Name(1, ("甲",)), Name(1, ("乙",))


@pytest.mark.parametrize(
    ("text", "comparison"),
    [
        ("甲 == 乙", Comparison(_side(_A), _side(_B), "==")),
        ("甲<=乙", Comparison(_side(_A), _side(_B), "<=")),
        ("  甲 >= 0 ", Comparison(_side(_A), _side(constant=0), ">=")),
        ("甲 + 乙 == 3", Comparison(_side(_A, _B), _side(constant=3), "==")),
        ("甲 - 乙 >= -3", Comparison(_side(_A, Name(-1, ("乙",))), _side(constant=-3), ">=")),
        ("-甲 == 乙", Comparison(_side(Name(-1, ("甲",))), _side(_B), "==")),
        ("2 * 甲 == 乙", Comparison(_side(Name(2, ("甲",))), _side(_B), "==")),
        (
            "甲 - 2 * (乙 - 3) == 0",
            Comparison(_side(_A, Name(-2, ("乙",)), constant=6), _side(), "=="),
        ),
        ("- (甲 + 1) == 乙", Comparison(_side(Name(-1, ("甲",)), constant=-1), _side(_B), "==")),
        ("2 * 3 == 甲", Comparison(_side(constant=6), _side(_A), "==")),
        ("1 + 甲 + 2 == 乙", Comparison(_side(_A, constant=3), _side(_B), "==")),
        ("甲.丙 == 乙", Comparison(_side(Name(1, ("甲", "丙"))), _side(_B), "==")),
        ("sum(甲) == 乙", Comparison(_side(Name(1, ("甲",), summed=True)), _side(_B), "==")),
        ("3 * sum(甲) == 乙", Comparison(_side(Name(3, ("甲",), summed=True)), _side(_B), "==")),
        ("last(甲) == 乙", Comparison(_side(Name(1, ("甲",), whose="last")), _side(_B), "==")),
        (
            "sum(members(this)) == this",
            Comparison(
                _side(Name(1, ("this",), summed=True, whose="members")),
                _side(Name(1, ("this",))),
                "==",
            ),
        ),
    ],
)
def test_equations(text: str, comparison: Comparison) -> None:
    assert parse(text) == comparison


def test_names_of_both_sides() -> None:
    assert [name.parts for name in parse("甲 + 乙 == 丙").names] == [("甲",), ("乙",), ("丙",)]


def _refused(text: str) -> str:
    with pytest.raises(EquationError) as caught:
        parse(text)
    assert caught.value.reason.en
    assert str(caught.value) == caught.value.reason.en
    return caught.value.reason.zh


@pytest.mark.parametrize(
    "text",
    [
        "甲",
        "甲 + 乙",
        "甲 == 乙 == 丙",
        "0 <= 甲 <= 乙",
        "甲 != 乙",
        "甲 < 乙",
        "甲 > 乙",
        "甲 in 乙",
        "甲 is 乙",
        "甲 == 乙 and 乙 == 丙",
        "not 甲 == 乙",
        "(甲 := 乙)",
        "甲 if 乙 else 丙",
        "lambda: 甲",
        "[甲 == 乙]",
    ],
)
def test_no_comparison(text: str) -> None:
    assert _refused(text) == "等式应写作“左边 == 右边”（或 <=、>=）"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("open('x') == 甲", "open('x')"),
        ("sum(甲, 乙) == 丙", "sum(甲, 乙)"),
        ("sum() == 丙", "sum()"),
        ("sum(甲, start=1) == 丙", "sum(甲, start=1)"),
        ("sum(甲 + 乙) == 丙", "甲 + 乙"),
        ("sum(3) == 丙", "3"),
        ("__import__('os').system('x') == 甲", "__import__('os').system('x')"),
        ("甲() == 乙", "甲()"),
        ("甲.乙.丙 == 丁", "甲.乙.丙"),
        ("甲().乙 == 丁", "甲().乙"),
        ("甲[0] == 乙", "甲[0]"),
        ("甲 ** 2 == 乙", "甲 ** 2"),
        ("甲 / 2 == 乙", "甲 / 2"),
        ("甲 // 2 == 乙", "甲 // 2"),
        ("甲 % 2 == 乙", "甲 % 2"),
        ("甲 * 乙 == 丙", "甲 * 乙"),
        ("甲 * 2 == 丙", "甲 * 2"),
        ("甲 << 2 == 丙", "甲 << 2"),
        ("+甲 == 丙", "+甲"),
        ("~甲 == 丙", "~甲"),
        ("not 甲 <= 丙 == 1", ""),
        ("[甲] == 丙", "[甲]"),
        ("{'甲': 1} == 丙", "{'甲': 1}"),
        ("(甲, 乙) == 丙", "(甲, 乙)"),
        ("f'{甲}' == 丙", "f'{甲}'"),
        ("(甲 if 乙 else 丙) == 丁", "甲 if 乙 else 丙"),
        ("(lambda: 甲) == 丁", "lambda: 甲"),
        ("[甲 for 甲 in 乙] == 丁", "[甲 for 甲 in 乙]"),
        ("(yield) == 丁", ""),
        ("(await 甲) == 丁", ""),
        ("*甲 == 丁", ""),
    ],
)
def test_nodes_that_are_not_in_the_language(text: str, shown: str) -> None:
    reason = _refused(text)
    if shown:
        assert reason.startswith(f"等式里不能用“{shown}”，只能用名称、整数、+、-、")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("'x' == 甲", "x"),
        ("1.5 == 甲", "1.5"),
        ("True == 甲", "True"),
        ("None == 甲", "None"),
        ("1j == 甲", "1j"),
        ("b'x' == 甲", "b'x'"),
        ("... == 甲", "Ellipsis"),
        ("1.5 * 甲 == 乙", "1.5"),
        ("'x' * 甲 == 乙", "x"),
        ("1000001 == 甲", "1000001"),
        ("1000001 * 甲 == 乙", "1000001"),
    ],
)
def test_constants_that_are_no_whole_numbers_of_fit_size(text: str, value: str) -> None:
    assert _refused(text) == f"“{value}”不是可用的整数"


@pytest.mark.parametrize(
    "text", ["", "甲 ==", "== 甲", "甲 = 乙", "甲 == 乙)", "甲 乙 == 丙", "甲\0 == 乙"]
)
def test_what_cannot_be_read(text: str) -> None:
    assert _refused(text) == f"读不懂等式“{text}”"


@pytest.mark.parametrize("text", ["3 == 3", "0 <= 1", "2 * 3 == 6"])
def test_an_equation_without_a_cell(text: str) -> None:
    assert _refused(text) == "等式里没有任何单元格"


def test_limits_on_size() -> None:
    assert _refused("甲 + " * 130 + "甲 == 乙") == "等式超过500个字符"
    assert _refused("甲+" * 100 + "甲==乙") == "等式的项太多"
    assert parse("甲+" * 40 + "甲==乙")
    assert _refused("(" * 240 + "甲" + ")" * 240 + "==乙").startswith("读不懂等式")
    assert _refused("-" * 200 + "甲==乙") == "等式的项太多"


@pytest.mark.parametrize(
    "text", ["sum(sum(甲)) == 乙", "sum(甲.乙) == 丙", "last(members(甲)) == 乙"]
)
def test_functions_of_functions_that_mean_nothing(text: str) -> None:
    _refused(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [("甲", Name(1, ("甲",))), ("甲.乙", Name(1, ("甲", "乙"))), (" 甲 ", Name(1, ("甲",)))],
)
def test_a_single_name(text: str, name: Name) -> None:
    assert parse_name(text) == name


@pytest.mark.parametrize(
    "text", ["甲 + 乙", "甲 + 1", "3", "sum(甲)", "甲 == 乙", "甲.乙.丙", "", "甲()"]
)
def test_no_single_name(text: str) -> None:
    with pytest.raises(EquationError):
        parse_name(text)


@pytest.mark.parametrize("text", ["2 * 甲", "-甲", "last(甲)", "members(甲)"])
def test_a_place_is_a_cell_of_this_report_and_nothing_more(text: str) -> None:
    with pytest.raises(EquationError):
        parse_name(text)
