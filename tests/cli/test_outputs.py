"""Do the outputs of one run go each to its place, or does the run end before it begins?"""

import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from nianbao.formatters.junit import JunitFormatter
from tests.cli.conftest import Cli
from tests.cli.documents import clean_json, clean_page, faulty_json

Write = Callable[[str, str | bytes], str]
_NAMES = (
    "json",
    "jsonl",
    "sarif",
    "junit",
    "github",
    "gitlab",
    "checkstyle",
    "rdjsonl",
    "markdown",
    "csv",
)


def test_every_format_comes_from_one_run(cli: Cli, write: Write, tmp_path: Path) -> None:
    name = write("error.json", faulty_json())
    ran = cli("check", "--format=table", *(f"--format={each}=out.{each}" for each in _NAMES), name)
    assert (ran.code, ran.err) == (1, "")
    assert "VAL004" in ran.out
    for each in _NAMES:
        assert "VAL004" in (tmp_path / f"out.{each}").read_text("utf-8"), each


@pytest.mark.parametrize("name", _NAMES)
def test_a_format_shows_what_it_writes(cli: Cli, write: Write, tmp_path: Path, name: str) -> None:
    checked = write("error.json", faulty_json())
    shown = cli("check", f"--format={name}", checked).out
    cli("check", f"--format={name}", "--output=out", checked)
    assert (tmp_path / "out").read_bytes().decode() == shown


@pytest.mark.parametrize("target", ["out.json", "a/out.html", "./a/../x.md", "error.json"])
def test_an_output_that_would_be_checked_is_refused(
    cli: Cli, write: Write, tmp_path: Path, target: str
) -> None:
    write("error.json", faulty_json())
    write("a/clean.json", clean_json())
    ran = cli("check", ".", f"--format=json={target}", "--format=sarif=out.sarif")
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (2, "", 1)
    assert ran.err.startswith(f"nianbao：{target}：这")
    assert (tmp_path / "error.json").read_text("utf-8") == faulty_json()
    assert not (tmp_path / "out.sarif").exists()


@pytest.mark.parametrize("target", ["out.sarif", ".out.json", ".cache/out.json", "out"])
def test_an_output_that_no_run_would_check_may_lie_in_the_folder(
    cli: Cli, write: Write, tmp_path: Path, target: str
) -> None:
    write("clean.json", clean_json())
    (tmp_path / ".cache").mkdir()
    assert cli("check", ".", f"--format=sarif={target}").code == 0
    assert (tmp_path / target).exists()


def test_an_output_beside_the_folder_may_have_any_name(
    cli: Cli, write: Write, tmp_path: Path
) -> None:
    write("reports/clean.json", clean_json())
    assert cli("check", "reports", "--format=json=reports.json").code == 0
    assert json.loads((tmp_path / "reports.json").read_text("utf-8"))["version"] == 1


def test_a_document_is_never_overwritten(cli: Cli, write: Write, tmp_path: Path) -> None:
    name = write("error.json", faulty_json())
    os.symlink("error.json", tmp_path / "link.sarif")
    for target in ("error.json", "./error.json", "link.sarif"):
        ran = cli("check", name, f"--format=sarif={target}")
        assert (ran.code, ran.err) == (2, f"nianbao：{target}：这是要检查的文件，不能用输出覆盖\n")
    assert (tmp_path / name).read_text("utf-8") == faulty_json()


@pytest.mark.parametrize("option", ["--format=json=outside.json", "--output=outside.json"])
@pytest.mark.parametrize("link", [os.symlink, os.link])
def test_a_document_is_not_overwritten_by_another_name(
    cli: Cli, write: Write, tmp_path: Path, option: str, link: Callable[[str, Path], None]
) -> None:
    write("outside.json", faulty_json())
    write("reports/clean.json", clean_json())
    link(str(tmp_path / "outside.json"), tmp_path / "reports/linked.json")
    for checked in ("reports", "reports/linked.json"):
        ran = cli("check", option, checked)
        assert (ran.code, ran.out, len(ran.err.splitlines())) == (2, "", 1)
        assert "这是要检查的文件，不能用输出覆盖" in ran.err
    assert (tmp_path / "outside.json").read_text("utf-8") == faulty_json()


@pytest.mark.parametrize("command", ["read", "convert"])
def test_what_is_read_is_not_overwritten(
    cli: Cli, write: Write, tmp_path: Path, command: str
) -> None:
    name = write("report.json", faulty_json())
    os.symlink(name, tmp_path / "soft.json")
    os.link(tmp_path / name, tmp_path / "hard.json")
    for target in (name, "./report.json", "soft.json", "hard.json"):
        ran = cli(command, name, f"--output={target}")
        says = f"nianbao：{target}：这是要读的文件，不能用输出覆盖，请换一个文件名\n"
        assert (ran.code, ran.out, ran.err) == (2, "", says)
    assert (tmp_path / name).read_text("utf-8") == faulty_json()


def test_a_document_that_is_missing_is_not_made_by_an_output(cli: Cli, tmp_path: Path) -> None:
    assert cli("check", "gone.json", "--format=json=gone.json").code == 2
    assert not (tmp_path / "gone.json").exists()


_EMPTY = {
    "json": '"documents": []',
    "jsonl": "",
    "sarif": '"results": []',
    "junit": 'tests="0" failures="0" errors="0"',
    "github": "共 0 份文件",
    "gitlab": "[]\n",
    "checkstyle": "<checkstyle",
    "rdjsonl": "",
    "markdown": "共 0 份文件",
    "csv": "文件,",
    "html": "</html>",
}


@pytest.mark.parametrize("name", _EMPTY)
def test_where_nothing_is_to_be_checked_the_next_step_finds_its_file(
    cli: Cli, tmp_path: Path, name: str
) -> None:
    ran = cli("check", ".", "--skip-other", f"--format={name}=out")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert _EMPTY[name] in (tmp_path / "out").read_text("utf-8")
    assert _EMPTY[name] in cli("check", ".", "--skip-other", f"--format={name}").out


def test_people_are_not_told_of_nothing(cli: Cli) -> None:
    assert cli("check", ".", "--skip-other") == (0, "", "")


def test_a_clean_report_leaves_nothing_to_show(cli: Cli, write: Write) -> None:
    name = write("clean.json", clean_json())
    for form in ("jsonl", "rdjsonl"):
        assert cli("check", name, f"--format={form}") == (0, "", "")
    assert cli("check", name, "--format=gitlab").out == "[]\n"
    assert "<file" not in cli("check", name, "--format=checkstyle").out
    assert len(cli("check", name, "--format=csv").out.splitlines()) == 1
    (run,) = json.loads(cli("check", name, "--format=sarif").out)["runs"]
    assert (run["results"], run["invocations"][0]["executionSuccessful"]) == ([], True)
    assert 'failures="0" errors="0"' in cli("check", name, "--format=junit").out


def test_no_output_is_there_where_one_fails(
    cli: Cli, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = write("error.json", faulty_json())

    def fails(_self: object, _result: object, _canvas: object) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(JunitFormatter, "render", fails)
    ran = cli("check", name, "--format=sarif=out.sarif", "--format=junit=out.xml")
    assert (ran.code, ran.out, ran.err) == (130, "", "nianbao：已中断\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["error.json"]


@pytest.mark.parametrize(
    ("target", "is_there"), [("no/out.sarif", False), ("", False), ("folder", True)]
)
def test_an_output_that_cannot_be_written_ends_the_run_before_it_begins(
    cli: Cli, write: Write, tmp_path: Path, target: str, *, is_there: bool
) -> None:
    name = write("error.json", faulty_json())
    (tmp_path / "folder").mkdir()
    ran = cli("check", name, "--format=table=good.log", f"--format=sarif={target}")
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (2, "", 1)
    assert not (tmp_path / "good.log").exists()
    assert (tmp_path / (target or "none")).exists() is is_there


def test_a_read_only_folder_is_told_at_once(as_owner: Cli, write: Write, tmp_path: Path) -> None:
    name = write("error.json", faulty_json())
    (tmp_path / "closed").mkdir(mode=0o500)
    ran = as_owner("check", name, "--format=junit=out.xml", "--format=sarif=closed/out.sarif")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "nianbao：closed/out.sarif：这个文件写不了\n"
    assert not (tmp_path / "out.xml").exists()


def test_one_file_by_two_names_is_refused(cli: Cli, write: Write, tmp_path: Path) -> None:
    name = write("error.json", faulty_json())
    (tmp_path / "out").mkdir()
    (tmp_path / "link").symlink_to("out")
    ran = cli("check", name, "--format=sarif=out/a", "--format=junit=link/a")
    assert (ran.code, ran.err) == (2, "nianbao：link/a：两种输出写到了同一个文件\n")
    assert not (tmp_path / "out/a").exists()


def test_the_summary_of_a_job_is_added_to(
    cli: Cli, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name, summary = write("error.json", faulty_json()), write("summary", "before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / summary))
    assert cli("check", name).code == 1
    assert (tmp_path / summary).read_text("utf-8") == "before\n"
    assert cli("check", name, "--format=github").code == 1
    text = (tmp_path / summary).read_text("utf-8")
    assert text.startswith("before\n# 年报检查结果\n")
    assert "VAL004" in text


def test_a_summary_that_cannot_be_written_ends_the_run_first(
    cli: Cli, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = write("error.json", faulty_json())
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "no/summary")
    ran = cli("check", name, "--format=github")
    assert (ran.code, ran.out, ran.err) == (2, "", "nianbao：no/summary：任务摘要写不了\n")


def test_a_summary_whose_disk_is_full_is_one_line(
    cli: Cli, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = write("error.json", faulty_json())
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "/dev/full")
    ran = cli("check", name, "--format=github")
    assert (ran.code, ran.err) == (2, "nianbao：/dev/full：任务摘要写不了\n")


def _wide_json() -> str:
    return faulty_json().replace("\n", "").replace("云溪镇", "𠮷溪镇")


def _wide_page() -> str:
    page = clean_page().replace("\n", "").replace("<body", "<!-- 𠮷𠮷 --><body")
    return re.sub(r"(<td[^>]*>)0(?=</td>)", r"\1约十件", page, count=1)


@pytest.mark.parametrize(("name", "text"), [("a.json", _wide_json()), ("a.html", _wide_page())])
def test_each_format_counts_columns_in_its_own_unit(
    cli: Cli, write: Write, name: str, text: str
) -> None:
    """The cell stands behind Chinese and behind characters of two units of UTF-16, on one line."""
    write(name, text)

    def written(form: str) -> str:
        return cli("check", name, "--select=VAL004", f"--format={form}").out

    (found,) = json.loads(written("sarif"))["runs"][0]["results"]
    region = found["locations"][0]["physicalLocation"]["region"]
    units = _cut(text.encode("utf-16-le"), 2, region["startColumn"], region["endColumn"])
    assert units.decode("utf-16-le") == "约十件"
    places = re.search(r"col=(\d+),endColumn=(\d+)", written("github"))
    assert places is not None
    assert tuple(map(int, places.groups())) == (region["startColumn"], region["endColumn"])
    (line,) = written("rdjsonl").splitlines()
    start, end = (json.loads(line)["location"]["range"][key]["column"] for key in ("start", "end"))
    assert _cut(text.encode(), 1, start, end).decode() == "约十件"
    (line,) = written("jsonl").splitlines()
    points = json.loads(line)
    assert text[points["column"] - 1 : points["end_column"] - 1] == "约十件"
    assert f'column="{points["column"]}"' in written("checkstyle")
    assert f",1,{points['column']}," in written("csv")
    assert f" 1:{points['column']} |" in written("markdown")
    assert f"(1:{points['column']})" in written("junit")


def _cut(data: bytes, size: int, start: int, end: int) -> bytes:
    """Return what stands between two columns of units of some bytes each."""
    return data[size * (start - 1) : size * (end - 1)]
