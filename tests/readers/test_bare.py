"""表四 is read of its values alone, and what it lost is told as lost in conversion."""

import re
import time
from collections.abc import Callable, Sequence

import pytest

from nianbao.readers.bare import with_line
from nianbao.readers.stream import Stream, Trail
from tests.invented import check, document, found, read

Values = Sequence[str]
_TABLE = "/review_litigation"
_TOTAL = f"{_TABLE}/review/total"
_FORMS: dict[str, Callable[[Values], str]] = {
    "spaces": " ".join,
    "lines": "\n".join,
    "lines apart": "\n\n".join,
    "TABs": "\t".join,
    "semicolons": "；".join,
    "commas": "、 ".join,
    "strokes": lambda values: f"| {' | '.join(values)} |",
}


def _text(form: str, values: Values, edition: str = "2021") -> str:
    """Return the conforming report with values alone in the place of 表四."""
    text = document(style="markdown", edition=edition)
    return re.sub(r"\|行政复议(?:.*\n)+?(?=\n)", lambda _: _FORMS[form](values) + "\n", text)


def _page(table: str) -> str:
    page = document()
    last = page.rindex("<table")
    return page[:last] + table + page[page.index("</table>", last) + len("</table>") :]


@pytest.mark.parametrize("edition", ["2019", "2021"])
@pytest.mark.parametrize("form", _FORMS)
def test_fifteen_values_are_read_in_their_order(form: str, edition: str) -> None:
    values = ["1", "0", "0", "2", "3", *"000000000", "0"]
    text = _text(form, values, edition)
    cells = {f"{_TABLE}/review/upheld": "1", f"{_TABLE}/review/pending": "2", _TOTAL: "3"}
    assert read(text, ".txt").content == read(document(cells, edition=edition)).content
    # Remedies without requests are odd, and are read off the values.
    assert found(check(text, ".txt")) == [("TAB010", _TABLE), ("XTB003", _TABLE)]


@pytest.mark.parametrize("between", ["<td>", "</p><p>", "<br>", " ", "；"])
def test_values_of_a_page_are_read(between: str) -> None:
    values = between.join("000030000000000")
    begin, end = ("<table><tr><td>", "</table>") if between == "<td>" else ("<p>", "</p>")
    page = _page(begin + values + end)
    assert read(page).cell(_TOTAL).value == 3
    assert ("TAB010", _TABLE) in found(check(page))


@pytest.mark.parametrize("form", _FORMS)
@pytest.mark.parametrize("count", [8, 14, 16])
def test_another_number_of_values_is_unread(form: str, count: int) -> None:
    text = _text(form, "0" * count)
    assert list(read(text, ".txt").tables["review_litigation"].unread) == [_TABLE]
    assert found(check(text, ".txt")) == [("TAB010", _TABLE)]


@pytest.mark.parametrize("form", ["spaces", "lines", "semicolons", "strokes"])
def test_a_value_stands_where_it_is_written(form: str) -> None:
    text = _text(form, ["0", "0", "0", "0", "77", *"0000000000"])
    span = read(text, ".txt").locate(_TOTAL)
    assert span is not None
    assert text.split("\n")[span.line - 1][span.column - 1 : span.end_column - 1] == "77"


def test_a_sentence_with_figures_is_no_table() -> None:
    text = _text("spaces", ["2024年收到行政复议0件、行政诉讼0件。"])
    assert found(check(text, ".txt")) == [("TAB001", _TABLE)]


@pytest.mark.parametrize("many", ["1", "1 ", "1；", "1 1；x", " ", "；", "1；；"])
def test_hostile_figures_take_no_time(many: str) -> None:
    stream = Stream(many * 50_000, "", lambda: Trail("", [], [], []))
    start = time.process_time()
    with_line(stream, 0, len(stream.body))
    assert time.process_time() - start < 5
