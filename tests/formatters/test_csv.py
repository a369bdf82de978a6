"""Does a spreadsheet get the findings, and no formula?"""

import csv
import io

from nianbao.formatters.csv_ import CsvFormatter
from nianbao.protocols import Canvas
from tests.formatters.pipelines import every_kind, rendered


def _rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_it_begins_with_the_mark_that_excel_needs() -> None:
    assert rendered(CsvFormatter()).encode().startswith(b"\xef\xbb\xbf" + "文件,机关".encode())


def test_each_finding_unreadable_document_and_crash_has_a_row() -> None:
    head, *rows = _rows(rendered(CsvFormatter()))
    findings = sum(len(each.findings) for each in every_kind().documents)
    assert len(rows) == findings + 2
    assert {len(row) for row in rows} == {len(head)}
    assert rows[0][:6] == [
        "examples/shagou-2020.txt",
        "贵南县沙沟乡",
        "2020",
        "2019",
        "提示",
        "SEC007",
    ]
    assert rows[-1][7] == "未能读全：键“year”出现两次"
    assert rows[-1][10:12] == ["3", "7"]


def test_no_cell_begins_a_formula() -> None:
    cells = [cell for row in _rows(rendered(CsvFormatter())) for cell in row]
    assert not [cell for cell in cells if cell.lstrip().startswith(tuple("=+-@＝＋－＠\t\r"))]  # noqa: RUF001
    assert "'+1+1" in cells


def test_a_negative_number_in_words_is_text_and_numbers_are_numbers() -> None:
    english = _rows(CsvFormatter().render(every_kind(), Canvas("en")))
    assert english[0][:3] == ["path", "organ", "year"]
    assert "'-2+3" in [cell for row in english for cell in row]
