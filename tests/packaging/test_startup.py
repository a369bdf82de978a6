"""What does the installed tool import for one clean document?"""

import json
from pathlib import Path

import pytest

from tests.cli.documents import clean_json, clean_page
from tests.packaging.environments import Environment

_CHECK = """
import sys
from nianbao.cli.main import main
code = main(["check", sys.argv[1]])
names = sorted(sys.modules)
import json
print(json.dumps([code, names]))
"""
_IMPORT = """
import sys
before = set(sys.modules)
import nianbao
names = sorted(set(sys.modules) - before)
import json
print(json.dumps(names))
"""
_SLOW = {
    "yaml",
    "jsonschema",
    "rich",
    "importlib.metadata",
    "tomllib",
    "difflib",
    "multiprocessing",
    "concurrent.futures",
    "nianbao_example",
}
_FOR_MANY = (
    "nianbao.audit",
    "nianbao.auditor",
    "nianbao.cli.audit",
    "nianbao.checks.report_absent",
    "nianbao.declarative.across",
    "nianbao.engine.across",
    "nianbao.engine.following",
    "nianbao.engine.sketches",
    "nianbao.model.facts",
    "nianbao.prose.shingles",
    "sqlite3",
    "zipfile",
    "tarfile",
)
_ALL = _SLOW | {"lxml", "pluggy", "argparse", "json", "dataclasses"}


def _imported(installed: Environment, path: Path) -> set[str]:
    *_, last = installed.python(_CHECK, path.name, cwd=path.parent).splitlines()
    code, names = json.loads(last)
    assert code == 0
    return set(names)


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_a_clean_page_loads_no_slow_library_and_no_parser(
    installed: Environment, tmp_path: Path, edition: str
) -> None:
    page = tmp_path / "clean.html"
    page.write_text(clean_page(edition), encoding="utf-8")
    assert sorted(_imported(installed, page) & (_SLOW | {"lxml", "lxml.etree"})) == []


def test_a_page_whose_tags_leave_doubt_is_parsed(installed: Environment, tmp_path: Path) -> None:
    page = tmp_path / "clean.html"
    # A browser adds the end tag.
    page.write_text(clean_page().replace("</td>", "", 1), encoding="utf-8")
    assert "lxml.etree" in _imported(installed, page)


def test_a_page_loads_nothing_of_what_compares_and_audits_many(
    installed: Environment, tmp_path: Path
) -> None:
    page = tmp_path / "clean.html"
    page.write_text(clean_page(), encoding="utf-8")
    assert [name for name in _imported(installed, page) if name.startswith(_FOR_MANY)] == []


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_a_clean_json_report_loads_no_html_parser_either(
    installed: Environment, tmp_path: Path, edition: str
) -> None:
    report = tmp_path / "clean.json"
    report.write_text(clean_json(edition), encoding="utf-8")
    assert sorted(_imported(installed, report) & (_SLOW | {"lxml", "lxml.etree"})) == []


def test_settings_bring_in_no_validator(installed: Environment, tmp_path: Path) -> None:
    (tmp_path / "nianbao.toml").write_text('ignore = ["SEC007"]\n', encoding="utf-8")
    report = tmp_path / "clean.json"
    report.write_text(clean_json(), encoding="utf-8")
    imported = _imported(installed, report)
    assert sorted(imported & (_SLOW - {"tomllib"})) == []


def test_importing_the_package_loads_nothing_heavy(installed: Environment, tmp_path: Path) -> None:
    imported = set(json.loads(installed.python(_IMPORT, cwd=tmp_path)))
    assert {name for name in imported if name.startswith("nianbao")} == {
        "nianbao",
        "nianbao.version",
    }
    assert sorted(imported & _ALL) == []
