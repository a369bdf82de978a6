"""Do rules and explain tell all about every rule, in both languages?"""

import json
import re
from pathlib import Path

import pytest
import yaml

from tests.cli.conftest import Cli
from tests.packaging.environments import ROOT

_CODES = {
    "AGG001", "AGG002", "AGG003", "AGG004", "AGG005", "AGG006",
    "DAT001", "DAT002", "DAT003", "DAT004", "DAT005", "DAT006", "DAT007", "DAT008", "DAT009",
    "DOC001", "DOC002", "DOC003", "DOC004", "DOC005", "DOC006", "DOC007", "DOC008", "DOC009",
    "FEE001", "FEE002", "FEE003", "LAB001", "LAB002", "ORG001", "ORG002", "ORG003", "ORG004",
    "QUA001", "QUA002", "QUA003", "QUA004", "QUA005", "SEC001", "SEC002", "SEC003", "SEC004",
    "SEC005", "SEC006", "SEC007", "SEC008", "SEC009", "SEC010", "SEC011", "SEC012", "SEC013",
    "SUM001", "SUM002", "SUM003", "SUM004", "SUM005", "SUM006", "SUM007", "SUM008", "SUM009",
    "SUM010", "SUM011", "SUM012", "SUM013", "SUM014", "TAB001", "TAB002", "TAB003", "TAB004",
    "TAB005", "TAB006", "TAB007", "TAB008", "TAB009", "TAB010", "TXT001", "TXT002", "TXT003",
    "TXT004", "TXT005", "TXT006", "TXT007", "VAL001", "VAL002", "VAL003", "VAL004", "VAL005",
    "VAL006", "VAL007", "VAL008", "VAL009", "VAL010", "XTB001", "XTB002", "XTB003",
    "YOY001", "YOY002", "YOY003", "YOY004", "YOY005", "YOY006", "YOY007", "YOY008",
}  # fmt: skip
_KEYS = {
    "code", "name", "title", "severity", "confidence", "editions", "scope", "since", "basis",
    "why", "fix", "examples",
}  # fmt: skip
_FILES = sorted((ROOT / "rules").rglob("*.yaml"))


def test_the_catalogue_lists_every_rule_of_this_version(cli: Cli) -> None:
    ran = cli("rules", "--format", "json")
    catalogue = json.loads(ran.out)
    assert (ran.code, ran.err, catalogue["version"]) == (0, "", 1)
    assert [rule["code"] for rule in catalogue["rules"]] == sorted(_CODES)
    for rule in catalogue["rules"]:
        assert set(rule) >= _KEYS
        for key in ("title", "why", "fix"):
            assert set(rule[key]) == {"zh", "en"}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_table_lists_every_rule_with_title_and_name(cli: Cli, language: str) -> None:
    ran = cli("rules", "--lang", language)
    assert (ran.code, ran.err) == (0, "")
    assert set(re.findall(r"^[A-Z]{3}\d{3}", ran.out, re.MULTILINE)) == _CODES
    for path in _FILES:
        rule = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert rule["name"] in ran.out


def test_the_catalogue_can_be_cut_down(cli: Cli) -> None:
    ran = cli("rules", "--select", "SUM", "--ignore", "SUM0", "--select", "SUM006")
    assert re.findall(r"^[A-Z]{3}\d{3}", ran.out, re.MULTILINE) == ["SUM006"]


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.stem)
def test_every_rule_is_explained_in_both_languages(cli: Cli, path: Path) -> None:
    rule = yaml.safe_load(path.read_text(encoding="utf-8"))
    for language in ("zh", "en"):
        ran = cli("explain", rule["code"], "--lang", language)
        assert (ran.code, ran.err) == (0, "")
        shown = _joined(ran.out)
        assert {rule["code"], rule["name"]} <= set(re.findall(r"[\w-]+", ran.out))
        for text in (rule["title"][language], rule["why"][language], rule["fix"][language]):
            assert _joined(text) in shown
        assert all(_joined(basis) in shown for basis in rule["basis"])
        assert all(_joined(example["title"]) in shown for example in rule["examples"])


def _joined(text: str) -> str:
    """Return text without the spaces and line ends by which it was laid out."""
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("name", ["SUM001", "sum001", "request-balance"])
def test_a_rule_is_found_by_code_or_name(cli: Cli, name: str) -> None:
    ran = cli("explain", name, "--format=json")
    assert (ran.code, ran.err) == (0, "")
    (rule,) = json.loads(ran.out)["rules"]
    assert (rule["code"], rule["name"]) == ("SUM001", "request-balance")
    assert rule["examples"][0]["key"] == "answered-in-the-year"
