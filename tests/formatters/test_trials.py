"""Does a person, and a program, see what an example should give and what it gives?"""

import json

import jsonschema
import pytest
from rich.cells import cell_len

from nianbao.formatters.trials import trials_json, trials_page
from nianbao.model.place import Place
from nianbao.model.text import Language, Text
from nianbao.protocols import Canvas
from nianbao.resources import schema_text
from nianbao.result import Finding
from nianbao.rule import Example, Expected, Severity
from nianbao.trial import Trial
from tests.formatters.catalogue_rules import BALANCE, HOSTILE, UNIT

_SCHEMA = json.loads(schema_text("trials-v1"))
_AT = "/requests/results/total/other"
_FOUND = Finding(
    BALANCE, Severity.ERROR, Text("“其他”列不平", "Column 其他"), Place(_AT, "表三"), (), {}, "f"
)
_ONE_LOST = BALANCE.texts().examples[1]._replace(finds=(Expected(_AT, "不平"),))
_GOOD = Trial(BALANCE, _ONE_LOST, (_FOUND,))
_WRONG = Trial(BALANCE, _ONE_LOST._replace(finds=(Expected(_AT, "差2", Severity.INFO),)), (_FOUND,))
_MILDER = Trial(
    BALANCE, _ONE_LOST._replace(finds=(Expected(_AT, "不平", Severity.INFO),)), (_FOUND,)
)
_EXTRA = Trial(BALANCE, BALANCE.texts().examples[0], (_FOUND._replace(place=Place("", "")),))
_BROKEN = Trial(UNIT, UNIT.texts().examples[0], trouble=Text("读不出", "not read"))


def _page(*trials: Trial, language: Language = "zh", width: int = 100) -> str:
    return trials_page(trials, Canvas(language, width))


def test_where_all_hold_there_is_one_line() -> None:
    assert _page(_GOOD, _GOOD) == "1 条规则，2 个例子，全部相符\n"
    assert _page(_GOOD, language="en") == "1 rule, 1 example: all as they say\n"


def test_a_difference_shows_both_sides_at_the_place() -> None:
    assert _page(_WRONG).splitlines() == [
        "SUM001 request-balance · one-lost · 新收10件，只有9件有去向",
        f"    - 应有 提示 {_AT}  差2",
        f"    + 得到 错误 {_AT}  “其他”列不平",
        "",
        "1 条规则，1 个例子，1 个不符",
    ]


def test_another_severity_shows_both() -> None:
    lines = _page(_MILDER, language="en").splitlines()
    assert f"    - expected info {_AT}  不平" in lines
    assert f"    + got error {_AT}  “其他”列不平" in lines
    assert lines[-1] == "1 rule, 1 example: 1 failed"


def test_what_is_as_it_should_be_stands_beside_what_is_not() -> None:
    finds = (Expected(_AT, "不平"), Expected("", "别处"))
    trial = Trial(BALANCE, _ONE_LOST._replace(finds=finds), (_FOUND,))
    assert _page(trial).splitlines()[1:3] == [
        f"      相符 错误 {_AT}  “其他”列不平",
        "    - 应有 全文  别处",
    ]


def test_what_nobody_expected_and_what_could_not_be_tried() -> None:
    shown = _page(_EXTRA, _BROKEN)
    assert "    + 得到 错误 全文  “其他”列不平\n" in shown
    assert "VAL003 unit-in-cell · page · 网页里只填数字\n    读不出\n" in shown
    assert shown.endswith("2 条规则，2 个例子，2 个不符\n")


@pytest.mark.parametrize("width", [20, 40, 100])
def test_no_line_is_too_wide_and_nothing_harms_a_terminal(width: int) -> None:
    example = Example(HOSTILE, HOSTILE, {}, "2021", (Expected(HOSTILE, HOSTILE),))
    found = _FOUND._replace(message=Text(HOSTILE, HOSTILE), place=Place(HOSTILE, HOSTILE))
    shown = _page(Trial(BALANCE, example, (found,)), width=width)
    assert max(map(cell_len, shown.split("\n"))) <= width
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_json_has_the_failures_with_both_sides() -> None:
    whole = json.loads(trials_json([_GOOD, _WRONG, _EXTRA, _BROKEN], "zh"))
    jsonschema.validate(whole, _SCHEMA)
    assert whole["summary"] == {"rules": 2, "examples": 4, "failed": 3}
    wrong, extra, broken = whole["failures"]
    assert wrong == {
        "rule": "SUM001",
        "name": "request-balance",
        "example": "one-lost",
        "title": "新收10件，只有9件有去向",
        "differences": [
            {"got": {"at": _AT, "message": "“其他”列不平", "severity": "error"}},
            {"expected": {"at": _AT, "says": "差2", "severity": "info"}},
        ],
    }
    assert list(extra["differences"][0]) == ["got"]
    assert (broken["problem"], broken["differences"]) == ("读不出", [])


def test_json_of_a_wrong_severity_has_both_sides_in_one_difference() -> None:
    (failure,) = json.loads(trials_json([_MILDER], "en"))["failures"]
    (difference,) = failure["differences"]
    assert difference["expected"] == {"at": _AT, "says": "不平", "severity": "info"}
    assert difference["got"]["severity"] == "error"
    assert difference["got"]["message"] == "Column 其他"


@pytest.mark.parametrize(
    ("side", "key"),
    [("expected", "at"), ("expected", "says"), ("got", "message"), ("got", "severity")],
)
def test_the_schema_asks_for_both_sides_of_a_difference(side: str, key: str) -> None:
    whole = json.loads(trials_json([_MILDER], "en"))
    jsonschema.validate(whole, _SCHEMA)
    del whole["failures"][0]["differences"][0][side][key]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(whole, _SCHEMA)
