"""Are the rows of spreadsheets read whoever wrote them, and is what is wrong told with its line?"""

from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from nianbao.audit.sheets import Row, SheetError, rows_of

_HEADS = {"organ": "organ", "机关": "organ", "code": "code", "day": "day"}


def _csv(folder: Path, content: str, encoding: str = "utf-8") -> str:
    path = folder / "sheet.csv"
    path.write_bytes(content.encode(encoding))
    return str(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_csv_is_read_as_excel_and_others_write_it(tmp_path: Path, encoding: str) -> None:
    path = _csv(tmp_path, "机关, Code \r\n青禾县档案局,7\r\n,\r\n云溪镇,\r\n", encoding)
    assert rows_of(path, _HEADS) == [
        Row(2, {"organ": "青禾县档案局", "code": "7"}),
        Row(4, {"organ": "云溪镇"}),
    ]


def test_an_empty_head_names_no_column(tmp_path: Path) -> None:
    assert rows_of(_csv(tmp_path, "机关,\n云溪镇,备注\n"), _HEADS) == [Row(2, {"organ": "云溪镇"})]


def test_an_empty_csv_has_no_rows(tmp_path: Path) -> None:
    assert rows_of(_csv(tmp_path, ""), _HEADS) == []


# The library that writes it opens files so.
@pytest.mark.filterwarnings("ignore:'encoding' argument not:EncodingWarning")
def test_an_xlsx_is_read_with_its_dates_and_numbers(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in (["机关", "code", "day"], ["云溪镇", 12.0, datetime(2024, 1, 31)], [None] * 3,  # noqa: DTZ001  # as Excel has it
                ["档案局", 1.5, date(2024, 2, 1)]):  # fmt: skip
        book.active.append(row)
    path = tmp_path / "sheet.xlsx"
    book.save(path)
    assert rows_of(str(path), _HEADS) == [
        Row(2, {"organ": "云溪镇", "code": "12", "day": "2024-01-31"}),
        Row(4, {"organ": "档案局", "code": "1.5", "day": "2024-02-01"}),
    ]


def test_a_yaml_is_read_with_the_line_of_each_entry(tmp_path: Path) -> None:
    path = tmp_path / "sheet.yaml"
    path.write_text(
        "- organ: 云溪镇\n  code: 7\n- 机关: 档案局\n  day: 2024-01-31\n  code: [a, b]\n",
        encoding="utf-8",
    )
    assert rows_of(str(path), _HEADS) == [
        Row(1, {"organ": "云溪镇", "code": "7"}),
        Row(3, {"organ": "档案局", "day": "2024-01-31", "code": "a；b"}),
    ]


@pytest.mark.parametrize(
    ("name", "content", "line", "said"),
    [
        ("a.txt", b"", None, ".csv"),
        ("a.csv", "机关,代号\n".encode(), 1, "不认识“代号”"),
        ("a.csv", b'organ\n"a"b\n', 2, "引号"),
        ("a.csv", b"\xff\xff\xff", None, "既不是 UTF-8 也不是 GBK"),
        ("a.xlsx", b"no zip", None, "不是 XLSX"),
        ("a.yaml", b"- a: [\n", 2, "不是 YAML"),
        ("a.yaml", b"- a: \x00\n", None, "不是 YAML"),
        ("a.yaml", b"organ: x\n", None, "应是一列机关"),
        ("a.yaml", b"", None, "应是一列机关"),
        ("a.yaml", b"- organ: a\n- cod: b\n", 2, "是否想写“code”"),
    ],
)
def test_what_cannot_be_used_is_told_with_its_line(
    tmp_path: Path, name: str, content: bytes, line: int | None, said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(SheetError) as error:
        rows_of(str(path), _HEADS)
    assert said in error.value.reason.zh
    assert (error.value.path, error.value.line) == (str(path), line)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(SheetError, match="cannot be read"):
        rows_of(str(tmp_path / "none.csv"), _HEADS)


def test_without_the_library_for_xlsx_it_is_said_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "openpyxl", None)
    with pytest.raises(SheetError, match=r"nianbao\[audit\]"):
        rows_of(str(tmp_path / "a.xlsx"), _HEADS)
