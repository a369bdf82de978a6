"""Does read tell how a document was read, and refuse clearly what cannot be read?"""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from rich.cells import cell_len

from tests.cli.conftest import Cli, Process
from tests.cli.documents import OTHER, clean_json, clean_page, json_with
from tests.packaging.environments import EXAMPLE, ROOT

Write = Callable[[str, str | bytes], str]

_SCHEMA = json.loads((ROOT / "schemas/reading-v1.schema.json").read_text(encoding="utf-8"))
_JUDGE = jsonschema.Draft202012Validator(_SCHEMA)
_SUFFIXES = (".html", ".htm", ".txt", ".md")
_DOCUMENTS = sorted(
    path for path in (ROOT / "tests/documents").rglob("*") if path.suffix in _SUFFIXES
)
_CUT = "cut-in-table.html"  # the one of them that cannot be read


def read(cli: Cli, *arguments: str) -> dict[str, Any]:
    """Return the reading of a document as JSON that the schema allows."""
    ran = cli("read", "--format=json", *arguments)
    assert (ran.code, ran.err) == (0, "")
    whole: dict[str, Any] = json.loads(ran.out)
    _JUDGE.validate(whole)
    return whole


def test_the_example_is_told_label_by_label(cli: Cli) -> None:
    ran = cli("read", str(EXAMPLE))
    assert (ran.code, ran.err) == (0, "")
    for said in (
        "文本；编码 utf-8（每个字节都符合 UTF-8）",
        "1:1 贵南县沙沟乡2020年度政府信息公开工作年度报告",
        "2019年版，由表二的标签判定：制作、新公开",
        "8 行与格式完全一致",
        "51:2 “上一年 项目数量” → 行政处罚 · 上一年项目数量：空格或换行不同",
        "89:2 政府集中采购 · 采购项目数量：“137次” → 137（去掉单位）",
        "67:2 空行",
        "23 行与格式完全一致",
        "131:2 （一）予以公开：空白 5 格",
        "12 格空白，空白在合计中按 0 计",
    ):
        assert said in ran.out
    assert "5.要求行政机关确认" not in ran.out
    assert "317:2 5.要求行政机关确认或重新出具已获取信息" in cli("read", "--all", str(EXAMPLE)).out


@pytest.mark.parametrize("path", _DOCUMENTS, ids=lambda path: path.name)
def test_every_document_is_told_as_the_schema_describes_it(cli: Cli, path: Path) -> None:
    ran = cli("read", "--format=json", str(path))
    if path.name == _CUT:
        assert (ran.code, ran.out) == (3, "")
        return
    assert (ran.code, ran.err) == (0, "")
    _JUDGE.validate(json.loads(ran.out))


@pytest.mark.parametrize("path", _DOCUMENTS[::10], ids=lambda path: path.name)
def test_documents_are_told_in_full_for_people_too(cli: Cli, path: Path) -> None:
    ran = cli("read", "--all", str(path))
    assert ran.code == cli("convert", str(path)).code
    assert ran.out or ran.err


@pytest.mark.parametrize("width", [40, 80, 100])
def test_no_line_is_wider_than_the_terminal(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    for path in (EXAMPLE, *_DOCUMENTS[:6]):
        lines = cli("read", "--all", str(path)).out.splitlines()
        assert max(map(cell_len, lines)) <= max(width, cell_len(str(path)))


def test_it_reads_canonical_json_too(cli: Cli, write: Write) -> None:
    whole = read(cli, write("report.json", clean_json()))
    assert (whole["reader"], whole["edition"]) == ("json", {"key": "2021", "source": "document"})
    assert {row["match"] for table in whole["tables"] for row in table["rows"]} == {"key"}


def test_the_reading_has_the_values_that_are_checked(cli: Cli, write: Write) -> None:
    path = write("report.html", clean_page("2019"))
    canonical = json.loads(cli("convert", path).out)
    whole = read(cli, path)
    cells = {
        cell["pointer"]: cell.get("value")
        for table in whole["tables"]
        for row in table["rows"]
        for cell in row["cells"]
    }
    assert len(cells) == 22 + 161 + 15
    for pointer, value in cells.items():
        node = canonical
        for token in pointer.split("/")[1:]:
            node = node[token]
        assert node == value


def test_blanks_and_the_year_are_as_the_command_line_says(cli: Cli, write: Write) -> None:
    path = write("report.json", json_with("/disclosure/licences/decisions", None))
    assert read(cli, path)["blank"] == "zero"
    assert read(cli, "--blank=strict", path)["blank"] == "strict"
    assert "1 格空白，空白在合计中按 0 计" in cli("read", path).out
    assert "1 格空白，空白所在的合计不检查" in cli("read", "--blank=strict", path).out
    nameless = write("nameless.txt", "一、总体情况\n无。\n")
    assert "year" not in read(cli, nameless)
    assert read(cli, "--year=2023", nameless)["year"] == {"value": 2023, "source": "option"}
    assert "2023年，出自 --year" in cli("read", "--year=2023", nameless).out


def test_what_is_no_report_is_told_with_exit_code_0(cli: Cli, write: Write) -> None:
    ran = cli("read", write("other.html", OTHER))
    assert (ran.code, ran.err) == (0, "")
    assert "没有认出年度报告的任何部分标题和表格" in ran.out


def test_the_output_goes_to_a_file(cli: Cli, tmp_path: Path, write: Write) -> None:
    path = write("report.html", clean_page())
    shown = cli("read", path).out
    assert cli("read", path, "--output=page.txt") == (0, "", "")
    assert (tmp_path / "page.txt").read_text(encoding="utf-8") == shown
    assert cli("read", path, "--format=json", "--output=out.json") == (0, "", "")
    _JUDGE.validate(json.loads((tmp_path / "out.json").read_text(encoding="utf-8")))
    ran = cli("read", path, "--output=none/page.txt")
    assert (ran.code, ran.out) == (2, "")


@pytest.mark.parametrize(
    ("content", "zh", "en"),
    [
        (b"", "文件是空的", "the file is empty"),
        (b"\x89PNG\r\n\x1a\n", "这是二进制文件", "this is a binary file"),
        (b"\xff\xfe\xfd" * 99, "无法确定文件的编码", "the encoding cannot be told"),
        (b"<table><tr><td>\xe8\xa1\xa8", "网页不完整", "the page is cut off"),
    ],
)
def test_what_cannot_be_read_is_one_line(
    cli: Cli, write: Write, content: bytes, zh: str, en: str
) -> None:
    path = write("bad.html", content)
    for language, said in (("zh", zh), ("en", en)):
        for form in ("table", "json"):
            ran = cli("read", f"--lang={language}", f"--format={form}", path)
            assert (ran.code, ran.out) == (3, "")
            assert len(ran.err.splitlines()) == 1
            assert ran.err.startswith("bad.html")
            assert said in ran.err


def test_a_folder_and_a_missing_file_are_one_line(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    assert cli("read", "folder") == (3, "", "folder：不是普通文件\n")
    assert cli("read", "missing.html", "--output=a") == (3, "", "missing.html：没有这个文件\n")
    assert not (tmp_path / "a").exists()


@pytest.mark.parametrize("arguments", [(), ("a", "b"), ("a", "--format=xml"), ("a", "--bogus")])
def test_wrong_usage_is_one_line(cli: Cli, arguments: tuple[str, ...]) -> None:
    ran = cli("read", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 1


def test_standard_input_is_read_like_a_file(process: Process) -> None:
    page = clean_page().encode()
    ran = process.run("read", "-", stdin=page)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert ran.stdout.decode().startswith("<stdin>\n读取  网页")
    named = process.run("read", "--stdin-filename=年报.txt", "-", stdin=page)
    assert named.stdout.decode().startswith("年报.txt\n读取  文本")
    empty = process.run("read", "-")
    assert (empty.returncode, empty.stderr.decode()) == (3, "<stdin>：文件是空的\n")
    large = process.run("read", "--max-size=0.001", "-", stdin=page)
    assert (large.returncode, large.stdout) == (3, b"")


def test_it_needs_no_html_parser_for_json_and_no_drawing_for_machines(process: Process) -> None:
    (process.folder / "report.json").write_text(clean_json(), encoding="utf-8")
    code = (
        "import sys; from nianbao.cli.main import main; main(['read', '--format=json',"
        " 'report.json', '--output=out.json']); print({'lxml', 'rich'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=process.folder, capture_output=True, check=True
    )
    assert done.stdout.split() == [b"set()"]
