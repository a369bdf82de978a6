"""Private data leave a document masked, whole or cut, and whatever holds them."""

import pytest

from nianbao.model.cell import Cell, State
from nianbao.model.report import Report
from nianbao.model.text import Text
from nianbao.prose.hiding import hidden, hidden_in, hidden_outcome, hiding
from nianbao.rule import NotChecked, Outcome
from tests.invented import rule

_MOBILE = "13800000012"
_IDENTITY = "990101198001011236"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"王某{_MOBILE}、{_IDENTITY}", "王某138******12、990**************6"),
        ("zhang@163.com", "z***@163.com"),
        ("\uff11\uff13\uff18" + "\uff10" * 6 + "\uff11\uff12", "138******12"),
        ("990101 19800101 1236", "990**************6"),
        ("公开信息13800000条", "公开信息13800000条"),
    ],
)
def test_whole_data_are_masked(text: str, shown: str) -> None:
    assert hidden(text) == shown


_WORDS = f"王某{_MOBILE}，zhang@163.com"


@pytest.mark.parametrize(
    "report", [Report(title=_WORDS), Report(preface=_WORDS), Report(signature=_WORDS)]
)
def test_data_that_were_cut_are_masked_too(report: Report) -> None:
    hide = hiding(report)
    assert hide("“王某1380000…”") == "“王某138****…”"
    assert hide("…0000012起") == "…*******起"
    assert hide("“zhang@1…”") == "“z******…”"
    assert hide("13800条，163.com") == "13800条，163.com"


def test_all_that_holds_texts_is_masked() -> None:
    cell = Cell(f"王某{_MOBILE}", None, State.TEXT, "", plain=False, sound=False)
    found = hidden_in({"a": [cell, 3], "b": Text(_MOBILE, _MOBILE), "c": State.TEXT}, hidden)
    assert found["a"] == [cell._replace(raw="王某138******12"), 3]
    assert isinstance(found["a"][0], Cell)
    assert found["b"] == Text("138******12", "138******12")
    assert found["c"] is State.TEXT


def test_why_a_rule_was_not_checked_or_crashed_is_masked() -> None:
    report = Report(title=_WORDS)
    reasons = (
        NotChecked(Text("没有王某1380000…的行", "no row")),
        NotChecked(Text("空着", "blank")),
    )
    outcome = hidden_outcome(
        Outcome(rule(lambda _report: ()), (), reasons, f"KeyError: {_MOBILE}"), report
    )
    assert [each.reason.zh for each in outcome.not_checked] == ["没有王某138****…的行", "空着"]
    assert outcome.crash == "KeyError: 138******12"
