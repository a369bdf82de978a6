"""Sketches tell which reports may be alike, without the reports."""

import sys

import pytest

from nianbao.engine.sketches import (
    BANDS,
    MARGIN,
    VALUES,
    WIDTH,
    NoSketchesError,
    likely_pairs,
    sketch_of,
)
from nianbao.model.facts import Facts
from nianbao.model.report import Report
from nianbao.prose.duplicates import LEAST
from tests.invented_years import facts

_OTHER = {
    "/sections/overview/text": "全镇围绕群众关心的事项公开信息，把惠农补贴名单贴到村务公开栏。",
    "/sections/problems/text": "村务公开栏更新慢，改由村监督委员会每月检查一次。",
    "/sections/other_matters/text": "向县档案馆移交历年公开文件，请老党员监督。",
}


def test_a_sketch_is_small_and_the_same_each_time() -> None:
    assert sketch_of(facts()) == sketch_of(facts(2023))
    assert len(sketch_of(facts())) == 512
    assert sketch_of(facts(cells=_OTHER)) != sketch_of(facts())


def test_no_words_no_sketch() -> None:
    assert sketch_of(Facts("a", Report())) == b""


def test_likely_pairs_stand_once_in_order() -> None:
    same, other = sketch_of(facts()), sketch_of(facts(cells=_OTHER))
    sketches = {"c": same, "b": other, "a": same, "empty": b"", "d": same, "e": other}
    assert list(likely_pairs(sketches.items())) == [("c", "a"), ("c", "d"), ("a", "d"), ("b", "e")]


def test_what_is_hardly_changed_is_still_likely() -> None:
    changed = {"/sections/other_matters/text": "本年发出收费通知，收取信息处理费。没有其他事项。"}
    sketches = {"a": sketch_of(facts()), "b": sketch_of(facts(cells=changed))}
    assert list(likely_pairs(sketches.items())) == [("a", "b")]


def test_the_bands_are_those_of_the_library() -> None:
    from datasketch import MinHashLSH  # it takes a second to load

    index = MinHashLSH(threshold=LEAST - MARGIN, num_perm=VALUES, weights=(0.1, 0.9))
    assert (index.b, index.r) == (BANDS, WIDTH)


def test_without_the_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "datasketch", None)
    with pytest.raises(NoSketchesError, match="nianbao\\[audit\\]"):
        sketch_of(facts())
