"""Crawled text is read as the crawler left it: a cell a line, led by a TAB."""

import re

import pytest

from nianbao.model.cell import State
from nianbao.protocols import ReadOptions, Source
from nianbao.readers.text import read as read_text
from tests.invented import check, data, document, found, read

_TEXT = document(style="text")
_CELL = "/requests/received/other"


def test_it_is_the_reader_of_text() -> None:
    assert check(_TEXT, ".txt").reader == "text"
    assert check(_TEXT, ".md").reader == "text"
    assert check(_TEXT, "").reader == "text"


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_all_is_read(edition: str) -> None:
    text = document(style="text", edition=edition)
    report = read(text, ".txt")
    page = read(document(edition=edition))
    assert report.content == page.content
    assert report.sections == page.sections
    assert (report.title, report.preface, report.period) == (page.title, page.preface, page.period)


@pytest.mark.parametrize("gap", ["\n\n", "\n\n\n\n", "\n \n", "\n\u00a0\n", "\n\u3000\n\n"])
def test_any_blank_lines_part_rows(gap: str) -> None:
    assert read(_TEXT.replace("\n\n\t", f"{gap}\t"), ".txt").content == read(_TEXT, ".txt").content


@pytest.mark.parametrize(
    "broken", ["上一年\n\n项目数量", "上一年\n项目数量", "上一年\n \n\n项目数量"]
)
def test_a_break_inside_a_cell(broken: str) -> None:
    text = document(style="text", edition="2019")
    assert "\t上一年项目数量\n" in text
    assert found(check(text.replace("\t上一年项目数量\n", f"\t{broken}\n"), ".txt")) == []


def test_a_label_over_two_lines() -> None:
    assert found(check(_TEXT.replace("\t（三）不予公开\n", "\t（三）\n不予公开\n"), ".txt")) == []


def test_a_heading_ends_a_table() -> None:
    text = _TEXT.replace("\n\n\n三、收到", "\n三、收到")
    assert list(read(text, ".txt").sections) == list(data()["sections"])
    assert found(check(text, ".txt")) == []


def test_a_sentence_ends_a_table() -> None:
    note = "以上数据由县司法局提供。"
    text = _TEXT.replace("\n\n\n三、收到", f"\n{note}\n三、收到")
    assert read(text, ".txt").sections["disclosure"].text == note


def test_a_sentence_between_the_rows_of_a_table_splits_it_only() -> None:
    text = _TEXT.replace("\n\t第二十条第（五）项", "\n以下为行政许可情况。\n\t第二十条第（五）项")
    assert found(check(text, ".txt")) == []


def test_words_behind_a_number_are_no_part_of_its_cell() -> None:
    text = _TEXT.replace("\t行政强制\n\t0\n", "\t行政强制\n\t0\n说明\n")
    assert read(text, ".txt").cell("/disclosure/coercion/decisions").raw == "0"


def test_a_table_at_the_end_of_the_text() -> None:
    text = _TEXT[: _TEXT.index("五、存在的主要问题")].rstrip()
    report = read(text, ".txt")
    assert report.content == read(_TEXT, ".txt").content


@pytest.mark.parametrize("blank", ["", " ", "\u00a0", "\u3000 ", "\u200b"])
def test_blank_cells(blank: str) -> None:
    text = document({_CELL: blank}, style="text")
    assert read(text, ".txt").cell(_CELL).state is State.BLANK
    assert found(check(text, ".txt")) == [("VAL001", _CELL)]


@pytest.mark.parametrize("padded", [" 7", "7\u00a0", "\u00a07 ", "　7"])
def test_spaces_around_values(padded: str) -> None:
    assert read(document({_CELL: padded}, style="text"), ".txt").cell(_CELL).raw == "7"


def test_lost_blank_cells_leave_the_row_unread() -> None:
    text = _TEXT.replace("\t四、结转下年度继续办理\n", "\t四、结转下年度继续办理\n\t5\n\n\t备\n", 1)
    assert ("TAB006", "/requests/carried_out") in found(check(text, ".txt"))


def test_a_stray_empty_row() -> None:
    text = _TEXT.replace("\n\t第二十条第（八）项", "\n\t\u00a0\n\t\n\n\t第二十条第（八）项")
    assert found(check(text, ".txt")) == [("TAB008", "/disclosure/extra_rows/0")]
    (extra,) = read(text, ".txt").tables["disclosure"].extra_rows
    assert extra == ("/disclosure/coercion", "", ("", ""))


def test_characters_that_mark_the_stream_are_replaced() -> None:
    text = document({_CELL: "\ufdd3\ufdd2"}, style="text")
    assert read(text, ".txt").cell(_CELL).raw == "\ufffd\ufffd"


def test_nothing_but_text() -> None:
    checked = check("关于召开会议的通知\n各科室：\n\t见附件", ".txt")
    assert checked.status == "other"
    assert found(checked) == [("DOC001", "")]


def test_reader_itself() -> None:
    source = Source("x.txt", _TEXT, _TEXT.encode(), "utf-8")
    assert read_text(source, ReadOptions()).year == 2024


@pytest.mark.parametrize("begin", ["", "| "])
def test_blank_cells_that_hold_line_ends_are_cells(begin: str) -> None:
    cells = dict.fromkeys(("issued", "repealed", "in_force"), "")
    blank = {f"/disclosure/regulations/{column}": text for column, text in cells.items()}
    text = re.sub(r"(?m)^\|(.*)$", rf"{begin}\1", document(style="markdown"))
    text = re.sub(r"规章 ?\| ?0 ?\| ?0 ?\| ?0 ?\|", "规章 |\n|\n|\n|", text)
    assert "规章 |\n|\n|\n|" in text
    assert read(text, ".txt").content == read(document(blank)).content
    assert found(check(text, ".txt")) == [("VAL001", "/disclosure/regulations/issued")]


@pytest.mark.parametrize("words", ["", "具体数据如下：\n", "具体情况见下表。\n"])
def test_a_text_that_lost_all_its_tables_is_one_finding(words: str) -> None:
    text = re.sub(r"(?:^\|.*\n)+", words, document(style="markdown"), flags=re.MULTILINE)
    assert found(check(text, ".txt")) == [("DOC007", "")]


@pytest.mark.parametrize("words", ["无。\n", "本年没有收到申请。\n", "行政许可见下表，共5件。\n"])
def test_words_instead_of_a_table_are_none(words: str) -> None:
    text = re.sub(r"(?:^\|.*\n)+", words, document(style="markdown"), flags=re.MULTILINE)
    assert ("TAB001", "/requests") in found(check(text, ".txt"))
