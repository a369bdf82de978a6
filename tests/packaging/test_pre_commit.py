"""Does the pre-commit hook work in another repository?"""

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from shutil import copy
from typing import NamedTuple

import pytest
import yaml

from nianbao.builtin import Builtin
from tests.cli.documents import clean_json, clean_page, faulty_json
from tests.packaging.environments import ROOT, run, tracked

_FILES = ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE", ".pre-commit-hooks.yaml")
_FOLDERS = ("src", "rules", "schemas")


def _git(folder: Path, *arguments: str) -> str:
    author = ("-c", "user.name=tester", "-c", "user.email=tester@example.org")
    ran = run("git", *author, *arguments, cwd=folder)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def _repository(folder: Path) -> str:
    """Commit all that lies in a folder and return the commit."""
    _git(folder, "init", "--quiet")
    _git(folder, "add", "--all")
    _git(folder, "commit", "--quiet", "--message", "All of it")
    return _git(folder, "rev-parse", "HEAD").strip()


class Hook(NamedTuple):
    """A copy of this repository that pre-commit can clone, and a home for what it installs."""

    repository: Path
    commit: str
    home: Path

    def run_in(self, folder: Path, files: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
        """Commit files in a new repository that uses the hook, and run it on all of them."""
        for name, text in files.items():
            (folder / name).write_text(text, encoding="utf-8")
        repository = {
            "repo": str(self.repository),
            "rev": self.commit,
            "hooks": [{"id": "nianbao"}],
        }
        config = folder / ".pre-commit-config.yaml"
        config.write_text(json.dumps({"repos": [repository]}), encoding="utf-8")
        _repository(folder)
        command = (sys.executable, "-m", "pre_commit", "run", "--all-files", "--color=never")
        return run(*command, cwd=folder, env={"PRE_COMMIT_HOME": str(self.home)})


@pytest.fixture(scope="session")
def hook(tmp_path_factory: pytest.TempPathFactory) -> Hook:
    """Commit the repository as it stands to a place that pre-commit can clone."""
    folder = tmp_path_factory.mktemp("nianbao")
    for name in {*_FILES, *tracked(*_FOLDERS)}:
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        copy(ROOT / name, target)
    return Hook(folder, _repository(folder), tmp_path_factory.mktemp("pre-commit"))


_OTHERS = {
    "index.html": "<html><body><p>欢迎访问</p></body></html>\n",
    "package.json": '{"name": "site", "version": "1.0.0"}\n',
    "broken.json": '{"name": \n',
    "notes.md": "# Notes\n",
    "empty.html": "",
    "style.css": "p { color: red }\n",
}


def test_clean_reports_pass_and_other_files_are_not_spoken_of(hook: Hook, tmp_path: Path) -> None:
    reports = {"2024.json": clean_json(), "2020.html": clean_page("2019")}
    ran = hook.run_in(tmp_path, {**_OTHERS, **reports})
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert ran.stdout.rstrip().endswith("Passed")
    assert "nianbao" in ran.stdout.splitlines()[-1]


def test_a_faulty_report_fails_with_a_message_that_can_be_read(hook: Hook, tmp_path: Path) -> None:
    ran = hook.run_in(tmp_path, {**_OTHERS, "2024.json": faulty_json(), "2023.json": clean_json()})
    assert ran.returncode == 1
    assert "Failed" in ran.stdout
    assert "- exit code: 1" in ran.stdout
    assert "2024.json" in ran.stdout
    assert "VAL004" in ran.stdout
    assert "有 1 处须改" in ran.stdout
    assert not [name for name in _OTHERS if name in ran.stdout]


def test_a_report_that_cannot_be_read_fails(hook: Hook, tmp_path: Path) -> None:
    ran = hook.run_in(tmp_path, {"2024.json": clean_json()[:-40]})
    assert ran.returncode == 1
    assert "- exit code: 3" in ran.stdout
    assert "2024.json:" in ran.stdout
    assert "未能读全" in ran.stdout


def test_without_reports_the_hook_is_silent(hook: Hook, tmp_path: Path) -> None:
    ran = hook.run_in(tmp_path, _OTHERS)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert ran.stdout.rstrip().endswith("Passed")


def test_the_hook_takes_the_files_that_the_readers_know() -> None:
    text = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    (entry,) = yaml.safe_load(text)
    assert entry["id"] == "nianbao"
    assert entry["entry"] == "nianbao check --skip-other"
    assert not [key for key in entry if key.startswith("types")]
    known = {suffix for reader in Builtin().nianbao_readers() for suffix in reader.suffixes}
    assert all(re.search(entry["files"], f"年报/2024{suffix}") for suffix in known)
    assert re.search(entry["files"], "A.HTML")
    refused = ("a.css", "a.html.bak", "html", "a.jsonl", "a.docx", ".html/a")
    assert not [name for name in refused if re.search(entry["files"], name)]
