"""Tables of which the labels alone are left in the text of their part."""

import re
from collections.abc import Callable

import pytest

from nianbao.readers.remnants import labels_in
from tests.invented import check, document, found, read

Rows = list[list[str]]
_TABLES = ["disclosure", "requests", "review_litigation"]
_MARKDOWN = re.compile(r"(?:^\|.*\|\n)+", re.MULTILINE)
_TABLE = re.compile(r"<table.*?</table>", re.DOTALL)
_GLUED = {
    "disclosure": "规章000行政规范性文件120行政许可5行政处罚3行政强制0",
    "review_litigation": "结果维持结果纠正其他结果尚未审结总计00000",
}


def _page(*texts: str) -> str:
    """Return a page with texts in the places of its tables; ``""`` keeps the table."""
    page = document()
    for table, text in zip(_TABLE.findall(page), texts, strict=False):
        page = page.replace(table, f"<p>{text}</p>") if text else page
    return page


def test_a_table_of_which_the_labels_are_left() -> None:
    page = _page(_GLUED["disclosure"], "", _GLUED["review_litigation"])
    checked = check(page)
    codes = [each for each in found(checked) if each[0].startswith("TAB")]
    assert codes == [("TAB010", "/disclosure"), ("TAB010", "/review_litigation")]


def test_three_labels_are_no_table() -> None:
    page = _page("", "", "结果维持结果纠正其他结果000")
    assert ("TAB001", "/review_litigation") in found(check(page))


def test_a_sentence_is_no_table() -> None:
    words = "全年结果维持0件、结果纠正0件、其他结果0件、尚未审结0件。"
    assert ("TAB001", "/review_litigation") in found(check(_page("", "", words)))


def test_labels_in_another_part_do_not_count() -> None:
    page = _page("&nbsp;", "", "").replace("五、存在", f"{_GLUED['disclosure']}</p><p>五、存在")
    assert ("TAB001", "/disclosure") in found(check(page))


def test_a_part_without_its_heading() -> None:
    page = _page("", "", _GLUED["review_litigation"])
    page = page.replace("四、政府信息公开行政复议、行政诉讼情况", "")
    assert "review_litigation" not in read(page).sections
    assert read(page).tables["review_litigation"].rows == {}


def _written(write: Callable[[Rows], str], edition: str) -> str:
    """Return the conforming report as text, its tables written by a function of their rows."""

    def table(lines: re.Match[str]) -> str:
        rows = [
            line[1:-1].split("|") for line in lines[0].split("\n") if not set(line) <= set("|-")
        ]
        return write([[cell.replace("<br>", "") for cell in row] for row in rows])

    return _MARKDOWN.sub(table, document(style="markdown", edition=edition))


_FORMS: dict[str, Callable[[Rows], str]] = {
    "numbered": lambda rows: "".join(f"1. {cell}\n" for row in rows for cell in row if cell),
    "commas": lambda rows: "".join("，".join(row) + "\n" for row in rows),
    "slashes": lambda rows: "".join("/".join(row) + "\n" for row in rows),
    "typeset": lambda rows: "".join(" & ".join(row) + r" \\" + "\n" for row in rows),
    "colons": lambda rows: "".join(f"{row[0]}：{'&'.join(row[1:])}\n" for row in rows),
}


@pytest.mark.parametrize("edition", ["2019", "2021"])
@pytest.mark.parametrize("form", _FORMS)
def test_a_table_without_rows_is_one_finding(form: str, edition: str) -> None:
    text = _written(_FORMS[form], edition)
    assert found(check(text, ".md")) == [("TAB010", f"/{key}") for key in _TABLES]
    assert not any(table.rows for table in read(text, ".md").tables.values())


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("行政规范性文件", 1),
        ("行政许可5\n行政处罚3", 2),
        ("行 政 许 可", 1),
        ("行政許可", 1),
        ("情况如下。行政许可5", 1),
        ("行政许可5件；行政处罚3件。", 0),
        ("行政许可5件；行政处罚3件；", 0),
        ("行政许可：5；行政处罚：3", 2),
        ("行政许可：5；\n行政处罚：3；", 2),
    ],
)
def test_labels_outside_of_sentences(text: str, count: int) -> None:
    assert labels_in(text, "disclosure") == count
