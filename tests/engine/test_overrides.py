"""Settings change severities and messages, and what they do not name stays as it is."""

import pytest

from nianbao.engine.overrides import changed, unknown_placeholder
from nianbao.model.text import Text
from nianbao.rule import Case, Rule, Severity
from tests.invented import rule


def _nothing(_report: object) -> tuple[()]:
    return ()


_FIRST = rule(_nothing, "SUM001", name="request-balance", aliases=("t3-balance",))
_SECOND = rule(_nothing, "SUM010", name="items-negative")
_RULES = (_FIRST, _SECOND)


@pytest.mark.parametrize(
    ("severity", "words"),
    [
        ({"SUM": "info"}, ["info", "info"]),
        ({"SUM": "info", "SUM001": "error"}, ["error", "info"]),
        ({"SUM001": "error", "SUM": "info"}, ["error", "info"]),
        ({"t3-balance": "error", "SUM00": "info"}, ["error", None]),
        ({"SUM001": "error", "request-balance": "info"}, ["info", None]),
        ({"request-balance": "info", "SUM001": "error"}, ["error", None]),
        ({"SUM0": "off", "sum010": "warning"}, ["warning"]),
        ({"SUM": "off"}, []),
        ({"VAL": "off"}, [None, None]),
    ],
)
def test_severities(severity: dict[str, str], words: list[str | None]) -> None:
    graded = changed(_RULES, severity, {})
    assert len(graded) == len(words)
    for each, word in zip(graded, words, strict=True):
        own = next(known for known in _RULES if known.code == each.code)
        assert each.severity == ((Case({}, Severity[word.upper()]),) if word else own.severity)


def _message(rule: Rule, messages: dict[str, dict[str, str]]) -> Text:
    (reworded,) = changed([rule], {}, messages)
    return reworded.texts().message


def test_messages() -> None:
    own = _FIRST.texts().message
    assert _message(_FIRST, {"sum001": {"zh": "甲"}}) == Text("甲", own.en)
    assert _message(_FIRST, {"t3-balance": {"en": "a"}}) == Text(own.zh, "a")
    assert _message(_FIRST, {"SUM001": {"zh": "甲"}, "request-balance": {"zh": "乙"}}).zh == "乙"
    assert _message(_FIRST, {"SUM010": {"zh": "甲"}}) == own
    assert changed([_FIRST], {}, {"SUM010": {"zh": "甲"}}) == [_FIRST]


def test_other_texts_stay() -> None:
    (reworded,) = changed([_FIRST], {}, {"SUM001": {"zh": "甲"}})
    assert reworded.texts()._replace(message=_FIRST.texts().message) == _FIRST.texts()


@pytest.mark.parametrize("template", ["", "x", "{left}", "{label}{table}{row}{column}{count}", "}"])
def test_placeholders_that_are_filled_in(template: str) -> None:
    assert unknown_placeholder(_with_message("{left}"), template) is None


@pytest.mark.parametrize("template", ["{}", "{lft}", "x{left }", "{left}{right}"])
def test_placeholders_that_are_not(template: str) -> None:
    fault = unknown_placeholder(_with_message("{left}"), template)
    assert fault is not None
    assert "SUM001" in fault.zh


def _with_message(words: str) -> Rule:
    texts = _FIRST.texts()._replace(message=Text(words, words))
    return _FIRST._replace(texts=lambda: texts)
