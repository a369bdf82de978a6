"""Does each output go where it was sent, whole, and in the form that was promised?"""

import errno
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.cli.bad_input import DOCUMENTS
from tests.cli.conftest import Cli, Process
from tests.cli.documents import OTHER, clean_json, clean_page, faulty_json, noted_json, warned_json
from tests.packaging.environments import EXAMPLE, ROOT

Write = Callable[[str, str | bytes], str]
_SCHEMA = json.loads((ROOT / "schemas" / "result-v1.schema.json").read_text(encoding="utf-8"))


@pytest.fixture
def all_kinds(write: Write) -> list[str]:
    """Write a document of every kind."""
    bad = [write(each.name, each.content) for each in DOCUMENTS]
    return [
        *bad,
        write("clean.json", clean_json()),
        write("clean.html", clean_page("2019", "word")),
        write("clean.txt", clean_page("2021", "text")),
        write("error.json", faulty_json()),
        write("warning.json", warned_json()),
        write("info.json", noted_json()),
        write("other.html", OTHER),
        write("damaged.json", clean_json(period={"text": "20241月1日至12月31日"})),
        write("half.json", clean_json(preface=r"半个字\ud83d").replace(r"\\u", r"\u")),
        write("example.txt", EXAMPLE.read_bytes()),
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_json_fits_its_schema(cli: Cli, all_kinds: list[str], language: str) -> None:
    ran = cli("check", "--format", "json", "--lang", language, "no.html", *all_kinds)
    assert (ran.code, ran.err) == (3, "")
    result = json.loads(ran.out, parse_constant=pytest.fail)
    Draft202012Validator(_SCHEMA).validate(result)
    assert result["language"] == language
    assert [each["path"] for each in result["documents"]] == ["no.html", *all_kinds]
    _agrees(result)


def _agrees(result: dict[str, Any]) -> None:
    """Compare the summary with the documents."""
    summary, documents = result["summary"], result["documents"]
    statuses = [each["status"] for each in documents]
    severities = [finding["severity"] for each in documents for finding in each["findings"]]
    assert summary == {
        "documents": len(documents),
        **{status: statuses.count(status) for status in ("read", "other", "unreadable")},
        **{f"{word}s": severities.count(word) for word in ("error", "warning", "info")},
        "known": 0,
        "explained": 0,
        "not_checked": sum(len(each["not_checked"]) for each in documents),
        "crashed": 0,
    }
    assert min(summary["read"], summary["other"], summary["unreadable"]) > 0


def test_the_example_has_the_findings_that_were_promised(cli: Cli) -> None:
    ran = cli("check", "--format=json", str(EXAMPLE))
    result = json.loads(ran.out)
    (document,) = result["documents"]
    assert ran.code == 1
    assert (document["edition"], document["year"]) == ("2019", 2020)
    assert [result["summary"][key] for key in ("errors", "warnings", "infos")] == [4, 3, 4]
    assert len(document["findings"]) == 11
    for finding in document["findings"]:
        assert len(finding["fingerprint"]) == 16
        assert finding["basis"]
        assert finding["state"] == "new"
    assert len({finding["fingerprint"] for finding in document["findings"]}) == 11


def test_several_outputs_come_from_one_run(cli: Cli, write: Write, tmp_path: Path) -> None:
    name = write("error.json", faulty_json())
    ran = cli(
        "check", "--format", "table", "--format", "json=out.json", "--format=table=out.txt", name
    )
    assert (ran.code, ran.err) == (1, "")
    assert (tmp_path / "out.txt").read_text(encoding="utf-8") == ran.out
    result = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert [finding["rule"] for finding in result["documents"][0]["findings"]] == ["VAL004"]


def test_output_writes_to_a_file_what_would_be_shown(
    cli: Cli, write: Write, tmp_path: Path
) -> None:
    name = write("error.json", faulty_json())
    for chosen in ("table", "json"):
        shown = cli("check", "--format", chosen, name)
        written = cli("check", "--format", chosen, "--output", "结果.txt", name)
        assert written == (1, "", "")
        assert (tmp_path / "结果.txt").read_text(encoding="utf-8") == shown.out
    assert (tmp_path / "结果.txt").read_bytes()[:1] == b"{"


def test_an_output_file_replaces_another_and_leaves_nothing_else(
    cli: Cli, write: Write, tmp_path: Path
) -> None:
    name = write("clean.json", clean_json())
    write("out.txt", "old" * 10_000)
    assert cli("check", "--output=out.txt", name).code == 0
    assert (tmp_path / "out.txt").read_text(encoding="utf-8").startswith("clean.json：")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["clean.json", "out.txt"]
    mask = os.umask(0)
    os.umask(mask)
    assert (tmp_path / "out.txt").stat().st_mode & 0o777 == 0o666 & ~mask


def test_a_write_that_fails_leaves_the_old_file_and_no_half_one(
    cli: Cli, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = write("clean.json", clean_json())
    write("out.txt", "old")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    monkeypatch.setattr(os, "replace", full)
    for command in ("check", "convert"):
        ran = cli(command, "--output=out.txt", name)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err == "nianbao：out.txt：这个文件写不了\n"
    assert (tmp_path / "out.txt").read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["clean.json", "out.txt"]


@pytest.mark.parametrize("target", ["no/folder/out.txt", "folder", "clean.json/out.txt", "x" * 300])
@pytest.mark.parametrize("command", ["check", "convert"])
def test_a_place_that_cannot_be_written_is_refused(
    cli: Cli, write: Write, command: str, target: str
) -> None:
    name = write("clean.json", clean_json())
    write("folder/inside.txt", "")
    ran = cli(command, "--output", target, name)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"nianbao：{target}：这个文件写不了\n"
    english = cli(command, "--lang=en", "--output", target, name)
    assert english.err == f"nianbao: {target}: this file cannot be written\n"


def test_an_unwritable_output_is_found_before_anything_else_is_written(
    cli: Cli, write: Write, tmp_path: Path
) -> None:
    name = write("clean.json", clean_json())
    ran = cli("check", "--format=json=first.json", "--format=table=no/second.txt", name)
    assert (ran.code, ran.out) == (2, "")
    assert not (tmp_path / "first.json").exists()


def test_what_is_no_regular_file_is_never_replaced(cli: Cli, write: Write, tmp_path: Path) -> None:
    name = write("clean.json", clean_json())
    os.mkfifo(tmp_path / "pipe")
    ran = cli("check", "--output=pipe", name)
    assert (tmp_path / "pipe").is_fifo()
    assert (ran.code, ran.err) == (2, "nianbao：pipe：这个文件写不了\n")


@pytest.mark.parametrize("columns", ["abc", "0", "-5", "", "1", "99999999999999999999"])
def test_a_width_that_is_none_does_no_harm(process: Process, columns: str) -> None:
    (process.folder / "error.json").write_text(faulty_json(), encoding="utf-8")
    ran = process.run("check", "error.json", env={"COLUMNS": columns})
    assert (ran.returncode, ran.stderr) == (1, b"")
    assert "VAL004" in ran.stdout.decode()
