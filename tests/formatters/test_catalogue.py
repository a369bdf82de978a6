"""Does a person learn from the output all that the rules say of themselves?"""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from rich.cells import cell_len

from nianbao.builtin import Builtin
from nianbao.formatters.catalogue import catalogue_table, explanation
from nianbao.formatters.catalogue_words import FAMILIES
from nianbao.model.place import Place
from nianbao.model.text import Language, Text
from nianbao.protocols import Canvas
from nianbao.result import Finding
from nianbao.rule import Case, Example, Rule, Severity
from nianbao.trial import Trial
from tests.formatters.catalogue_rules import BALANCE, UNIT, hostile, renamed, with_example

_GOLDEN = Path(__file__).parent / "golden"
_ANSI = re.compile(r"\x1b\[[0-9;]*m")


def table(*rules: Rule, language: Language = "zh", width: int = 100) -> str:
    return catalogue_table(rules, Canvas(language, width))


def page(rule: Rule, language: Language = "zh", width: int = 100) -> str:
    return explanation(rule, Canvas(language, width))


def both(rules: tuple[Rule, ...], canvas: Canvas) -> str:
    return catalogue_table(rules, canvas) + "".join(explanation(rule, canvas) for rule in rules)


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


def test_families_stand_in_their_order_and_rules_in_that_of_their_codes() -> None:
    codes = ["ZZZ001", "AGG004", "SUM002", "ABC001", "SUM001", "DOC009", "LAB001"]
    lines = table(*map(renamed, codes), width=40).split("\n")
    heads = [re.sub(r"错误  (\w+).*", r"\1", line) for line in lines[:-3] if line[:1].strip()]
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
        ({"alone": True, "loose": True}, "其下的行还在，说法可以", "are there, the words may mean"),
        ({"qualified": True}, "说法带有限定", "the claim is qualified"),
        ({"contradicts": True}, "同一格有两个不同的数字", "has two different numbers"),
        ({"loose": False}, "loose = 否", "loose = no"),
        ({"bound": True, "odd": False}, "数据格齐全 = 是，odd = 否", "complete = yes, odd = no"),
    ],
)
def test_conditions_of_a_severity(when: Mapping[str, object], zh: str, en: str) -> None:
    rule = UNIT._replace(severity=(Case(when, Severity.ERROR), Case({}, Severity.INFO)))
    assert zh in page(rule)
    assert "\n        提示：其余情形\n" in page(rule)
    assert en in page(rule, "en")
    assert "info: otherwise\n" in page(rule, "en")


def test_what_a_rule_lacks_is_left_out() -> None:
    bare = BALANCE.texts()._replace(examples=())
    shown = page(BALANCE._replace(yields_to=frozenset(), texts=lambda: bare))
    assert not {"例子", "让位于", "曾用名", "合并"} & set(re.split(r"\s+", shown))
    assert "\n让位于  SUM006、VAL004（" in page(BALANCE)


def test_a_document_keeps_its_shape() -> None:
    text = "一、总体情况\r\n\t行政许可\n\n  两格\n"
    shown = page(with_example(Example("text", "文本", {"text": text}, "2021")))
    assert shown.endswith(
        "      文本文件：\n        一、总体情况\n            行政许可\n\n          两格\n"
    )


def test_a_near_miss_is_called_one() -> None:
    near = with_example(Example("dash", "只有横线", {"text": "-"}, "2021", near=True))
    assert page(near).endswith(
        "\n\n正例  只有横线\n      dash · 似错非错\n      文本文件：\n        -\n"
    )
    assert "dash · a near miss\n" in page(near, "en")


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


@pytest.mark.parametrize("width", [30, 100])
@pytest.mark.parametrize("colour", [True, False])
def test_hostile_text_is_shown_and_does_nothing(width: int, colour: bool) -> None:  # noqa: FBT001
    shown = _ANSI.sub("", both((hostile(),), Canvas("zh", width, colour)))
    assert shown.replace("\n", "").isprintable()
    assert re.sub(r"\s", "", shown).count(r"[red]:smile:[/red]\x1b[31m\x07\u202e倒\x9b2J\x00") >= 12


def test_every_builtin_rule_is_shown() -> None:
    rules = tuple(Builtin().nianbao_rules())
    assert {rule.family for rule in rules} <= FAMILIES.keys()
    for language in ("zh", "en"):
        shown = both(rules, Canvas(language, 80))
        assert max(map(cell_len, shown.split("\n"))) <= 80
        assert all(shown.count(rule.name) >= 2 for rule in rules)


_AT = "/requests/results/total/natural_person"


def _found(message: Text) -> Finding:
    return Finding(BALANCE, Severity.WARNING, message, Place(_AT, "表三"), (), {}, "f")


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("zh", f"      找出：{_AT}（警告）\n        差了1件\n"),
        ("en", f"      finds: {_AT} (warning)\n        one is lost\n"),
    ],
)
def test_what_an_example_gives_is_shown_where_it_was_tried(language: Language, lines: str) -> None:
    lost = BALANCE.texts().examples[1]
    trial = Trial(BALANCE, lost, (_found(Text("差了1件", "one is lost")),))
    shown = explanation(BALANCE, Canvas(language), [trial])
    assert shown.endswith(lines)
    assert "“自然人”列不平" not in shown


def test_what_an_example_says_is_shown_where_it_could_not_be_tried() -> None:
    trial = Trial(BALANCE, BALANCE.texts().examples[1], trouble=Text("读不出", "not read"))
    assert explanation(BALANCE, Canvas("zh"), [trial]) == page(BALANCE)


def test_variants_of_an_example_are_named_and_not_repeated() -> None:
    first = BALANCE.texts().examples[0]._replace(others=("去年", "上年"))
    variant = first._replace(key="all-zero-2", others=(), is_variant=True)
    texts = BALANCE.texts()._replace(examples=(first, variant))
    shown = page(BALANCE._replace(texts=lambda: texts))
    assert "\n      换成这些说法也一样：去年、上年\n" in shown
    assert "all-zero-2" not in shown
