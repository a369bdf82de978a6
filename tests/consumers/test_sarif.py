"""Do programs that read SARIF take ours?"""

import json
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from nianbao.model.text import Language
from tests.consumers.programs import MODULES, python_script, ran, written

_PACKAGE = MODULES / "@microsoft/sarif-multitool-linux"
_SCHEMA = _PACKAGE / "sarif-2.1.0.json"
# It wants the words of each line in the log; reports stay where they are.
_NOT_MEANT = {"SARIF2005"}


def _multitool() -> Path:
    """Return the validator; npm may have been told to run no script that lets it run."""
    tool = _PACKAGE / "Sarif.Multitool"
    tool.chmod(0o755)
    return tool


@pytest.mark.parametrize("language", ["zh", "en"])
def test_it_fits_the_schema_of_the_standard(folder: Path, language: Language) -> None:
    log = json.loads(written("sarif", folder, language).read_text("utf-8"))
    schema = json.loads(_SCHEMA.read_text("utf-8-sig"))
    assert list(Draft7Validator(schema).iter_errors(log)) == []
    assert len(log["runs"][0]["results"]) > 9


@pytest.mark.parametrize("language", ["zh", "en"])
def test_it_keeps_the_rules_of_code_scanning(folder: Path, language: Language) -> None:
    out, judged = written("sarif", folder, language), folder / "judged.sarif"
    wanted = ("--rule-kind", "Sarif;Ghas", "--level", "Error;Warning")
    ran(_multitool(), "validate", out, *wanted, "--log", "ForceOverwrite", "-o", judged)
    said = json.loads(judged.read_text("utf-8-sig"))["runs"][0].get("results", [])
    assert {each["ruleId"] for each in said} <= _NOT_MEANT


def test_a_validator_would_find_what_is_wrong(folder: Path) -> None:
    out, judged = written("sarif", folder), folder / "judged.sarif"
    log = json.loads(out.read_text("utf-8"))
    region = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]
    region["endLine"] = region["startLine"] - 1
    out.write_text(json.dumps(log), encoding="utf-8")
    ran(_multitool(), "validate", out, "--log", "ForceOverwrite", "-o", judged)
    said = json.loads(judged.read_text("utf-8-sig"))["runs"][0]["results"]
    assert "SARIF1007" in {each["ruleId"] for each in said}


def test_a_reader_counts_the_findings(folder: Path) -> None:
    log = written("sarif", folder)
    levels = [each["level"] for each in json.loads(log.read_text("utf-8"))["runs"][0]["results"]]
    said = ran(python_script("sarif"), "summary", log)
    for level in ("error", "warning", "note"):
        assert f"{level}: {levels.count(level)}" in said
