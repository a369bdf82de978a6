"""Rules built by hand, with all that a rule can say of itself."""

from nianbao.model.text import Text
from nianbao.rule import Case, Confidence, Example, Expected, Rule, Severity, Texts

_BALANCE = Texts(
    title=Text("申请数量与办理结果不平", "Requests received and handled do not balance"),
    why=Text(
        "这是格式上印明的勾稽关系：收到的申请，不是当年办结，就是结转下年。",
        "The form itself prints this relation, for a request is answered or carried over.",
    ),
    fix=Text(
        "对照申请台账核对这一列的四项，找出漏填或重复的一格改正。",
        "Compare the four items with the register and correct the cell that is wrong.",
    ),
    message=Text(
        "“{column}”列不平：新收加结转为{left}，办理加结转下年度为{right}，差{difference}",
        "Column “{column}” does not balance: {left} against {right}, difference {difference}",
    ),
    basis=(
        "统一格式表三表头所印：第一项加第二项之和，等于第三项加第四项之和",
        "国办公开办函〔2021〕30号附件表三",
    ),
    examples=(
        Example("all-zero", "全年没有申请", {}, "2021"),
        Example(
            "one-lost",
            "新收10件，只有9件有去向",
            {
                "set": {
                    "/requests/received/natural_person": 10,
                    "/requests/carried_in/natural_person": None,
                    "/requests/results/total/natural_person": "9",
                    "/sections/overview/text": "（一）主动公开。全年86条。\n（二）依申请公开。无。",
                },
                "remove": ["/sections/problems"],
            },
            "2019",
            (
                Expected("/requests/results/total/natural_person", "“自然人”列不平"),
                Expected("/requests/results/total/total", "空白按0计", Severity.ERROR),
            ),
        ),
    ),
)
_UNIT = Texts(
    title=Text("数字后带了单位", "A unit stands behind the number"),
    why=Text("带单位的格汇总时读不出数。", "With a unit the cell cannot be added up."),
    fix=Text("删去单位，只留数字。", "Delete the unit and leave the number."),
    message=Text("填了“{value}”", "“{value}” has a unit"),
    basis=("统一格式各表的表头已写明“数量”“件数”",),
    examples=(
        Example(
            "page",
            "网页里只填数字",
            {"html": "<table>\n  <tr><td>行政许可</td><td>137</td></tr>\n</table>\n"},
            "2021",
        ),
        Example(
            "whole-text",
            "件数后带“件”",
            {"text": "二、主动公开政府信息情况\n\n\t行政许可\n\t137件\n"},
            "2021",
            (Expected("", "带有单位“件”", Severity.WARNING),),
        ),
    ),
)

HOSTILE = "[red]:smile:[/red]\x1b[31m\x07\u202e倒\x9b2J\x00\ud800\r\n没有规则\t"

BALANCE = Rule(
    code="SUM001",
    name="request-balance",
    severity=(Case({}, Severity.ERROR),),
    confidence=Confidence.CERTAIN,
    editions=("2019", "2021"),
    since="0.1.0",
    check=lambda _report: (),
    texts=lambda: _BALANCE,
    yields_to=frozenset({"VAL004", "SUM006"}),
)
UNIT = Rule(
    code="VAL003",
    name="unit-in-cell",
    severity=(
        Case({"edition": "2021", "column": "amount", "unit": "元"}, Severity.ERROR),
        Case({"year": [2019, 2020]}, Severity.INFO),
        Case({}, Severity.WARNING),
    ),
    confidence=Confidence.CUSTOMARY,
    editions=("2021",),
    since="0.2.0",
    check=lambda _report: (),
    texts=lambda: _UNIT,
    scope="years",
    one_per_row=True,
    aliases=("number-with-unit",),
)


def renamed(code: str, rule: Rule = BALANCE) -> Rule:
    """Return a rule with another code."""
    return rule._replace(code=code)


def with_example(example: Example) -> Rule:
    """Return a rule with this example alone."""
    texts = BALANCE.texts()._replace(examples=(example,))
    return BALANCE._replace(texts=lambda: texts)


def hostile() -> Rule:
    """Return a rule of which every word would harm a terminal."""
    evil = Text(HOSTILE, HOSTILE)
    source = {"set": {HOSTILE: HOSTILE, "/x": [HOSTILE]}, "remove": [HOSTILE], "html": HOSTILE}
    example = Example(HOSTILE, HOSTILE, source, HOSTILE, (Expected(HOSTILE, HOSTILE),))
    texts = BALANCE.texts()._replace(title=evil, why=evil, fix=evil, message=evil,
        basis=(HOSTILE,), examples=(example,),
    )  # fmt: skip
    return BALANCE._replace(
        code=HOSTILE,
        name=HOSTILE,
        severity=(Case({HOSTILE: HOSTILE}, Severity.ERROR),),
        editions=(HOSTILE,),
        since=HOSTILE,
        texts=lambda: texts,
        yields_to=frozenset({HOSTILE}),
        aliases=(HOSTILE,),
    )
