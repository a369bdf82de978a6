"""A finding in text stands where its words do, and else at the heading of its part."""

import pytest

from tests.invented import as_json, check, data, document, excerpt, read, shown

_TEXT = "2024年，我镇收到政府信息公开申请 3件，其他工作有序开展。"
_WORDS = "我镇收到政府信息公开申请3件"
_OVERVIEW = "/sections/overview"


def _report(text: str) -> dict[str, object]:
    return data({f"{_OVERVIEW}/text": text})


@pytest.mark.parametrize("style", ["clean", "text"])
def test_words_of_a_part(style: str) -> None:
    source = document(style=style, report=_report(_TEXT))
    suffix = ".txt" if style == "text" else ".html"
    span = read(source, suffix).locate_words(_OVERVIEW, _WORDS)
    assert span is not None
    assert shown(excerpt(source, span)).replace(" ", "") == _WORDS


def test_words_in_several_tags() -> None:
    source = document(report=_report(_TEXT)).replace("公开申请", "公开<b>申</b><i>请</i>\n")
    span = read(source).locate_words(_OVERVIEW, _WORDS)
    assert span is not None
    assert "".join(shown(excerpt(source, span)).split()) == _WORDS
    assert span.end_line == span.line + 1


def test_words_in_json() -> None:
    source = as_json(_report(_TEXT))
    span = read(source, ".json").locate_words(_OVERVIEW, _WORDS)
    assert span is not None
    assert excerpt(source, span).replace(" ", "") == _WORDS


@pytest.mark.parametrize("suffix", [".html", ".json"])
@pytest.mark.parametrize(
    ("pointer", "words"),
    [
        (_OVERVIEW, "我镇收到政府信息公开申请4件"),
        (_OVERVIEW, " "),
        ("/sections/none", "我镇"),
        ("", "我镇"),
    ],
)
def test_words_that_are_not_met(suffix: str, pointer: str, words: str) -> None:
    report = _report(_TEXT)
    source = as_json(report) if suffix == ".json" else document(report=report)
    assert read(source, suffix).locate_words(pointer, words) is None


def test_a_long_quotation_is_shown_by_its_beginning() -> None:
    text = "我镇认真开展工作，" + "公开各类信息，" * 30
    source = as_json(_report(text))
    span = read(source, ".json").locate_words(_OVERVIEW, text)
    assert span is not None
    assert excerpt(source, span) == text[:80]


def test_a_finding_stands_at_its_words() -> None:
    source = document(report=_report(_TEXT))
    spans = [each.place.span for each in check(source).findings if each.rule.code == "TXT002"]
    assert [shown(excerpt(source, span)).replace(" ", "") for span in spans if span] == [_WORDS]


def test_a_finding_whose_words_are_written_otherwise_stands_at_the_heading() -> None:
    source = as_json(_report(_TEXT)).replace("收到政府", r"\u6536到政府")
    spans = [
        each.place.span for each in check(source, ".json").findings if each.rule.code == "TXT002"
    ]
    assert [excerpt(source, span) for span in spans if span] == ["一、总体情况"]
