"""Does ``nianbao new`` write a blank report that reads back, and refuse what it cannot write?"""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Cli, Process

Write = Callable[[str, str | bytes], str]

_ORGAN = ("--organ", "青禾县云溪镇人民政府")
_NEW = ("new", *_ORGAN, "--year", "2024")


@pytest.mark.parametrize("year", ["2019", "2020", "2021", "2024", "2026"])
@pytest.mark.parametrize(
    "organ",
    ["青禾县云溪镇人民政府", "青禾县档案局", "青禾县云溪街道办事处", "青禾县人民政府（办公室）"],
)
def test_the_page_reads_back_as_the_json(cli: Cli, write: Write, organ: str, year: str) -> None:
    asked = ("new", "--organ", organ, "--year", year)
    page, data = cli(*asked), cli(*asked, "--format", "json")
    assert (page.code, page.err, data.code, data.err) == (0, "", 0, "")
    for name, ran in (("blank.html", page), ("blank.json", data)):
        assert cli("convert", write(name, ran.out)).out == data.out


@pytest.mark.parametrize(
    ("year", "edition"), [("2020", "2019"), ("2021", "2021"), ("2024", "2021")]
)
def test_the_edition_is_that_of_the_year(cli: Cli, year: str, edition: str) -> None:
    asked = ("new", *_ORGAN, "--year", year, "--format", "json")
    blank = cli(*asked)
    assert json.loads(blank.out)["edition"] == edition
    assert cli(*asked, "--edition", edition) == blank


@pytest.mark.parametrize("form", ["html", "json"])
@pytest.mark.parametrize("year", ["2020", "2024"])
def test_a_check_warns_of_what_is_to_be_written_and_of_nothing_else(
    cli: Cli, form: str, year: str
) -> None:
    name = f"blank.{form}"
    assert cli("new", *_ORGAN, "--year", year, "--format", form, "--output", name).code == 0
    ran = cli("check", "--format", "json", name)
    result = json.loads(ran.out)
    summary = result["summary"]
    assert (ran.code, summary["errors"], summary["warnings"], summary["infos"]) == (0, 0, 3, 0)
    (document,) = result["documents"]
    assert {finding["rule"] for finding in document["findings"]} == {"SEC011"}
    assert all(finding["line"] for finding in document["findings"])


def test_the_output_goes_into_the_file_as_it_would_be_shown(cli: Cli, tmp_path: Path) -> None:
    shown = cli(*_NEW).out
    ran = cli(*_NEW, "--output", "blank.html")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert (tmp_path / "blank.html").read_text(encoding="utf-8") == shown
    assert [path.name for path in tmp_path.iterdir()] == ["blank.html"]


def test_a_report_is_not_written_over(cli: Cli, write: Write, tmp_path: Path) -> None:
    name = write("mine.html", "<p>filled in by hand</p>")
    ran = cli(*_NEW, "--output", name)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "nianbao：mine.html：这个文件里已有内容，空白报告不覆盖它，请换一个文件名\n"
    assert (tmp_path / name).read_text(encoding="utf-8") == "<p>filled in by hand</p>"
    assert cli(*_NEW, "--output", write("empty.html", "")).code == 0
    assert (tmp_path / "empty.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.parametrize("output", [".", "nowhere/blank.html", ""])
def test_a_file_that_cannot_be_written_is_refused(cli: Cli, output: str, tmp_path: Path) -> None:
    ran = cli(*_NEW, f"--output={output}")
    if output:
        assert (ran.code, ran.out) == (2, "")
        assert "写不了" in ran.err
    else:
        assert ran.code == 0
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((), "缺少参数：--organ, --year"),
        (_ORGAN, "缺少参数：--year"),
        (("--year", "2024"), "缺少参数：--organ"),
        ((*_ORGAN, "--year", "MMXXIV"), "--year 的值“MMXXIV”不对"),
        ((*_ORGAN, "--year", "2018"), "没有2018年度的统一格式"),
        ((*_ORGAN, "--year", "2100"), "没有2100年度的统一格式"),
        ((*_ORGAN, "--year", "2020", "--edition", "2021"), "应使用 2019 版格式"),
        ((*_ORGAN, "--year", "2024", "--edition", "2016"), "--edition 不能是“2016”"),
        ((*_ORGAN, "--year", "2024", "--format", "docx"), "--format 不能是“docx”"),
        (("--organ", "青禾<局", "--year", "2024"), "机关名称里不能有“<”"),
        ((*_ORGAN, "--year", "2024", "blank.html"), "不认识的参数：blank.html"),
    ],
)
def test_a_wrong_call_is_one_line_and_code_2(
    cli: Cli, arguments: tuple[str, ...], says: str, tmp_path: Path
) -> None:
    ran = cli("new", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err
    assert ran.err.count("\n") == 1
    english = cli("new", *arguments, "--lang", "en")
    assert english.code == 2
    assert english.err.startswith("nianbao: ")
    assert english.err != ran.err
    assert list(tmp_path.iterdir()) == []


def test_the_page_is_utf_8_whatever_the_terminal_speaks(process: Process) -> None:
    ran = process.run(*_NEW, env={"PYTHONUTF8": "0", "PYTHONIOENCODING": "gbk"})
    assert ran.returncode == 0
    assert "青禾县云溪镇人民政府2024年" in ran.stdout.decode("utf-8")


def test_neither_the_reader_of_pages_nor_the_drawing_of_tables_is_loaded(process: Process) -> None:
    code = (
        "import sys; from nianbao.cli.main import main; main(sys.argv[1:]);"
        "print(*sorted({'lxml', 'rich', 'jsonschema', 'yaml'} & set(sys.modules)), file=sys.stderr)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, *_NEW],
        env=process.environment(),
        capture_output=True,
        check=True,
    )
    assert ran.stderr.split() == []
