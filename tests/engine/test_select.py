"""Selectors choose rules: the longest that fits decides, and at equal length ``ignore``."""

import pytest

from nianbao.engine.select import UnknownRuleError, chosen, named
from nianbao.rule import Rule
from tests.invented import rule


def _nothing(_report: object) -> tuple[()]:
    return ()


def _rule(code: str, name: str, *aliases: str) -> Rule:
    return rule(_nothing, code, name=name, aliases=aliases)


_RULES = [
    _rule("DOC001", "not-an-annual-report"),
    _rule("SUM001", "request-balance", "t3-balance"),
    _rule("SUM002", "result-total"),
    _rule("SUM010", "items-negative"),
    _rule("VAL001", "blank-cell"),
]


def _chosen(select: str = "", ignore: str = "") -> str:
    """Return the codes that two lists of selectors leave, without their zeros."""
    rules = chosen(_RULES, select.split(), ignore.split())
    return " ".join(each.code.replace("00", "").replace("01", "1", 1) for each in rules)


@pytest.mark.parametrize(
    ("select", "ignore", "left"),
    [
        ("", "", "DOC1 SUM1 SUM2 SUM10 VAL1"),
        ("SUM001", "", "SUM1"),
        ("sum001", "", "SUM1"),
        ("SUM", "", "SUM1 SUM2 SUM10"),
        ("S", "", "SUM1 SUM2 SUM10"),
        ("SUM00", "", "SUM1 SUM2"),
        ("SUM001 VAL", "", "SUM1 VAL1"),
        ("request-balance", "", "SUM1"),
        ("t3-balance", "", "SUM1"),
        ("", "SUM", "DOC1 VAL1"),
        ("", "SUM001", "DOC1 SUM2 SUM10 VAL1"),
        ("", "request-balance blank-cell", "DOC1 SUM2 SUM10"),
        ("SUM", "SUM001", "SUM2 SUM10"),
        ("SUM001", "SUM", "SUM1"),
        ("SUM001", "SUM00", "SUM1"),
        ("SUM", "SUM", ""),
        ("SUM001", "SUM001", ""),
        ("SUM001", "request-balance", ""),
        ("request-balance", "SUM001", ""),
        ("request-balance", "SUM", "SUM1"),
        ("SUM VAL001", "SUM00 VAL", "SUM10 VAL1"),
        ("SUM SUM001", "SUM00", "SUM1 SUM10"),
        ("SUM S", "SU", "SUM1 SUM2 SUM10"),
        ("SUM01", "", "SUM10"),
    ],
)
def test_chosen(select: str, ignore: str, left: str) -> None:
    assert _chosen(select, ignore) == left


@pytest.mark.parametrize(
    ("selector", "zh", "en"),
    [
        (
            "VAL002",
            "没有规则“VAL002”，是否想写“VAL001”？",
            'there is no rule "VAL002"; did you mean "VAL001"?',
        ),
        (
            "request-balence",
            "没有规则“request-balence”，是否想写“request-balance”？",
            'there is no rule "request-balence"; did you mean "request-balance"?',
        ),
        ("QQQ", "没有规则“QQQ”", 'there is no rule "QQQ"'),
        ("", "没有规则“”", 'there is no rule ""'),
    ],
)
def test_unknown_selectors(selector: str, zh: str, en: str) -> None:
    for select, ignore in (([selector], []), ([], [selector])):
        with pytest.raises(UnknownRuleError) as caught:
            chosen(_RULES, select, ignore)
        assert caught.value.reason == (zh, en)


@pytest.mark.parametrize("selector", ["SUM1", "sum1", "SUM00 1", "SUM0011", "balance"])
def test_selectors_that_stand_for_nothing(selector: str) -> None:
    with pytest.raises(UnknownRuleError):
        chosen(_RULES, [selector], [])


@pytest.mark.parametrize("name", ["SUM001", "sum001", "request-balance", "t3-balance"])
def test_one_rule_by_any_of_its_names(name: str) -> None:
    assert named(_RULES, name).code == "SUM001"


@pytest.mark.parametrize(("name", "near"), [("SUM003", "SUM001"), ("blank-cel", "blank-cell")])
def test_no_rule_of_that_name(name: str, near: str) -> None:
    with pytest.raises(UnknownRuleError) as caught:
        named(_RULES, name)
    assert caught.value.reason.zh.startswith(f"没有规则“{name}”，是否想写“")
    assert near[:3] in caught.value.reason.zh


def test_a_family_is_no_name() -> None:
    with pytest.raises(UnknownRuleError):
        named(_RULES, "SUM")


def test_family() -> None:
    assert [each.family for each in _RULES] == ["DOC", "SUM", "SUM", "SUM", "VAL"]
