"""Are the passages that two reports share set side by side?"""

from nianbao.prose.beside import shared_passages, told_beside
from tests.invented_years import facts, organ

_OVERVIEW = "/sections/overview/text"
_WORDS = "把惠农补贴的发放名单贴到村务公开栏。请老党员监督发放的全部过程。办好便民大厅的查阅点。"


def test_what_is_the_same_but_for_figures_and_names_stands_side_by_side() -> None:
    this = facts(
        cells={_OVERVIEW: f"全局接待群众12次查阅文件。{_WORDS}", "/organ": organ("档案局")}
    )
    last = facts(2023, {_OVERVIEW: f"这一句只有上年才有。全局接待群众7次查阅文件。{_WORDS}"})
    (first, *_) = [each for each in shared_passages(this, last) if "overview" in each.place]
    assert (first.place, first.other_place) == ("/sections/overview", "/sections/overview")
    assert first.text == f"全局接待群众12次查阅文件。{_WORDS}"
    assert first.other_text == f"全局接待群众7次查阅文件。{_WORDS}"


def test_words_that_moved_to_another_part_are_found_there() -> None:
    this = facts(cells={_OVERVIEW: "本年换了写法。", "/sections/problems/text": _WORDS})
    last = facts(2023, {_OVERVIEW: _WORDS, "/sections/problems/text": "上年写的是别的。"})
    told = told_beside(this, last)[0]
    assert (told["place"], told["other_place"]) == ("/sections/problems", "/sections/overview")
    assert told["other_label"] == "一、总体情况"


def test_few_passages_are_shown_and_none_of_other_words() -> None:
    long = "。".join(
        f"第{word}项工作的信息按时公开并安排专人更新{word * 3}" for word in "甲乙丙丁" * 9
    )
    one, other = facts(cells={_OVERVIEW: long}), facts(2023, {_OVERVIEW: long})
    shown = shared_passages(one, other)
    assert len(shown) == 3
    assert all(len(each.text) < 200 for each in shown)
    assert not any(
        each.place == "/sections/overview"
        for each in shared_passages(one, facts(2023, {_OVERVIEW: _WORDS}))
    )
