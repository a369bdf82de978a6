"""Texts are compared by the words that are their own."""

import pytest

from nianbao.prose.duplicates import duplicates
from nianbao.prose.organs import organ_named
from nianbao.prose.shingles import likeness, masked, parts_of, shingles_of, whole_of
from tests.invented_years import facts

_ORGAN = organ_named("青禾县云溪镇人民政府")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("本年公开信息120条，办结3件。", "本年公开信息8条，办结15件。"),
        ("占比12.5%。", "占比3%。"),
        ("青禾县云溪镇人民政府召开会议。", "云溪镇召开会议。"),
        ("按照《青禾县公开办法》清理。", "按照《云州市条例》清理。"),
        ("一是更新栏目，二是培训。", "1.更新栏目，2.培训。"),
        ("（一）主动公开。更新栏目。", "（二）主动公开情况。更新栏目。"),
        ("2023年更新栏目", "2024年度更新栏目"),
        ("更新 栏目。\n培训", "更新栏目，培训"),
    ],
)
def test_what_does_not_count(one: str, other: str) -> None:
    assert masked(one, _ORGAN).replace("情况", "") == masked(other, _ORGAN).replace("情况", "")
    assert masked(one, _ORGAN)


def test_without_an_organ_names_stay() -> None:
    assert "云溪镇" in masked("云溪镇召开会议", None)


def test_shingles_are_runs_of_five() -> None:
    assert shingles_of("更新公开栏目录", None) == {"更新公开栏", "新公开栏目", "公开栏目录"}
    assert shingles_of("更新公", None) == frozenset()


def test_likeness() -> None:
    one = frozenset("abcd")
    assert likeness(one, one) == 1
    assert likeness(one, frozenset("abef")) == pytest.approx(1 / 3)
    assert likeness(one, frozenset()) == 0
    assert likeness(frozenset(), frozenset()) == 0


def test_the_preface_does_not_count() -> None:
    kept = facts(cells={"/preface": "我们另外写了一大段很长的话放在前面"})
    assert "/preface" not in parts_of(kept.report)
    assert whole_of(kept) == whole_of(facts())
    assert whole_of(kept) is whole_of(kept)


def test_duplicates_name_the_part_most_alike() -> None:
    last = facts(2023)
    (found,) = duplicates(facts(), [last])
    assert (found.facts, found.place, found.percent) == (last, "/sections/overview", 100)


def test_no_duplicate_below_nine_tenths() -> None:
    other = facts(2023, {"/sections/problems/text": "村务公开栏更新慢，改由监督委员会每月检查。"})
    assert 0.5 < likeness(whole_of(facts()), whole_of(other)) < 0.9
    assert list(duplicates(facts(), [other])) == []


def test_a_report_of_few_words_repeats_nobody() -> None:
    cells = {"/sections/overview/text": "依法公开政府信息，及时更新栏目。"}
    assert whole_of(facts(cells=cells))
    assert list(duplicates(facts(cells=cells), [facts(2023, cells)])) == []
