"""Does convert print the canonical report, and does it read back to the same?"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from nianbao.conforming import conforming
from nianbao.readers import json_
from tests.cli.conftest import Cli
from tests.cli.documents import clean_json, clean_page, faulty_json, json_with
from tests.packaging.environments import EXAMPLE

Write = Callable[[str, str | bytes], str]


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_canonical_json_comes_back_as_it_was(cli: Cli, write: Write, edition: str) -> None:
    ran = cli("convert", write("report.json", clean_json(edition)))
    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out) == {
        key: value for key, value in conforming(edition).items() if value
    } | {"sections": json.loads(ran.out)["sections"]}


def _findings(cli: Cli, path: str) -> list[tuple[Any, ...]]:
    result = json.loads(cli("check", "--format=json", path).out)
    return sorted(
        (each["rule"], each["place"], each["severity"], json.dumps(each["values"]))
        for each in result["documents"][0]["findings"]
    )


@pytest.mark.parametrize("style", ["example", "faulty", "clean", "word", "text"])
def test_what_is_converted_has_the_findings_of_the_original(
    cli: Cli, write: Write, style: str
) -> None:
    originals: dict[str, str | bytes] = {"example": EXAMPLE.read_bytes(), "faulty": faulty_json()}
    suffix = {"example": "txt", "faulty": "json", "text": "txt"}.get(style, "html")
    path = write(f"original.{suffix}", originals.get(style) or clean_page("2019", style))
    assert cli("convert", path, "--output", "converted.json") == (0, "", "")
    found = _findings(cli, path)
    assert _findings(cli, "converted.json") == found
    assert len(found) == {"example": 11, "faulty": 1}.get(style, 0)


def test_what_is_converted_twice_stays_the_same(cli: Cli, write: Write) -> None:
    first = cli("convert", str(EXAMPLE)).out
    assert cli("convert", write("first.json", first)).out == first


def test_the_year_may_come_from_the_command_line(cli: Cli, write: Write) -> None:
    data = {key: value for key, value in conforming("2021").items() if key == "requests"}
    path = write("report.json", json.dumps(data))
    assert "year" not in json.loads(cli("convert", path).out)
    assert json.loads(cli("convert", "--year", "2023", path).out)["year"] == 2023
    whole = write("whole.json", clean_json())
    assert json.loads(cli("convert", "--year", "2023", whole).out)["year"] == 2024


def test_a_folder_or_a_missing_file_is_unreadable(cli: Cli, tmp_path: Path, write: Write) -> None:
    (tmp_path / "folder").mkdir()
    for path, zh, en in (
        ("folder", "不是普通文件", "this is no regular file"),
        ("missing.html", "没有这个文件", "there is no such file"),
    ):
        assert cli("convert", path) == (3, "", f"{path}：{zh}\n")
        assert cli("convert", "--lang=en", path) == (3, "", f"{path}: {en}\n")
    write("broken.json", '{\n "year": }')
    ran = cli("convert", "broken.json", "--output=out.json")
    assert ran.code == 3
    assert ran.err.startswith("broken.json:2:10：不是完好的 JSON")
    assert not (tmp_path / "out.json").exists()


def test_a_reader_that_fails_is_one_line(
    cli: Cli, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        msg = "no such state"
        raise RuntimeError(msg)

    path = write("report.json", clean_json())
    monkeypatch.setattr(json_, "read", fail)
    ran = cli("convert", path)
    assert (ran.code, ran.out) == (3, "")
    assert len(ran.err.splitlines()) == 1
    assert "RuntimeError: no such state" in ran.err
    checked = cli("check", path, "missing.html")
    assert checked.code == 3
    assert "RuntimeError: no such state" in checked.out


def test_blanks_are_counted_as_the_command_line_says(cli: Cli, write: Write) -> None:
    path = write("blank.json", json_with("/requests/received/natural_person", None))
    total = write("total.json", json_with("/review_litigation/review/upheld", None))
    for name in (path, total):
        strict = json.loads(cli("check", "--format=json", "--blank=strict", name).out)
        zero = json.loads(cli("check", "--format=json", "--blank=zero", name).out)
        assert strict["summary"]["not_checked"] > zero["summary"]["not_checked"] == 0
