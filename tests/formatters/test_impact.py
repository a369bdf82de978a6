"""Does a person, and a program, see what a change of rules changes?"""

import json

import jsonschema
import pytest
from rich.cells import cell_len

from nianbao.engine.difference import Change, Impact, Spot
from nianbao.formatters.impact import impact_json, impact_page
from nianbao.model.text import Language
from nianbao.protocols import Canvas
from nianbao.resources import schema_text
from tests.formatters.catalogue_rules import HOSTILE

_SCHEMA = json.loads(schema_text("impact-v1"))
_SPOT = Spot(
    "reports/a.html", "SUM001", "request-balance", "/requests/x", "表三 · 其他", 343, 2, "error",
    "“其他”列不平",
)  # fmt: skip
_PLAIN = _SPOT._replace(place="", label="", line=None, column=None)
_FOUND, _GONE = Change(None, _SPOT), Change(_PLAIN, None)
_MILDER = Change(_SPOT, _SPOT._replace(severity="info"))


def _page(impact: Impact, language: Language = "zh", width: int = 100, samples: int = 3) -> str:
    return impact_page(impact, Canvas(language, width), samples)


def test_no_change_is_one_line() -> None:
    assert _page(Impact((), 12)) == "比较了 12 份文件：新增 0，消失 0，级别改变 0\n"
    assert _page(Impact((), 1), "en") == (
        "1 document compared: 0 newly found, 0 no longer found, 0 of another severity\n"
    )


def test_each_kind_of_change_has_its_sign_and_samples() -> None:
    assert _page(Impact((_FOUND, _GONE, _MILDER), 2)).splitlines() == [
        "SUM001 request-balance · 新增 1，消失 1，级别改变 1",
        "+ reports/a.html:343:2 · 表三 · 其他",
        "  错误 “其他”列不平",
        "- reports/a.html · 全文",
        "  错误 “其他”列不平",
        "~ reports/a.html:343:2 · 表三 · 其他",
        "  错误 → 提示 “其他”列不平",
        "",
        "比较了 2 份文件：新增 1，消失 1，级别改变 1",
    ]


def test_samples_are_limited_and_all_are_counted() -> None:
    shown = _page(Impact((_FOUND,) * 5 + (_GONE,) * 2, 2), samples=1)
    assert (shown.count("\n+ "), shown.count("\n- ")) == (1, 1)
    assert "新增 5，消失 2\n" in shown
    assert "\n+ " not in _page(Impact((_FOUND,), 2), samples=0)


def test_what_was_not_compared_is_told() -> None:
    impact = Impact((), 0, tuple("abcdefg"), ("x.html",), (("y.html", "SUM001"),))
    assert _page(impact).splitlines()[:3] == [
        "只在一边：a、b、c、d、e等 7 份",
        "未能读全：x.html",
        "规则运行出错：y.html (SUM001)",
    ]
    assert "on one side only: a, b, c, d, e and 2 more\n" in _page(impact, "en")


@pytest.mark.parametrize("width", [20, 40, 100])
def test_no_line_is_too_wide_and_nothing_harms_a_terminal(width: int) -> None:
    spot = _SPOT._replace(path=HOSTILE, rule=HOSTILE, name=HOSTILE, label=HOSTILE, message=HOSTILE)
    shown = _page(Impact((Change(None, spot),), 1, (HOSTILE,), (HOSTILE,)), width=width)
    assert max(map(cell_len, shown.split("\n"))) <= width
    assert "\x1b" not in shown


def test_json_has_every_change() -> None:
    impact = Impact((_FOUND, _GONE, _MILDER), 2, ("b",), ("c",), (("d", "SUM002"),))
    whole = json.loads(impact_json(impact, "old", "now", "zh"))
    jsonschema.validate(whole, _SCHEMA)
    assert (whole["version"], whole["old"], whole["new"]) == (1, "old", "now")
    assert whole["summary"] == {
        "documents": 2, "found": 1, "gone": 1, "severity": 1, "left_out": 1, "unreadable": 1,
        "crashed": 1,
    }  # fmt: skip
    assert whole["rules"] == [
        {"rule": "SUM001", "name": "request-balance", "found": 1, "gone": 1, "severity": 1}
    ]
    found, gone, milder = whole["changes"]
    assert found == {
        "kind": "found", "rule": "SUM001", "name": "request-balance", "path": "reports/a.html",
        "place": "/requests/x", "label": "表三 · 其他", "line": 343, "column": 2,
        "severity": "error", "message": "“其他”列不平",
    }  # fmt: skip
    assert (gone["kind"], "line" in gone) == ("gone", False)
    assert (milder["before"], milder["severity"]) == ("error", "info")
    assert whole["crashed"] == [{"path": "d", "rule": "SUM002"}]


@pytest.mark.parametrize("key", ["before", "severity", "place", "message"])
def test_the_schema_asks_for_what_a_change_is_told_by(key: str) -> None:
    whole = json.loads(impact_json(Impact((_MILDER,), 1), "old", "now", "en"))
    jsonschema.validate(whole, _SCHEMA)
    del whole["changes"][0][key]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(whole, _SCHEMA)


def test_an_impact_without_changes_fits_the_schema() -> None:
    jsonschema.validate(json.loads(impact_json(Impact((), 0), "a", "b", "zh")), _SCHEMA)
