"""Tables whose grid was lost: cells between strokes, one a line, or all on one line."""

import html
import re
from collections.abc import Callable, Iterator
from typing import Any

import lxml.html
import pytest

from nianbao.model.report import Report
from nianbao.readers.breaking import broken
from nianbao.readers.pipes import is_by_rows, is_regular, rows_of, shown, stretches
from nianbao.readers.rowing import starts_of
from nianbao.readers.scanning import tokens
from nianbao.readers.stream import BREAK
from tests.invented import check, document, found, read

_CELLS = {
    "/requests/received/natural_person": "3",
    "/requests/received/total": "3",
    "/requests/results/granted/natural_person": "3",
    "/requests/results/granted/total": "3",
    "/requests/results/total/natural_person": "3",
    "/requests/results/total/total": "3",
    "/review_litigation/review/upheld": "2",
    "/review_litigation/review/total": "2",
}
Rows = list[list[str]]


def _text(write: Callable[[Rows], str], edition: str = "2021") -> str:
    """Return the conforming report as text, its tables written by a function of their rows."""
    body = lxml.html.fromstring(document(_CELLS, edition)).find("body")
    assert body is not None
    parts: list[str] = []
    for element in body.iter():
        if element.tag == "table":
            rows = [[_words(cell) for cell in row.iter("td", "th")] for row in element.iter("tr")]
            parts.append(write(rows))
        elif element.tag in ("p", "h1", "h2") and not list(element.iterancestors("table")):
            parts.append(_words(element))
    return "\n".join(part for part in parts if part)


def _words(element: lxml.html.HtmlElement) -> str:
    return "".join(map(str, element.itertext())).strip()


def _filled(row: list[str], rows: Rows) -> str:
    """Return the cells of a row, a line each, and a line of strokes where others have more."""
    lacking = max(map(len, rows)) - len(row)
    return "\n".join([*(f"{cell} |" for cell in row), *["|" * lacking][: lacking > 0]])


_FORMS: dict[str, Callable[[Rows], str]] = {
    "markdown": lambda rows: "\n".join(
        f"| {' | '.join(row)} |" + ("\n|---|---|" if not number else "")
        for number, row in enumerate(rows)
    ),
    "strokes, blank cells behind": lambda rows: "\n".join("|".join(row) + "|||" for row in rows),
    "a stroke behind each cell": lambda rows: "\n".join(f"{cell}|" for row in rows for cell in row),
    "a stroke on a line of its own": lambda rows: "\n".join(
        f"{cell}\n|" for row in rows for cell in row
    ),
    "rows filled up by strokes": lambda rows: "\n".join(_filled(row, rows) for row in rows),
    "a break before the last stroke": lambda rows: "\n".join(
        f"|{'|'.join(row)}\n|" for row in rows
    ),
    "labels broken over two rows": lambda rows: (
        "\n".join(f"{' | '.join(row)} |" for row in rows)
        .replace("商业企业 | 科研机构 |", "商业 | 科研 |")
        .replace("法律服务机构 | 其他 |", "法律服务机构 | 其他 |\n企业 | 机构 |")
    ),
    "full-width strokes": lambda rows: "\n".join("｜".join(["", *row, ""]) for row in rows),
    "one cell a line": lambda rows: "\n\n".join(cell for row in rows for cell in row),
    "one row a line": lambda rows: "\n".join(" ".join(row) for row in rows),
}


def _is_whole(report: Report) -> bool:
    """Tell whether each cell of the form was read, and those set before as they were set."""
    assert report.edition
    cells = {pointer for _, _, pointer in report.edition.cells()}
    values = {pointer: report.cell(pointer).value for pointer in _CELLS}
    return set(report.content) == cells and values == {key: int(it) for key, it in _CELLS.items()}


@pytest.mark.parametrize("edition", ["2019", "2021"])
@pytest.mark.parametrize("form", _FORMS)
def test_every_form_is_read_whole(form: str, edition: str) -> None:
    text = _text(_FORMS[form], edition)
    assert _is_whole(read(text, ".txt"))
    # The text of the conforming report says that there were no requests.
    assert found(check(text, ".txt")) == [("TXT002", "/sections/overview")]


def test_tables_before_the_end_of_a_text_that_is_cut_off_are_read() -> None:
    whole = _text(_FORMS["rows filled up by strokes"])
    text = whole[: whole.index("三、本年度办理结果")]
    assert {rule for rule, _ in found(check(text, ".txt"))} <= {"DOC009", "SEC009", "TXT002"}
    assert read(text, ".txt").cell("/requests/received/natural_person").value == 3


def test_all_on_one_line() -> None:
    text = " ".join(_text(_FORMS["one row a line"]).split("\n"))
    report = read(text, ".txt")
    assert _is_whole(report)
    assert len(report.sections) == 6
    assert report.title.endswith("年度报告")
    # The text of the conforming report says that there were no requests.
    assert found(check(text, ".txt")) == [("TXT002", "/sections/overview")]


def test_cells_of_a_page_in_paragraphs() -> None:
    page = re.sub(r"<(/?)t[dh]\b[^>]*>", r"<\1p>", document(_CELLS))
    report = read(re.sub(r"</?(?:table|tbody|thead|tr)\b[^>]*>", "", page))
    assert _is_whole(report)


def test_labels_broken_in_the_middle_of_a_word() -> None:
    text = _text(_FORMS["one row a line"])
    for whole, parts in (("商业企业", "商 业 企\n业"), ("（三）不予公开", "（三）不\n予公开")):
        assert whole in text
        text = text.replace(whole, parts)
    assert _is_whole(read(text, ".txt"))


def test_the_number_of_a_page_between_two_rows() -> None:
    text = _text(_FORMS["one row a line"]).replace("（四）无法提供", "- 4 -\n（四）无法提供")
    assert _is_whole(read(text, ".txt"))


def test_a_row_whose_blanks_were_lost_is_unread() -> None:
    text = _text(_FORMS["one cell a line"])
    assert text.count("（一）予以公开\n\n3\n\n0") == 1
    text = text.replace("（一）予以公开\n\n3\n\n0", "（一）予以公开\n\n3")
    report = read(text, ".txt")
    assert list(report.tables["requests"].unread) == ["/requests/results/granted"]
    assert ("TAB006", "/requests/results/granted") in found(check(text, ".txt"))
    assert not any(code.startswith("SUM") for code, _ in found(check(text, ".txt")))


def test_rows_whose_blanks_were_lost_are_one_finding() -> None:
    text = re.sub(r"\n\n0(?=\n\n)", "", _text(_FORMS["one cell a line"]))
    places = [(code, place) for code, place in found(check(text, ".txt")) if place == "/requests"]
    assert places == [("TAB010", "/requests")]
    assert not any("/requests/" in place for _, place in found(check(text, ".txt")))


def test_words_in_the_place_of_a_figure_stay_in_their_row() -> None:
    text = _text(_FORMS["a stroke behind each cell"])
    changed = text.replace("（一）予以公开|\n3|\n0|", "（一）予以公开|\n3|\n待核实|")
    assert changed != text
    assert ("VAL004", "/requests/results/granted/commercial_enterprise") in found(
        check(changed, ".txt")
    )


def test_prose_without_a_table_stays_prose() -> None:
    text = _text(lambda _rows: "本年行政许可 12 件，行政处罚 3 件，其他 0 件。")
    report = read(text, ".txt")
    assert report.tables == {}
    assert "行政许可 12 件" in report.sections["disclosure"].text


def test_strokes_of_a_menu_are_no_table() -> None:
    text = "首页 | 新闻 | 公开\n" + _text(_FORMS["markdown"])
    assert _is_whole(read(text, ".txt"))


def test_strokes_rules_and_markdown_are_not_shown() -> None:
    assert shown("| a | b |") == "  a   b  "
    assert shown("|---|:-:|").strip() == ""
    assert shown("## 一、总体情况").strip() == "一、总体情况"
    assert shown("|商业<br>企业|") == " 商业    企业 "
    assert shown("a -- b") == "a -- b"
    for line in ("| a |", "|---|", "# x", "|<br/>|"):
        assert len(shown(line)) == len(line)


def test_borders_are_those_that_all_lines_have() -> None:
    rows = [[cell.text for cell in row] for row in rows_of([("|a|b|", 0), ("||c|", 6)])]
    assert rows == [["a", "b"], ["", "c"]]
    rows = [
        [cell.text for cell in row] for row in rows_of([("a|b", 0), (" |c", 4), ("---|---", 8)])
    ]
    assert rows == [["a", "b"], [" ", "c"]]


def test_where_a_table_of_strokes_ends() -> None:
    lines = ["x", *["|a|b|c|"] * 3, "三、标题", *["|a|b|c|"] * 3]
    assert list(stretches(lines, lambda line: line.startswith("三"))) == [(1, 4), (5, 8)]
    assert list(stretches(["a|b"] * 3, lambda _line: False)) == []
    assert is_regular(["|a|", "", "a|b|c"])
    assert not is_regular(["|a|", "b|"])
    assert is_by_rows(["|a|b", "|", "|c|d|"])


@pytest.mark.parametrize(
    ("cells", "rows"),
    [
        (["规章", "0", "0", "0", "行政许可", "5"], ["规章", "行政许可"]),
        (["（三）不予公开", "1.属于国家秘密", "0", "2.其他法律行政法规禁止公开"], [0, 3]),
        (["自然人", "总计", "商业企业", "其他", "一、本年新收政府信息公开申请数量", "3"], [0, 4]),
        (["结果维持", "总计", "1", "0"], [0, 2]),
        (["本年制发件数", " ", "现行有效件数", "规章", "0"], [0, 3]),
        (["结果维持", "总计", "", "0"], [0, 2]),
        (["申请人情况", "", "自燃人", "法人或其他组织", "总计", "", "商业企业"], [0]),
        (["（七）总计", "3", "四、结转下年度继续办理"], [0, 2]),
    ],
)
def test_where_rows_begin(cells: list[str], rows: list[int | str]) -> None:
    starts = [start.at for start in starts_of(cells)]
    assert starts == [row if isinstance(row, int) else cells.index(row) for row in rows]


class _Counted(list[str]):
    """Cells that count how often one of them is looked at."""

    looks = 0

    def __getitem__(self, index: Any) -> Any:
        found = super().__getitem__(index)
        self.looks += len(found) if isinstance(index, slice) else 1
        return found

    def __iter__(self) -> Iterator[str]:
        for cell in super().__iter__():
            self.looks += 1
            yield cell

    def __reversed__(self) -> Iterator[str]:
        for cell in super().__reversed__():
            self.looks += 1
            yield cell


@pytest.mark.parametrize("cell", ["", "其他"])
def test_rows_are_told_in_one_pass(cell: str) -> None:
    looks = []
    for count in (1000, 2000):
        cells = _Counted([cell] * count)
        starts_of(cells)
        looks.append(cells.looks)
    # Looking at all cells behind each would be four times as much.
    assert looks[1] <= 2.1 * looks[0]


def test_labels_and_figures_of_a_line() -> None:
    text = "1.属于国家秘密 0 137次 待核实 （七）\n总计 5"
    assert [(token.text, token.is_label) for token in tokens(text)] == [
        ("1.属于国家秘密", True),
        ("0", False),
        ("137次", False),
        ("待核实", False),
        ("（七）\n总计", True),
        ("5", False),
    ]
    assert all(text[token.start : token.stop] == token.text for token in tokens(text))


def test_headings_in_words_of_their_own_are_parted_and_rows_are_not() -> None:
    title = "青禾县云溪镇2024年政府信息公开工作年度报告"
    line = f"{title} 前言。 一、工作概况 文字。 二、上年结转政府信息公开申请数量 0"
    assert broken(line).split(BREAK) == [
        "",
        title,
        " 前言。 ",
        "一、工作概况",
        " 文字。 二、上年结转政府信息公开申请数量 0",
    ]


def test_entities_and_strokes_keep_their_places() -> None:
    text = _text(_FORMS["markdown"])
    report = read(text, ".txt")
    lines = text.split("\n")
    for pointer in (*_CELLS, "/disclosure/licences/decisions", "/title"):
        span = report.locate(pointer)
        assert span
        assert span.line == span.end_line
        met = lines[span.line - 1][span.column - 1 : span.end_column - 1]
        assert met == (report.title if pointer == "/title" else report.cell(pointer).raw)
    assert html.unescape(text) == text
