"""Is the JSON of the rules what the contract says?"""

import json
import subprocess
import sys
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from nianbao.builtin import Builtin
from nianbao.formatters.catalogue import catalogue_json
from nianbao.model.place import Place
from nianbao.model.text import Text
from nianbao.result import Finding
from nianbao.rule import Case, Example, Rule, Severity
from nianbao.trial import Trial
from tests.formatters.catalogue_rules import BALANCE, HOSTILE, UNIT, hostile, with_example

_ROOT = Path(__file__).parents[2]
_SEVERITY = {"enum": ["error", "warning", "info"]}
_TEXT = {
    "type": "object",
    "additionalProperties": False,
    "required": ["zh", "en"],
    "properties": {"zh": {"type": "string"}, "en": {"type": "string"}},
}
_CODES = {"type": "array", "minItems": 1, "items": {"pattern": "^[A-Z]+[0-9]{3}$"}}
_WORDS = {"type": "array", "minItems": 1, "items": {"type": "string"}}
_EXAMPLE = {
    "type": "object",
    "additionalProperties": False,
    "required": ["key", "title", "edition", "good", "finds"],
    "properties": {
        "key": {"type": "string"},
        "title": {"type": "string"},
        "edition": {"type": "string"},
        "good": {"type": "boolean"},
        "near": {"const": True},
        "set": {"type": "object"},
        "remove": _WORDS,
        "last": {"type": "object"},
        "members": {"type": "array", "minItems": 1, "items": {"type": "object"}},
        "html": {"type": "string"},
        "text": {"type": "string"},
        "others": _WORDS,
        "finds": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["at", "says"],
                "properties": {
                    "at": {"type": "string"},
                    "says": {"type": "string"},
                    "severity": _SEVERITY,
                    "label": {"type": "string"},
                    "message": _TEXT,
                },
            },
        },
    },
    "if": {"properties": {"good": {"const": True}}},
    "then": {"properties": {"finds": {"maxItems": 0}}},
    "else": {"properties": {"near": False, "finds": {"minItems": 1}}},
}
_CASE = {
    "type": "object",
    "additionalProperties": False,
    "required": ["is"],
    "properties": {"when": {"type": "object", "minProperties": 1}, "is": _SEVERITY},
}
_RULE = {
    "type": "object",
    "additionalProperties": False,
    "required": [
        "code", "name", "title", "severity", "confidence", "editions", "scope", "since",
        "basis", "why", "fix", "message", "examples",
    ],
    "properties": {
        "code": {"pattern": "^[A-Z]+[0-9]{3}$"},
        "name": {"type": "string"},
        "title": _TEXT,
        "severity": {"oneOf": [_SEVERITY, {"type": "array", "minItems": 1, "items": _CASE}]},
        "confidence": {"enum": ["certain", "customary", "heuristic"]},
        "editions": _WORDS,
        "scope": {"enum": ["report", "years", "area"]},
        "since": {"type": "string"},
        "yields_to": _CODES,
        "group": {"const": "row"},
        "aliases": _WORDS,
        "basis": _WORDS,
        "why": _TEXT,
        "fix": _TEXT,
        "message": _TEXT,
        "examples": {"type": "array", "items": _EXAMPLE},
    },
}  # fmt: skip
_SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["version", "rules"],
    "properties": {"version": {"const": 1}, "rules": {"type": "array", "items": _RULE}},
}


def parsed(*rules: Rule) -> list[dict[str, Any]]:
    whole = json.loads(catalogue_json(rules))
    assert list(Draft202012Validator(_SCHEMA).iter_errors(whole)) == []
    listed: list[dict[str, Any]] = whole["rules"]
    return listed


def test_json_of_a_rule_in_full() -> None:
    (only,) = parsed(UNIT._replace(yields_to=frozenset({"VAL010", "VAL004"})))
    assert only == {
        "code": "VAL003",
        "name": "unit-in-cell",
        "title": {"zh": "数字后带了单位", "en": "A unit stands behind the number"},
        "severity": [
            {"when": {"edition": "2021", "column": "amount", "unit": "元"}, "is": "error"},
            {"when": {"year": [2019, 2020]}, "is": "info"},
            {"is": "warning"},
        ],
        "confidence": "customary",
        "editions": ["2021"],
        "scope": "years",
        "since": "0.2.0",
        "yields_to": ["VAL004", "VAL010"],
        "group": "row",
        "aliases": ["number-with-unit"],
        "basis": ["统一格式各表的表头已写明“数量”“件数”"],
        "why": {
            "zh": "带单位的格汇总时读不出数。",
            "en": "With a unit the cell cannot be added up.",
        },
        "fix": {"zh": "删去单位，只留数字。", "en": "Delete the unit and leave the number."},
        "message": {"zh": "填了“{value}”", "en": "“{value}” has a unit"},
        "examples": [
            {
                "key": "page",
                "title": "网页里只填数字",
                "edition": "2021",
                "good": True,
                "html": "<table>\n  <tr><td>行政许可</td><td>137</td></tr>\n</table>\n",
                "finds": [],
            },
            {
                "key": "whole-text",
                "title": "件数后带“件”",
                "edition": "2021",
                "good": False,
                "text": "二、主动公开政府信息情况\n\n\t行政许可\n\t137件\n",
                "finds": [{"at": "", "says": "带有单位“件”", "severity": "warning"}],
            },
        ],
    }


def test_json_of_a_plain_rule() -> None:
    (only,) = parsed(BALANCE)
    assert only["severity"] == "error"
    assert {"group", "aliases"}.isdisjoint(only)
    good, bad = only["examples"]
    assert (good["good"], bad["good"]) == (True, False)
    assert "set" not in good
    assert bad["set"]["/requests/carried_in/natural_person"] is None
    assert bad["set"]["/requests/results/total/natural_person"] == "9"
    assert bad["remove"] == ["/sections/problems"]
    assert [found.get("severity") for found in bad["finds"]] == [None, "error"]


def test_json_keeps_the_order_and_the_characters() -> None:
    text = catalogue_json([UNIT, BALANCE])
    assert [rule["code"] for rule in json.loads(text)["rules"]] == ["VAL003", "SUM001"]
    assert '{\n  "version": 1,\n  "rules": [\n    {\n      "code": "VAL003",\n' in text
    assert '"zh": "申请数量与办理结果不平"' in text
    assert text.endswith("}\n")
    assert parsed() == []


def test_a_single_case_with_a_condition_is_no_word() -> None:
    (only,) = parsed(BALANCE._replace(severity=(Case({"kind": "office"}, Severity.INFO),)))
    assert only["severity"] == [{"when": {"kind": "office"}, "is": "info"}]


def test_json_of_values_that_are_no_json() -> None:
    values = {"/a": Decimal("0.5"), "/b": float("nan"), "/c": (1, Text("二", "two"))}
    text = with_example(Example("odd", "怪值", {"set": values}, "2021"))
    (only,) = parsed(text)
    assert only["examples"][0]["set"] == {"/a": 0.5, "/b": "NaN", "/c": [1, "二"]}


def test_hostile_text_comes_back_from_json() -> None:
    text = catalogue_json([hostile()])
    text.encode("utf-8")
    assert not {"\x1b", "\x9b", "\u202e", "\x07"} & set(text)
    assert json.loads(text)["rules"][0]["title"]["zh"] == HOSTILE


def test_every_builtin_rule_is_valid() -> None:
    rules = tuple(Builtin().nianbao_rules())
    assert [rule["code"] for rule in parsed(*rules)] == [rule.code for rule in rules]


_PROBE = """
import sys
from nianbao.formatters.catalogue import catalogue_json, explanation
from nianbao.protocols import Canvas
from tests.formatters.catalogue_rules import BALANCE
catalogue_json([BALANCE])
print("rich" in sys.modules)
explanation(BALANCE, Canvas("zh"))
print("rich" in sys.modules)
"""


def test_json_does_not_load_rich() -> None:
    command = [sys.executable, "-X", "utf8", "-c", _PROBE]
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8", cwd=_ROOT)
    assert done.stdout.split() == ["False", "True"]


_AT = "/requests/results/total/natural_person"
_FOUND = Finding(
    BALANCE, Severity.ERROR, Text("“自然人”列不平，差1", "by 1"), Place(_AT, "表三"), (), {}, "f"
)


def test_an_example_that_was_tried_has_its_whole_messages() -> None:
    lost = BALANCE.texts().examples[1]
    whole = json.loads(catalogue_json([BALANCE], [Trial(BALANCE, lost, (_FOUND,))]))
    assert list(Draft202012Validator(_SCHEMA).iter_errors(whole)) == []
    zero, tried = whole["rules"][0]["examples"]
    assert zero["finds"] == []
    assert tried["finds"] == [
        {
            "at": _AT,
            "says": "“自然人”列不平",
            "severity": "error",
            "label": "表三",
            "message": {"zh": "“自然人”列不平，差1", "en": "by 1"},
        }
    ]


def test_an_example_that_cannot_be_tried_has_what_it_says() -> None:
    lost = BALANCE.texts().examples[1]
    trial = Trial(BALANCE, lost, trouble=Text("读不出", "not read"))
    (rule,) = json.loads(catalogue_json([BALANCE], [trial]))["rules"]
    assert rule["examples"][1]["finds"] == parsed(BALANCE)[0]["examples"][1]["finds"]


def test_variants_stand_as_words_beside_their_example() -> None:
    first, second = BALANCE.texts().examples
    texts = BALANCE.texts()._replace(
        examples=(first._replace(others=("上年",)), second._replace(is_variant=True))
    )
    (rule,) = parsed(BALANCE._replace(texts=lambda: texts))
    (only,) = rule["examples"]
    assert (only["key"], only["others"]) == ("all-zero", ["上年"])
