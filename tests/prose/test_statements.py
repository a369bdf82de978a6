"""Figures in prose are told apart by what they count, whose they are and of which year."""

import pytest

from nianbao.prose.numbers import figures_in, numeral
from nianbao.prose.statements import statements_of
from tests.invented import as_json, data, read


def _claims(text: str) -> list[tuple[str, object]]:
    report = read(as_json(data({"/sections/overview/text": text})).encode(), ".json")
    return [
        (mention.topic, mention.value)
        for statement in statements_of(report)
        for mention in statement.mentions
        if statement.place == "/sections/overview" and mention.is_claim
    ]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("新收政府信息公开申请4件，上年结转1件", [("received", 4), ("carried_in", 1)]),
        ("我镇收到4件申请，办结十二件", [("got", 4), ("handled", 12)]),
        ("未收到政府信息公开申请，也没有上年结转的申请", [("got", 0), ("carried_in", 0)]),
        ("政府信息公开申请数量为零", [("got", 0)]),
        ("政府信息公开行政复议、行政诉讼均为0件", [("remedies", 0)]),
        ("因本机关不掌握相关政府信息，无法提供3件", [("not_held", 3)]),
        ("收到申请4件，结转至2025年1件", [("got", 4), ("carried_out", 1)]),
    ],
)
def test_claims(text: str, claims: list[tuple[str, object]]) -> None:
    assert _claims(text) == claims


@pytest.mark.parametrize(
    "text",
    [
        "2023年收到政府信息公开申请3件",
        "上年收到政府信息公开申请3件",
        "全县收到政府信息公开申请3件",
        "未收到上级转来的政府信息公开申请",
        "收到涉及征地、拆迁的政府信息公开申请3件",
        "通过网络，收到政府信息公开申请3件",
        "收到政府信息公开申请30余件",
        "1—6月收到政府信息公开申请3件",
        "2025年计划制定行政规范性文件3件",
        "全镇14个村（社区）收到申请20件",
        "《某县2024年收到政府信息公开申请3件的通报》",
        "全年行政诉讼案件3件，均与政府信息公开无关",
    ],
)
def test_no_claim(text: str) -> None:
    assert _claims(text) == []


@pytest.mark.parametrize(
    ("words", "number"), [("十二", 12), ("一百零三", 103), ("两千", 2000), ("零", 0)]
)
def test_numerals(words: str, number: int) -> None:
    assert numeral(words) == number


def test_words_that_are_no_units() -> None:
    assert figures_in("高效办成一件事，3个月内，第二十条，新条例，一次性告知") == []
    assert [(each.value, each.exact) for each in figures_in("近10件、１２件、5余条")] == [
        (10, False),
        (12, True),
        (5, False),
    ]


@pytest.mark.parametrize("digits", ["9" * 5000, "1" * 100_000, "1" + ",111" * 5000])
def test_an_endless_run_of_digits_is_no_figure(digits: str) -> None:
    assert figures_in(f"主动公开信息{digits}条，收到申请3件") == figures_in(
        "，" * len(f"主动公开信息{digits}条") + "收到申请3件".rjust(7, "，")
    )


def test_what_names_hundreds_of_figures_is_no_sentence() -> None:
    assert len(_claims("收到申请3件，" * 300)) == 300
    assert _claims("收到申请3件，" * 301 + "。") == []
    assert len(_claims("收到申请3件，" * 301 + "。收到申请3件。")) == 1
