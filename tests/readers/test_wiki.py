"""Tables of a wiki are read, whether cells stand on lines of their own or share one."""

import re
import time
from collections.abc import Callable

import pytest

from nianbao.model.cell import State
from nianbao.readers.wiki import with_rows
from tests.invented import check, document, found, read

Rows = list[list[str]]
_ROWS = re.compile(r"(?:^\|.*\|\n)+", re.MULTILINE)
_CELL = "/requests/received/other"


def _lines(rows: Rows, mark: str = "|") -> str:
    return "".join("|-\n" + "".join(f"{mark} {cell}\n" for cell in row) for row in rows)


def _shared(rows: Rows) -> str:
    return "".join("|-\n| " + " || ".join(row) + "\n" for row in rows)


_FORMS: dict[str, Callable[[Rows], str]] = {
    "lines": lambda rows: f'{{| class="wikitable"\n{_lines(rows)}|}}\n',
    "lines apart": lambda rows: "{|\n" + _lines(rows).replace("\n", "\n\n") + "|}\n",
    "headers": lambda rows: f"{{|\n{_lines(rows, '!')}|}}\n",
    "shared": lambda rows: f"{{|\n{_shared(rows)}|}}\n",
    "shared headers": lambda rows: "{|\n" + _shared(rows).replace("\n|  ", "\n! ") + "|}\n",
    "header of a row": lambda rows: "{|\n" + _lines(rows).replace("|-\n|", "|-\n!") + "|}\n",
    "attributes": lambda rows: (
        "{|\n" + _lines(rows).replace("| ", '| colspan="2" style="x" | ') + "|}\n"
    ),
    "attributes of rows": lambda rows: "{|\n" + _lines(rows).replace("|-", "|--- x=y") + "|}\n",
    "bold": lambda rows: "{|\n" + re.sub(r"\b0\b", "'''0'''", _lines(rows)) + "|}\n",
    "linked": lambda rows: "{|\n" + re.sub(r"\b0\b", "[[x|0]]", _lines(rows)) + "|}\n",
    "notes": lambda rows: "{|\n" + re.sub(r"\b0\b", "0<ref>注1</ref>", _lines(rows)) + "|}\n",
    "not closed": lambda rows: f"{{|\n{_lines(rows)}",
    "words behind": lambda rows: f"{{|\n{_shared(rows)}|}} 以上由县司法局统计。\n",
    "in another": lambda rows: f"{{|\n|\n{{|\n{_lines(rows)}|}}\n|}}\n",
}


def _wiki(form: str, edition: str = "2021") -> str:
    """Return the conforming report with the tables and headings of a wiki."""

    def table(lines: re.Match[str]) -> str:
        rows = [line[1:-1].split("|") for line in lines[0].splitlines() if set(line) - set("|-")]
        return _FORMS[form]([[cell.strip() for cell in row] for row in rows])

    text = _ROWS.sub(table, document(style="markdown", edition=edition))
    return re.sub(r"(?m)^#+ (.*)$", r"== \1 ==", text)


@pytest.mark.parametrize("edition", ["2019", "2021"])
@pytest.mark.parametrize("form", _FORMS)
def test_a_table_of_a_wiki_is_read(form: str, edition: str) -> None:
    text = _wiki(form, edition)
    assert read(text, ".txt").content == read(document(edition=edition)).content
    assert found(check(text, ".txt")) == []


def test_line_ends_of_two_characters() -> None:
    text = _wiki("lines").replace("\n", "\r\n")
    assert read(text, ".txt").content == read(document()).content


def test_a_blank_cell_at_the_end_of_every_row_is_one() -> None:
    text = re.sub(r"(?m)^\| 0\n(?=\|[-}])", "|\n", _wiki("lines"))
    assert read(text, ".txt").cell("/requests/received/total").state is State.BLANK
    assert not any(code.startswith("TAB") for code, _ in found(check(text, ".txt")))


@pytest.mark.parametrize("shown", ["{{nts|0}}", "[[File:0.png|20px]]"])
def test_what_stands_elsewhere_is_unread(shown: str) -> None:
    text = re.sub(r"(?m)^\| 0$", f"| {shown}", _wiki("lines"))
    assert read(text, ".txt").cell(_CELL).state is State.UNREAD
    assert found(check(text, ".txt")) == []


def test_a_cell_stands_where_it_is_written() -> None:
    text = _wiki("attributes").replace("| 0\n", "| 9\n")
    span = read(text, ".txt").locate(_CELL)
    assert span is not None
    line = text.split("\n")[span.line - 1]
    assert line == '| colspan="2" style="x" | 9'
    assert line[span.column - 1 : span.end_column - 1] == "9"


@pytest.mark.parametrize("edition", ["2019", "2021"])
@pytest.mark.parametrize("form", ["lines", "shared", "headers", "attributes", "not closed"])
def test_a_table_is_read_without_its_first_line(form: str, edition: str) -> None:
    text = re.sub(r"(?m)^\{\|.*\n", "", _wiki(form, edition))
    assert read(text, ".txt").content == read(document(edition=edition)).content
    assert found(check(text, ".txt")) == []


@pytest.mark.parametrize("before", ["\n", "\n|-\n"])
def test_a_first_line_lost_takes_others_along(before: str) -> None:
    text = re.sub(r"\n\{\|.*\n\|-\n", before, _wiki("lines"))
    for lines in (text, text.replace("\n", "\r\n"), text.replace("\n|", "\n\n|")):
        assert read(lines, ".txt").content == read(document()).content


def test_dashes_in_the_place_of_figures_open_no_rows() -> None:
    cells = ("规章", "-", "-", "-", "行政许可", "-", "行政处罚", "-", "行政强制", "-")
    text = "".join(f"|{cell}\n" for cell in cells)
    assert with_rows(text) == text


def test_braces_in_a_sentence_open_no_table() -> None:
    text = "写作{|的\n{|x\n也不是表格"
    assert with_rows(text) == text


@pytest.mark.parametrize(
    "many",
    ["{|\n|-\n", "\n|-\n|a", "|a||", "|a=", "[[a|", "{{a|", "<ref ", "| ", "a=", "\n", "'", "="],
)
def test_hostile_tables_take_no_time(many: str) -> None:
    text = "{|\n|" + many * 50_000
    start = time.process_time()
    assert len(with_rows(text)) == len(text)
    assert time.process_time() - start < 5
