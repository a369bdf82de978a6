"""What becomes of the examples of a rule file?"""

from collections.abc import Mapping
from typing import Any

import pytest

from nianbao.declarative.entries import texts_of
from nianbao.rule import Example, Expected, Severity

_TEXT = {"zh": "话", "en": "words"}


def _examples(*entries: Mapping[str, Any]) -> tuple[Example, ...]:
    keys = ("title", "why", "fix", "message")
    entry = {**dict.fromkeys(keys, _TEXT), "basis": ["依据"], "examples": entries}
    return texts_of(entry, ("2019", "2021")).examples


def test_an_example_is_taken_as_it_stands() -> None:
    finds = [{"at": "/year", "says": "年", "severity": "info"}]
    entry = {"key": "one", "title": "一个", "set": {"/year": 2020}, "edition": "2019"}
    assert _examples({**entry, "finds": finds}) == (
        Example(
            "one", "一个", {"set": {"/year": 2020}}, "2019",
            (Expected("/year", "年", Severity.INFO),),
        ),
    )  # fmt: skip


def test_a_near_miss_is_marked() -> None:
    near, plain = _examples(
        {"key": "one", "title": "一个", "near": True}, {"key": "two", "title": "两个"}
    )
    assert near.near
    assert not plain.near


def test_the_edition_is_the_newest_unless_it_is_named() -> None:
    assert _examples({"key": "one", "title": "一个"})[0].edition == "2021"


def test_an_example_with_several_words_is_one_for_each_of_them() -> None:
    first, second, third = _examples(
        {
            "key": "words",
            "title": "几种说法",
            "each": ["去年", "上年", "往年"],
            "set": {"/preface": "与{each}相比，{each}的好", "/x": ["{each}", {"y": "{each}"}, 3]},
            "finds": [{"at": "/preface", "says": "“{each}”"}],
        }
    )
    assert [each.key for each in (first, second, third)] == ["words", "words-2", "words-3"]
    assert first.source["set"]["/preface"] == "与去年相比，去年的好"
    assert third.source["set"]["/x"] == ["往年", {"y": "往年"}, 3]
    assert second.finds == (Expected("/preface", "“上年”"),)
    assert (first.others, first.is_variant) == (("上年", "往年"), False)
    assert (second.others, second.is_variant) == ((), True)


@pytest.mark.parametrize("kind", ["text", "html"])
def test_words_stand_in_whole_documents_too(kind: str) -> None:
    examples = _examples({"key": "one", "title": "一个", "each": ["甲", "乙"], kind: "{each}县"})
    assert [each.source for each in examples] == [{kind: "甲县"}, {kind: "乙县"}]
