"""Is an example that gives something else than it says noticed, whatever is wrong with it?"""

from collections.abc import Iterator

import pytest

from nianbao.examples import trial_of, trials_of
from nianbao.model.report import Report
from nianbao.rule import Case, Example, Expected, Hit, Rule, Severity
from tests.formatters.catalogue_rules import BALANCE

_AT = "/disclosure/licences/decisions"
_SAYS = Expected(_AT, "申请数量")


def _rule(*examples: Example, at: tuple[str, ...] = (_AT,)) -> Rule:
    """Return a rule that finds something at these places, whatever the report."""

    def check(_report: Report) -> Iterator[Hit]:
        return (Hit(place) for place in at)

    texts = BALANCE.texts()
    texts = texts._replace(message=texts.title, examples=examples)
    return BALANCE._replace(
        severity=(Case({}, Severity.WARNING),),
        check=check,
        texts=lambda: texts,
        yields_to=frozenset(),
    )


def _example(*finds: Expected, **source: object) -> Example:
    return Example("one", "一个例子", source, "2021", finds)


@pytest.mark.parametrize("severity", [None, Severity.WARNING])
def test_what_an_example_says_is_what_it_gives(severity: Severity | None) -> None:
    rule = _rule(_example(_SAYS._replace(severity=severity)))
    (trial,) = trials_of(rule, [rule])
    assert trial.holds
    ((wanted, got),) = trial.pairs
    assert wanted
    assert got
    assert got.message.zh == "申请数量与办理结果不平"


@pytest.mark.parametrize(
    "wrong",
    [
        _SAYS._replace(at="/disclosure/penalties/decisions"),
        _SAYS._replace(says="别的话"),
        _SAYS._replace(severity=Severity.ERROR),
    ],
)
def test_another_place_word_or_severity_does_not_hold(wrong: Expected) -> None:
    rule = _rule(_example(wrong))
    assert not trials_of(rule, [rule])[0].holds


def test_too_much_and_too_little_do_not_hold() -> None:
    rule = _rule(_example(), _example(_SAYS, _SAYS), at=(_AT,))
    much, little = trials_of(rule, [rule])
    assert [pair.wanted for pair in much.pairs] == [None]
    assert [bool(pair.got) for pair in little.pairs] == [True, False]
    assert not much.holds
    assert not little.holds


def test_two_findings_at_one_place_need_two_entries() -> None:
    rule = _rule(_example(_SAYS, _SAYS), at=(_AT, _AT))
    assert trials_of(rule, [rule])[0].holds


def test_a_rule_that_yields_is_silent_in_its_example() -> None:
    other = _rule()._replace(code="SUM009")
    rule = _rule(_example())._replace(yields_to=frozenset({"SUM009"}))
    assert trials_of(rule, [rule, other])[0].holds
    assert not trials_of(rule, [rule])[0].holds


@pytest.mark.parametrize(
    ("example", "said"),
    [
        (_example(remove=["/disclosure/nothing"]), "底稿中没有的位置"),
        (_example(set={"/organ/level/deeper": 1}), "底稿中没有的位置"),
        (_example(set={"/requests/results/granted/nobody": 1}), "nobody"),
        (_example(set={"/year": "二〇二四"}), "/year"),
        (_example(html=""), "没有可读的网页内容"),
    ],
)
def test_an_example_whose_report_is_wrong_is_told(example: Example, said: str) -> None:
    rule = _rule(example)
    trial = trial_of(example, rule, [rule])
    assert trial.trouble
    assert said in trial.trouble.zh
    assert not trial.holds


def test_a_crash_is_told() -> None:
    def crash(_report: Report) -> Iterator[Hit]:
        raise ZeroDivisionError

    rule = _rule(_example())._replace(check=crash)
    (trial,) = trials_of(rule, [rule])
    assert trial.trouble
    assert "ZeroDivisionError" in trial.trouble.en
