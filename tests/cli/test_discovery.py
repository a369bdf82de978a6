"""Which files of a folder are checked, and what is said of the others?"""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Cli, Process
from tests.cli.documents import OTHER, clean_json, clean_page

Write = Callable[[str, str | bytes], str]


def _statuses(cli: Cli, *arguments: str) -> dict[str, str]:
    result = json.loads(cli("check", "--format", "json", *arguments).out)
    return {each["path"]: each["status"] for each in result["documents"]}


@pytest.fixture
def site(write: Write) -> None:
    """Write a folder as a site has it."""
    write("site/2024.json", clean_json())
    write("site/b/2020.HTML", clean_page("2019"))
    write("site/b/a.shtml", OTHER)
    write("site/b/a.xhtml", OTHER)
    write("site/b/a.htm", OTHER)
    write("site/b/notes.md", "# 说明\n")
    write("site/b/notes.txt", "说明\n")
    for left_out in (
        "style.css",
        "2024.docx",
        "2024.html.bak",
        "html",
        ".git/2024.html",
        ".2024.html",
        "b/.cache/x/2024.json",
        "node_modules/2024.json",
        "b/node_modules/y/2024.json",
    ):
        write(f"site/{left_out}", clean_page() if "html" in left_out else clean_json())


@pytest.mark.usefixtures("site")
def test_a_folder_gives_the_files_that_can_be_read_in_order(cli: Cli) -> None:
    found = _statuses(cli, "site")
    assert list(found.items()) == [
        ("site/2024.json", "read"),
        ("site/b/2020.HTML", "read"),
        ("site/b/a.htm", "other"),
        ("site/b/a.shtml", "other"),
        ("site/b/a.xhtml", "other"),
        ("site/b/notes.md", "other"),
        ("site/b/notes.txt", "other"),
    ]


@pytest.mark.usefixtures("site")
def test_without_a_path_the_current_folder_is_checked(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path / "site" / "b")
    ran = cli("check")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[0].startswith("2020.HTML：")
    assert ran.out.splitlines()[-2] == "共 6 份文件：读取 1，其他 5，未能读全 0"


@pytest.mark.usefixtures("site")
def test_a_folder_that_is_left_out_can_be_named(cli: Cli) -> None:
    assert _statuses(cli, "site/node_modules", "site/.git", "site/.2024.html") == {
        "site/node_modules/2024.json": "read",
        "site/.git/2024.html": "read",
        "site/.2024.html": "read",
    }


@pytest.mark.usefixtures("site")
def test_a_file_named_twice_is_checked_once(cli: Cli) -> None:
    assert list(_statuses(cli, "site/2024.json", "./site/2024.json", "site", "site/b")) == [
        "site/2024.json",
        "site/b/2020.HTML",
        "site/b/a.htm",
        "site/b/a.shtml",
        "site/b/a.xhtml",
        "site/b/notes.md",
        "site/b/notes.txt",
    ]


@pytest.mark.usefixtures("site")
def test_other_files_of_a_folder_are_counted_but_not_listed(cli: Cli) -> None:
    ran = cli("check", "site")
    assert (ran.code, ran.err) == (0, "")
    assert "a.htm" not in ran.out
    assert "共 7 份文件：读取 2，其他 5，未能读全 0" in ran.out


def test_loops_of_links_end(cli: Cli, write: Write, tmp_path: Path) -> None:
    write("site/2024.json", clean_json())
    (tmp_path / "site" / "again").symlink_to(tmp_path / "site", target_is_directory=True)
    (tmp_path / "site" / "up").symlink_to("..", target_is_directory=True)
    assert _statuses(cli, "site") == {"site/2024.json": "read"}
    assert _statuses(cli, "site/again") == {"site/again/2024.json": "read"}


def test_a_link_to_itself_is_one_unreadable_file(cli: Cli, write: Write, tmp_path: Path) -> None:
    write("clean.json", clean_json())
    (tmp_path / "loop.html").symlink_to("loop.html")
    ran = cli("check", "loop.html", "clean.json")
    assert (ran.code, ran.err) == (3, "")
    assert [line for line in ran.out.splitlines() if line.startswith("loop.html：未能读全：")]
    assert "clean.json：青禾县云溪镇" in ran.out


def test_unreadable_files_of_a_folder_are_others_unless_they_look_like_reports(
    cli: Cli, write: Write
) -> None:
    write("site/clean.json", clean_json())
    write("site/broken.json", '{"name": ')
    write("site/empty.html", "")
    write("site/image.html", b"\x89PNG\r\n\x1a\n\0\0\0")
    assert cli("check", "site").code == 0
    escaped = json.dumps("政府信息公开")[1:-1]
    for name, content in (
        ("words.json", '{"title": "政府信息公开'),
        ("escaped.json", '{"title": "' + escaped),
        ("gbk.html", "<table>政府信息公开".encode("gb18030")),
        ("utf-16.html", "<table>政府信息公开".encode("utf-16")),
        ("keys.json", '{"edition" : "2021", "requests": {'),
    ):
        path = write(f"site/{name}", content)
        ran = cli("check", "site")
        assert ran.code == 3, name
        assert f"{path}:" in ran.out
        assert "其他 3，未能读全 1" in ran.out
        Path(path).unlink()


def test_skip_other_says_nothing_of_files_that_are_no_report(cli: Cli, write: Write) -> None:
    names = [
        write("other.html", OTHER),
        write("broken.json", "{"),
        write("empty.txt", ""),
        write("binary.html", b"\0\1\2\3"),
        write("clean.json", clean_json()),
    ]
    ran = cli("check", "--skip-other", *names)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "clean.json：青禾县云溪镇人民政府2024年报告，2021年版，可以发布",
        "",
        "共 5 份文件：读取 1，其他 4，未能读全 0",
        "错误 0，警告 0，提示 0，未能检查 0，规则出错 0",
    ]
    cut = write("cut.json", clean_json()[:-30])
    assert cli("check", "--skip-other", *names, cut).code == 3


def test_a_name_that_is_no_text_is_shown_escaped(process: Process) -> None:
    name = b"\xc4\xea\xb1\xa8.json"
    (process.folder / os.fsdecode(name)).write_text(clean_json(), encoding="utf-8")
    for arguments in ((name,), (b".",), (b"--format=json", name)):
        ran = process.run("check", *arguments)
        assert (ran.returncode, ran.stderr) == (0, b"")
        assert b"udcc4" in ran.stdout
        assert "可以发布" in ran.stdout.decode() or '"findings": []' in ran.stdout.decode()
