"""Does bad input get one clear line, while the rest of the run goes on?"""

import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.bad_input import DOCUMENTS, Bad
from tests.cli.conftest import Cli, Process
from tests.cli.documents import CLEAN_LINE, clean_json, clean_page, json_with

Write = Callable[[str, str | bytes], str]

_CHINESE = re.compile(r"[\u3000-\u9fff\uff00-\uffef]")


def _line(out: str, name: str) -> str:
    """Return the one line of the output that speaks of a file."""
    (line,) = (line for line in out.splitlines() if line.startswith(name))
    return line


@pytest.mark.parametrize("bad", DOCUMENTS, ids=lambda bad: bad.name)
def test_a_document_that_cannot_be_read_gets_one_line(cli: Cli, write: Write, bad: Bad) -> None:
    write(bad.name, bad.content)
    write("clean.json", clean_json())
    for language, said in (("zh", bad.zh), ("en", bad.en)):
        ran = cli("check", "--lang", language, bad.name, "clean.json")
        assert (ran.code, ran.err) == (3, "")
        line = _line(ran.out, bad.name)
        assert said in line
        place = re.match(r"(?::\d+(?::\d+)?)?", line.removeprefix(bad.name))
        assert place is not None
        assert place[0] == bad.where or (bad.where == "*" and place[0])
        if language == "zh":
            assert f"clean.json：{CLEAN_LINE}" in ran.out
        else:
            assert not _CHINESE.search(line.replace("政府信息公开", ""))


@pytest.mark.parametrize("bad", DOCUMENTS, ids=lambda bad: bad.name)
def test_json_says_what_the_line_says(cli: Cli, write: Write, bad: Bad) -> None:
    write(bad.name, bad.content)
    (document,) = json.loads(cli("check", "--format", "json", bad.name).out)["documents"]
    assert document["status"] == "unreadable"
    assert bad.zh in document["problem"]
    where = [document[key] for key in ("line", "column") if key in document]
    shown = "".join(f":{number}" for number in where)
    assert shown == bad.where or (bad.where == "*" and shown)


@pytest.mark.parametrize("bad", DOCUMENTS, ids=lambda bad: bad.name)
def test_convert_says_it_too(cli: Cli, write: Write, bad: Bad) -> None:
    ran = cli("convert", write(bad.name, bad.content))
    assert (ran.code, ran.out) == (3, "")
    (line,) = ran.err.splitlines()
    assert line.startswith(bad.name)
    assert bad.zh in line


def test_all_bad_documents_at_once_do_not_keep_the_good_ones_from_being_checked(
    cli: Cli, write: Write
) -> None:
    names = [write(bad.name, bad.content) for bad in DOCUMENTS]
    good = [write(f"clean-{number}.json", clean_json()) for number in range(3)]
    ran = cli("check", "missing.html", *names, *good)
    assert (ran.code, ran.err) == (3, "")
    assert sum(CLEAN_LINE in line for line in ran.out.splitlines()) == 3
    unreadable = len(DOCUMENTS) + 1
    assert f"共 {unreadable + 3} 份文件：读取 3，其他 0，未能读全 {unreadable}\n" in ran.out


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("missing.html", "没有这个文件"),
        ("no/such/folder", "没有这个文件"),
        ("clean.json/inside", "读不了这个文件"),
        ("x" * 300 + ".html", "读不了这个文件"),
        ("a\0b.html", "读不了这个文件"),
        ("", "没有这个文件"),
    ],
    ids=["missing", "no-folder", "inside-a-file", "too-long", "nul", "empty"],
)
def test_a_path_that_leads_nowhere_is_one_unreadable_document(
    cli: Cli, write: Write, path: str, said: str
) -> None:
    write("clean.json", clean_json())
    ran = cli("check", path, "clean.json")
    assert (ran.code, ran.err) == (3, "")
    assert f"未能读全：{said}" in ran.out
    assert f"clean.json：{CLEAN_LINE}" in ran.out


def test_what_is_no_regular_file_is_not_waited_for(cli: Cli, write: Write, tmp_path: Path) -> None:
    write("clean.json", clean_json())
    os.mkfifo(tmp_path / "pipe.html")
    ran = cli("check", "pipe.html", "clean.json")
    assert (ran.code, ran.err) == (3, "")
    assert _line(ran.out, "pipe.html") == "pipe.html：未能读全：不是普通文件"
    assert f"clean.json：{CLEAN_LINE}" in ran.out


def test_a_file_that_may_not_be_read_is_named(as_owner: Cli, write: Write, tmp_path: Path) -> None:
    write("clean.json", clean_json())
    write("locked.json", clean_json())
    (tmp_path / "locked.json").chmod(0)
    code, out, err = as_owner("check", "locked.json", "clean.json")
    assert (code, err) == (3, "")
    assert _line(out, "locked.json") == "locked.json：未能读全：没有读取权限"
    assert f"clean.json：{CLEAN_LINE}" in out


@pytest.mark.parametrize("path", ["locked", "locked/a.json"])
def test_a_folder_that_may_not_be_listed_is_named(
    as_owner: Cli, write: Write, tmp_path: Path, path: str
) -> None:
    write("clean.json", clean_json())
    write("locked/a.json", clean_json())
    (tmp_path / "locked").chmod(0)
    try:
        code, out, err = as_owner("check", path, "clean.json")
    finally:
        (tmp_path / "locked").chmod(0o700)
    assert (code, err) == (3, "")
    assert _line(out, "locked").endswith("：未能读全：没有读取权限")
    assert f"clean.json：{CLEAN_LINE}" in out


def test_a_file_over_the_limit_is_not_read(cli: Cli, write: Write) -> None:
    size = len(clean_page().encode())
    write("clean.html", clean_page())
    write("small.html", "<p>")
    limit = (size - 1) / 2**20
    ran = cli("check", f"--max-size={limit}", "clean.html", "small.html")
    assert ran.code == 3
    assert "超过上限" in _line(ran.out, "clean.html：未能读全")
    assert "--max-size" in ran.out
    assert cli("check", f"--max-size={size / 2**20}", "clean.html").code == 0


def test_the_limit_is_20_mib_unless_another_is_set(cli: Cli, tmp_path: Path) -> None:
    for name, more in (("at.txt", 0), ("over.txt", 1)):
        with (tmp_path / name).open("wb") as file:
            file.truncate(20 * 2**20 + more)
    ran = cli("check", "at.txt", "over.txt")
    assert ran.code == 3
    assert "文件有 20,971,521 B，超过上限 20,971,520 B" in _line(ran.out, "over.txt")
    assert "上限" not in _line(ran.out, "at.txt")


def test_huge_spans_are_harmless(cli: Cli, write: Write) -> None:
    for number, span in enumerate(("colspan", "rowspan")):
        page = clean_page().replace("<td", f'<td {span}="99999999"')
        ran = cli("check", write(f"{number}.html", page))
        assert (ran.code, ran.err) == (0, "")


def test_entities_that_multiply_are_not_resolved(cli: Cli, write: Write) -> None:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    page = f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY e0 "信">{levels}]><html>&e9;</html>'
    ran = cli("check", write("entities.xhtml", page))
    assert (ran.code, ran.err) == (1, "")
    assert "DOC001" in ran.out
    assert len(ran.out) < 5_000


@pytest.mark.parametrize("declared", ["gb2312", "gbk", "GB18030"])
def test_a_page_that_declares_gb2312_is_read_with_characters_beyond_it(
    cli: Cli, write: Write, declared: str
) -> None:
    page = clean_page(charset=declared).replace("</h1>", "</h1><p>联系人：镕</p>", 1)
    path = write("page.html", page.encode("gb18030"))
    (document,) = json.loads(cli("check", "--format=json", path).out)["documents"]
    assert (document["status"], document["encoding"]) == ("read", "gb18030")
    assert document["findings"] == []
    assert "镕" in cli("convert", path).out


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig"])
def test_other_encodings_of_unicode_are_read(cli: Cli, write: Write, encoding: str) -> None:
    for name, text in (("a.html", clean_page()), ("a.json", clean_json())):
        ran = cli("check", write(name, text.encode(encoding)))
        assert (ran.code, ran.err) == (0, ""), ran.out


def test_numbers_written_as_text_are_read_as_numbers(cli: Cli, write: Write) -> None:
    path = write("text.json", json_with("/disclosure/licences/decisions", "3"))
    ran = cli("check", path)
    assert (ran.code, ran.err) == (0, "")
    assert CLEAN_LINE in ran.out


def test_half_a_character_in_json_does_not_stop_the_output(process: Process) -> None:
    text = clean_json().replace("青禾县云溪镇2024年", r"\ud83d青禾县云溪镇2024年", 1)
    (process.folder / "half.json").write_text(text, encoding="utf-8")
    for arguments in (("check", "half.json"), ("check", "--format=json", "half.json")):
        ran = process.run(*arguments)
        assert (ran.returncode, ran.stderr) == (0, b"")
    assert process.run("convert", "half.json").returncode == 0
