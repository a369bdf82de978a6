"""Does a person or a program learn from the output all that the rules say of themselves?"""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from rich.cells import cell_len

from nianbao.builtin import Builtin
from nianbao.formatters.catalogue import catalogue_json, catalogue_table, explanation
from nianbao.formatters.catalogue_words import FAMILIES
from nianbao.model.text import Language, Text
from nianbao.protocols import Canvas
from nianbao.rule import Case, Example, Expected, Rule, Severity
from tests.formatters.catalogue_rules import BALANCE, UNIT, renamed

_GOLDEN = Path(__file__).parent / "golden"
_ANSI = re.compile(r"\x1b\[[0-9;]*m")
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
        "set": {"type": "object"},
        "remove": _WORDS,
        "html": {"type": "string"},
        "text": {"type": "string"},
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
                },
            },
        },
    },
    "if": {"properties": {"good": {"const": True}}},
    "then": {"properties": {"finds": {"maxItems": 0}}},
    "else": {"properties": {"finds": {"minItems": 1}}},
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


def table(*rules: Rule, language: Language = "zh", width: int = 100, colour: bool = False) -> str:
    return catalogue_table(rules, Canvas(language, width, colour))


def page(
    rule: Rule,
    language: Language = "zh",
    width: int = 100,
    colour: bool = False,  # noqa: FBT001, FBT002
) -> str:
    return explanation(rule, Canvas(language, width, colour))


def both(rules: tuple[Rule, ...], canvas: Canvas) -> str:
    return catalogue_table(rules, canvas) + "".join(explanation(rule, canvas) for rule in rules)


def parsed(*rules: Rule) -> list[dict[str, Any]]:
    whole = json.loads(catalogue_json(rules))
    assert list(Draft202012Validator(_SCHEMA).iter_errors(whole)) == []
    listed: list[dict[str, Any]] = whole["rules"]
    return listed


@pytest.mark.parametrize(
    ("name", "render"),
    [
        ("rules-zh-100", lambda: table(UNIT, BALANCE)),
        ("rules-zh-40", lambda: table(UNIT, BALANCE, width=40)),
        ("rules-en-100", lambda: table(UNIT, BALANCE, language="en")),
        ("rules-en-40", lambda: table(UNIT, BALANCE, language="en", width=40)),
        ("SUM001-zh-100", lambda: page(BALANCE)),
        ("SUM001-en-40", lambda: page(BALANCE, "en", 40)),
        ("VAL003-zh-40", lambda: page(UNIT, "zh", 40)),
        ("VAL003-en-100", lambda: page(UNIT, "en")),
    ],
)
def test_golden(name: str, render: Callable[[], str]) -> None:
    assert render() == (_GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


def test_json_of_a_rule_in_full() -> None:
    (only,) = parsed(replace(UNIT, yields_to=frozenset({"VAL010", "VAL004"})))
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
    (only,) = parsed(replace(BALANCE, severity=(Case({"kind": "office"}, Severity.INFO),)))
    assert only["severity"] == [{"when": {"kind": "office"}, "is": "info"}]


def test_json_of_values_that_are_no_json() -> None:
    values = {"/a": Decimal("0.5"), "/b": float("nan"), "/c": (1, Text("二", "two"))}
    text = with_example(Example("odd", "怪值", {"set": values}, "2021"))
    (only,) = parsed(text)
    assert only["examples"][0]["set"] == {"/a": 0.5, "/b": "NaN", "/c": [1, "二"]}


def with_example(example: Example) -> Rule:
    texts = replace(BALANCE.texts(), examples=(example,))
    return replace(BALANCE, texts=lambda: texts)


def test_families_stand_in_their_order_and_rules_in_that_of_their_codes() -> None:
    codes = ["ZZZ001", "AGG004", "SUM002", "ABC001", "SUM001", "DOC009", "LAB001"]
    lines = table(*map(renamed, codes), width=40).split("\n")
    heads = [re.sub(r"错误  (\w+).*", r"\1", line) for line in lines[:-2] if line[:1].strip()]
    assert heads == [
        "DOC 文档与版本", "DOC009",
        "LAB 标签", "LAB001",
        "SUM 勾稽", "SUM001", "SUM002",
        "AGG 跨机关", "AGG004",
        "ABC", "ABC001",
        "ZZZ", "ZZZ001",
    ]  # fmt: skip


def test_titles_on_few_columns_go_below_their_codes() -> None:
    assert table(UNIT, BALANCE, width=67).startswith("编号    级别  把握  标题 ")
    assert "\nSUM001  错误  确定  申请数量与办理结果不平  request-balance\n" in table(
        UNIT, BALANCE, width=100
    )
    assert table(UNIT, BALANCE, width=55).startswith("VAL 单元格\n错误  VAL003  惯例\n")


def test_every_severity_of_a_rule_is_shown_the_gravest_first() -> None:
    assert re.search(r"^VAL003  错误 .*\n +警告\n +提示\n", table(UNIT), re.MULTILINE)


def test_the_end_of_the_table_counts() -> None:
    assert table(UNIT, BALANCE).endswith(
        "\n\n共 2 条规则；nianbao explain VAL003 显示一条规则的全文和例子\n"
    )
    assert table(BALANCE, language="en").endswith(
        "\n\n1 rule; nianbao explain SUM001 shows one in full\n"
    )
    assert table() == "没有规则\n"
    assert table(language="en") == "no rules\n"


@pytest.mark.parametrize(
    ("when", "zh", "en"),
    [
        ({"edition": "2019", "column": "amount"}, "版本 = 2019，列 = 采购总金额", "edition = 2019"),
        ({"column": "amount"}, "列 = 采购总金额或本年收费金额", "column = 采购总金额 or 本年收费"),
        ({"column": ["issued", "x"]}, "列 = 本年制发或x", "column = 本年制发 or x"),
        ({"edition": "1999", "column": "amount"}, "版本 = 1999，列 = amount", "column = amount"),
        ({"edition": ["2021"], "column": "amount"}, "列 = 本年收费金额", "= 本年收费金额"),
        ({"level": ["county", "township"]}, "机关级别 = 县级或乡级", "= county or township"),
        ({"level": "street"}, "机关级别 = street", "level of the organ = street"),
        ({"kind": "dispatched"}, "机关类别 = 派出机关", "kind of organ = dispatched organ"),
        ({"bound": True, "odd": False}, "数据格齐全 = 是，odd = 否", "complete = yes, odd = no"),
    ],
)
def test_conditions_of_a_severity(when: Mapping[str, object], zh: str, en: str) -> None:
    rule = replace(UNIT, severity=(Case(when, Severity.ERROR), Case({}, Severity.INFO)))
    assert zh in page(rule)
    assert "\n        提示：其余情形\n" in page(rule)
    assert en in page(rule, "en")
    assert "info: otherwise\n" in page(rule, "en")


def test_what_a_rule_lacks_is_left_out() -> None:
    bare = replace(BALANCE.texts(), examples=())
    shown = page(replace(BALANCE, yields_to=frozenset(), texts=lambda: bare))
    assert not {"例子", "让位于", "曾用名", "合并"} & set(re.split(r"\s+", shown))
    assert "\n让位于  SUM006、VAL004（" in page(BALANCE)


def test_a_document_keeps_its_shape() -> None:
    text = "一、总体情况\r\n\t行政许可\n\n  两格\n"
    shown = page(with_example(Example("text", "文本", {"text": text}, "2021")))
    assert shown.endswith(
        "      文本文件：\n        一、总体情况\n            行政许可\n\n          两格\n"
    )


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [20, 40, 60, 72, 100, 200])
def test_no_line_is_too_wide(language: Language, width: int) -> None:
    lines = both((BALANCE, UNIT), Canvas(language, width)).split("\n")
    assert max(map(cell_len, lines)) <= min(width, 120)


@pytest.mark.parametrize("width", [0, 1, 20, 40])
def test_a_narrow_canvas_loses_nothing(width: int) -> None:
    def squeezed(text: str) -> str:
        return re.sub(r"\s", "", text)

    for rule in (BALANCE, UNIT):
        assert squeezed(page(rule, width=width)) == squeezed(page(rule))
    shown = squeezed(table(BALANCE, UNIT, width=width))
    assert "申请数量与办理结果不平request-balance" in shown


@pytest.mark.parametrize("width", [40, 100])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_without_colour_all_is_plain_and_fits_gbk(language: Language, width: int) -> None:
    rules = tuple(
        renamed(f"{letters}001", rule) for letters in FAMILIES for rule in (BALANCE, UNIT)
    )
    shown = both(rules, Canvas(language, width))
    assert "\x1b" not in shown
    assert shown.encode("gbk").decode("gbk") == shown
    assert all(line == line.rstrip() for line in shown.split("\n"))


@pytest.mark.parametrize("width", [40, 100])
def test_colour_adds_nothing_but_colour(width: int) -> None:
    plain = both((BALANCE, UNIT), Canvas("zh", width))
    coloured = both((BALANCE, UNIT), Canvas("zh", width, colour=True))
    assert "\x1b[1;31m错误" in coloured
    assert "\x1b[1;32m正例" in coloured
    uncoloured = "\n".join(line.rstrip() for line in _ANSI.sub("", coloured).split("\n"))
    assert uncoloured.replace("─", "-") == plain


HOSTILE = "[red]:smile:[/red]\x1b[31m\x07\u202e倒\x9b2J\x00\ud800\r\n没有规则\t"


def _evil() -> Rule:
    hostile = Text(HOSTILE, HOSTILE)
    source = {"set": {HOSTILE: HOSTILE, "/x": [HOSTILE]}, "remove": [HOSTILE], "html": HOSTILE}
    example = Example(HOSTILE, HOSTILE, source, HOSTILE, (Expected(HOSTILE, HOSTILE),))
    texts = replace(
        BALANCE.texts(),
        title=hostile, why=hostile, fix=hostile, message=hostile,
        basis=(HOSTILE,), examples=(example,),
    )  # fmt: skip
    return replace(
        BALANCE,
        code=HOSTILE,
        name=HOSTILE,
        severity=(Case({HOSTILE: HOSTILE}, Severity.ERROR),),
        editions=(HOSTILE,),
        since=HOSTILE,
        texts=lambda: texts,
        yields_to=frozenset({HOSTILE}),
        aliases=(HOSTILE,),
    )


@pytest.mark.parametrize("width", [30, 100])
@pytest.mark.parametrize("colour", [True, False])
def test_hostile_text_is_shown_and_does_nothing(width: int, colour: bool) -> None:  # noqa: FBT001
    shown = _ANSI.sub("", both((_evil(),), Canvas("zh", width, colour)))
    assert shown.replace("\n", "").isprintable()
    assert re.sub(r"\s", "", shown).count(r"[red]:smile:[/red]\x1b[31m\x07\u202e倒\x9b2J\x00") >= 12


def test_hostile_text_comes_back_from_json() -> None:
    text = catalogue_json([_evil()])
    text.encode("utf-8")
    assert not {"\x1b", "\x9b", "\u202e", "\x07"} & set(text)
    assert json.loads(text)["rules"][0]["title"]["zh"] == HOSTILE


def test_every_builtin_rule_is_shown() -> None:
    rules = tuple(Builtin().nianbao_rules())
    assert {rule.family for rule in rules} <= FAMILIES.keys()
    assert [rule["code"] for rule in parsed(*rules)] == [rule.code for rule in rules]
    for language in ("zh", "en"):
        shown = both(rules, Canvas(language, 80))
        assert max(map(cell_len, shown.split("\n"))) <= 80
        assert all(shown.count(rule.name) >= 2 for rule in rules)


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
    done = subprocess.run(
        command, check=True, capture_output=True, encoding="utf-8", cwd=_GOLDEN.parents[2]
    )
    assert done.stdout.split() == ["False", "True"]
