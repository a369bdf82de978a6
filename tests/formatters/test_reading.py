"""Does a person, and other software, learn from a reading all that it holds?"""

import json
from pathlib import Path
from typing import get_args

import jsonschema
import pytest
from rich.cells import cell_len

from nianbao.formatters import reading_words as words
from nianbao.formatters.reading import reading_json, reading_page
from nianbao.model import reading as model
from nianbao.model.cell import State
from nianbao.model.place import Span
from nianbao.model.reading import Ignored, Item, Label, Reading, RowRead, Stray
from nianbao.model.report import Report
from nianbao.model.text import Language
from nianbao.protocols import Canvas, Told
from tests.formatters.reading_sample import SAMPLE

_ROOT = Path(__file__).parents[2]
_GOLDEN = Path(__file__).parent / "golden"
_SCHEMA = json.loads((_ROOT / "schemas/reading-v1.schema.json").read_text(encoding="utf-8"))
_JUDGE = jsonschema.Draft202012Validator(_SCHEMA)


def page(
    reading: Reading = SAMPLE, language: Language = "zh", width: int = 100, *, in_full: bool = False
) -> str:
    return reading_page(reading, Canvas(language, width), in_full=in_full)


def with_labels(*labels: Label) -> Reading:
    rows = tuple(RowRead(label, ()) for label in labels)
    return SAMPLE._replace(tables=(SAMPLE.tables[0]._replace(rows=rows),))


@pytest.mark.parametrize("in_full", [False, True])
@pytest.mark.parametrize(("language", "width"), [("zh", 100), ("zh", 40), ("en", 80)])
def test_golden(language: Language, width: int, *, in_full: bool) -> None:
    name = f"reading{'-all' if in_full else ''}-{language}-{width}.txt"
    said = page(language=language, width=width, in_full=in_full)
    assert said == (_GOLDEN / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [20, 40, 72, 80, 100, 200])
def test_no_line_is_wider_than_the_canvas(language: Language, width: int) -> None:
    for in_full in (False, True):
        lines = page(language=language, width=width, in_full=in_full).split("\n")
        assert max(map(cell_len, lines)) <= min(width, 120)


def test_json_is_as_the_schema_describes_it() -> None:
    _JUDGE.check_schema(_SCHEMA)
    for language in ("zh", "en"):
        whole = json.loads(reading_json(SAMPLE, language))
        _JUDGE.validate(whole)
        assert whole["language"] == language
    (unread,) = whole["tables"][0]["unread"]
    assert unread["reason"] == "1 cell expected, 2 met"


def test_json_holds_numbers_as_numbers_and_raw_texts_as_met() -> None:
    first, second, third = json.loads(reading_json(SAMPLE, "zh"))["tables"][0]["rows"]
    assert [each.get("value") for each in second["cells"]] == [3, 1234, None]
    assert third["cells"][0]["value"] == 18.4719
    assert third["cells"][0]["changes"] == ["converted"]
    assert first["cells"][2]["raw"] == "约10"
    assert first["dropped"] == {"blank": 2, "label": 1}
    assert (first["met"], first["differs"], first["line"]) == ("规 章", ["spacing"], 20)


@pytest.mark.parametrize(
    ("known", "said"),
    [
        (get_args(model.Match), words.MATCHES),
        (get_args(model.Difference), words.DIFFERENCES),
        (get_args(model.Change), words.CHANGES),
        (get_args(model.DroppedKind), words.DROPPED),
        (get_args(Told), words.ENCODINGS),
        ([state for state in State if state is not State.OK], words.STATES),
    ],
)
def test_nothing_is_without_words(known: tuple[str, ...], said: dict[str, object]) -> None:
    assert set(said) == set(known)


def test_the_schema_knows_every_word_of_the_model() -> None:
    kinds = _SCHEMA["$defs"]
    label = kinds["label"]["properties"]
    assert label["match"]["enum"] == list(get_args(model.Match))
    assert label["differs"]["items"]["enum"] == list(get_args(model.Difference))
    assert kinds["cell"]["properties"]["changes"]["items"]["enum"] == list(get_args(model.Change))
    assert kinds["cell"]["properties"]["state"]["enum"] == list(map(str, State))
    told = _SCHEMA["properties"]["encoding"]["properties"]["told"]["enum"]
    assert told == list(get_args(Told))


def test_labels_as_the_form_has_them_are_counted_and_listed_in_full_alone() -> None:
    exact = [Label(f"/r/{n}", f"甲{n}", f"甲{n}", f"甲{n}", "exact") for n in range(18)]
    brief = page(with_labels(*exact))
    assert "18 行与格式完全一致" in brief
    assert "甲3" not in brief
    assert "甲3" in page(with_labels(*exact), in_full=True)


def test_labels_written_otherwise_alike_are_shown_by_the_first_ones() -> None:
    alike = [
        Label(f"/r/{n}", f"甲{n}", f"甲{n}", f"甲 {n}", "normalised", ("spacing",))
        for n in range(9)
    ]
    other = Label("/r/9", "乙", "乙", "丙", "similar")
    said = page(with_labels(*alike, other))
    assert "9 行只是写法不同（空格或换行），1 行与格式相近" in said
    assert "“甲 4”" in said
    assert "“甲 5”" not in said
    assert "“丙” → 乙" in said
    assert "还有 4 处，用 --all 看全部" in said


def test_long_lists_are_cut_and_told_in_full_on_demand() -> None:
    strays = tuple(Stray("added", (f"行{n}", "1")) for n in range(33))
    reading = SAMPLE._replace(tables=(SAMPLE.tables[0]._replace(strays=strays),))
    brief = page(reading)
    assert "行19" in brief
    assert "行20" not in brief
    assert "还有 13 处，用 --all 看全部" in brief
    assert "行32" in page(reading, in_full=True)


def test_blanks_are_said_to_count_as_they_do() -> None:
    assert "2 格空白" in page()
    assert "空白在合计中按0计" in "".join(page().split())
    strict = SAMPLE._replace(report=Report(blank="strict", edition=SAMPLE.report.edition))
    assert "空白所在的合计不检查" in "".join(page(strict).split())


def test_no_document_writes_to_the_terminal_by_itself() -> None:
    evil = "\x1b[31m红\u202e\n假行"
    label = Label("/r/1", "甲", "甲", evil, "similar", (), Span(1, 1, 1, 2))
    reading = with_labels(label)._replace(
        path=evil,
        report=Report(title=evil, signature=evil, links=((evil, evil),)),
        ignored=(Ignored("before", 1, (Item(evil),)),),
    )
    for in_full in (False, True):
        said = page(reading, in_full=in_full)
        assert "\x1b" not in said
        assert "\u202e" not in said
        assert not any(line.startswith("假行") for line in said.split("\n"))
    assert "\u202e" not in reading_json(reading, "zh")
    assert json.loads(reading_json(reading, "zh"))["path"] == evil


def test_a_document_that_is_no_report_is_said_to_be_none() -> None:
    nothing = Reading(
        "a.txt", "text", SAMPLE.encoding, Report(), {}, (), (), (), (Ignored("before", 3),)
    )
    assert "没有认出年度报告的任何部分标题和表格" in page(nothing)
    assert "no heading and no table" in page(nothing, "en")
    _JUDGE.validate(json.loads(reading_json(nothing, "zh")))


def test_english_says_nothing_in_chinese_but_what_the_document_and_the_form_say() -> None:
    said = page(language="en", in_full=True)
    own = {text.zh for table in (words.MATCHES, words.CHANGES, words.IGNORED) for text in
           table.values()}  # fmt: skip
    assert not [each for each in own if each in said]
