"""Do the pre-commit hooks work in another repository?"""

import re
import sys
from pathlib import Path
from shutil import copy
from subprocess import CompletedProcess
from typing import Any

import pytest
import yaml

from nianbao.builtin import Builtin
from tests.cli.documents import clean_json, clean_page, faulty_json
from tests.packaging.environments import ROOT, run, tracked
from tests.packaging.hooked import Files, Hooks, commit_all, git, put

_FILES = ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE", ".pre-commit-hooks.yaml")
_FOLDERS = ("src", "rules", "schemas")
_OTHERS: Files = {
    "index.html": "<html><body><p>欢迎访问</p></body></html>\n",
    "package.json": '{"name": "site", "version": "1.0.0"}\n',
    "tsconfig.json": '{\n  // strict, as all of ours\n  "compilerOptions": {"strict": true,},\n}\n',
    "templates/base.html": "{% block body %}<div><table><tr><td {{ attributes\n",
    "broken.json": '{"name": \n',
    "notes.md": "# Notes\n",
    "empty.html": "",
    "binary.txt": b"\0\1\2\xff",
    "style.css": "p { color: red }\n",
}
_GBK = clean_page(charset="gb2312").encode("gb18030")
_REPORTS: Files = {
    "2024.json": clean_json(),
    "2020.html": clean_page("2019"),
    "年报/云溪镇 2024 年.shtml": clean_page(),
    "年报/青禾县（国标码）.htm": _GBK,
}


@pytest.fixture(scope="session")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Hooks:
    """Commit the repository as it stands to a place that pre-commit can clone."""
    folder = tmp_path_factory.mktemp("nianbao")
    for name in {*_FILES, *tracked(*_FOLDERS)}:
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        copy(ROOT / name, target)
    return Hooks(folder, commit_all(folder), tmp_path_factory.mktemp("pre-commit"))


def _passed(ran: CompletedProcess[str]) -> bool:
    """Tell whether a hook passed, with one line of pre-commit and no word of ours."""
    lines = ran.stdout.splitlines()[-1:]
    ours = [line for line in ran.stdout.splitlines() if "[INFO]" not in line]
    return ran.returncode == 0 and ours == lines and lines[0].endswith("Passed")


@pytest.mark.parametrize("hook", ["nianbao", "nianbao-all"])
def test_clean_reports_pass_and_other_files_are_not_spoken_of(
    hooks: Hooks, tmp_path: Path, hook: str
) -> None:
    ran = hooks.site(tmp_path, {**_OTHERS, **_REPORTS}, hook).run("--all-files")
    assert _passed(ran), ran.stdout + ran.stderr


@pytest.mark.parametrize("hook", ["nianbao", "nianbao-all"])
def test_a_faulty_report_fails_with_a_message_that_can_be_read(
    hooks: Hooks, tmp_path: Path, hook: str
) -> None:
    faulty = {"年报/有误 2024.json": faulty_json()}
    ran = hooks.site(tmp_path, {**_OTHERS, **_REPORTS, **faulty}, hook).run("--all-files")
    assert ran.returncode == 1
    assert "Failed" in ran.stdout
    assert "- exit code: 1" in ran.stdout
    assert "年报/有误 2024.json\n青禾县云溪镇人民政府 · 2024年 · 2021年版\n" in ran.stdout
    assert "VAL004" in ran.stdout
    assert "有 1 处须改" in ran.stdout
    assert not [name for name in _OTHERS if name in ran.stdout]
    assert all(f"{name}：" in ran.stdout for name in _REPORTS)


def test_a_faulty_page_in_gbk_fails_in_its_own_words(hooks: Hooks, tmp_path: Path) -> None:
    text = _GBK.decode("gb18030")
    page = re.sub(r"(行政强制</td>\s*<td[^>]*>)\d+", r"\1约十件", text)
    assert page != text
    ran = hooks.site(tmp_path, {"国标码.html": page.encode("gb18030")}).run("--all-files")
    assert ran.returncode == 1
    assert "约十件" in ran.stdout
    assert "VAL004" in ran.stdout


def test_a_report_that_cannot_be_read_fails(hooks: Hooks, tmp_path: Path) -> None:
    ran = hooks.site(tmp_path, {"2024.json": clean_json()[:-40]}).run("--all-files")
    assert ran.returncode == 1
    assert "- exit code: 3" in ran.stdout
    assert "2024.json:" in ran.stdout
    assert "未能读全" in ran.stdout


@pytest.mark.parametrize("hook", ["nianbao", "nianbao-all"])
def test_without_reports_a_hook_is_silent(hooks: Hooks, tmp_path: Path, hook: str) -> None:
    ran = hooks.site(tmp_path, _OTHERS, hook).run("--all-files")
    assert _passed(ran), ran.stdout + ran.stderr


def test_settings_that_are_no_utf8_fail_in_one_line(hooks: Hooks, tmp_path: Path) -> None:
    settings = '# 设置\nignore = ["SUM"]\n'.encode("gb18030")
    ran = hooks.site(tmp_path, {**_REPORTS, "nianbao.toml": settings}).run("--all-files")
    assert ran.returncode == 1
    assert "- exit code: 2" in ran.stdout
    (line,) = (line for line in ran.stdout.splitlines() if line.startswith("nianbao："))
    assert line.endswith("nianbao.toml:1：设置文件不是 UTF-8")


def test_a_commit_of_thousands_of_files_is_checked_in_full(hooks: Hooks, tmp_path: Path) -> None:
    folder = "年报/青禾县云溪镇人民政府政府信息公开工作年度报告"
    files: dict[str, str | bytes] = {
        f"{folder}/其他 {number}.json": '{"name": "site"}\n' for number in range(2998)
    }
    files[f"{folder}/0.json"] = files[f"{folder}/终.json"] = faulty_json()
    ran = hooks.site(tmp_path, files).run("--all-files")
    assert ran.returncode == 1
    # The names exceed one command line, so the hook ran more than once.
    runs = [int(count) for count in re.findall(r"共 (\d+) 份文件", ran.stdout)]
    assert len(runs) > 1
    assert sum(runs) == 3000
    assert ran.stdout.count("有 1 处须改") == 2


def test_a_commit_is_judged_by_its_own_files_or_by_all(hooks: Hooks, tmp_path: Path) -> None:
    old = {"2023.json": faulty_json(), "gone.json": faulty_json(), "名.json": clean_json()}
    for hook, passes in (("nianbao", True), ("nianbao-all", False)):
        site = hooks.site(tmp_path / hook, old, hook)
        git(site.folder, "rm", "--quiet", "gone.json")
        git(site.folder, "mv", "名.json", "新 名.json")
        assert site.run().returncode == (0 if passes else 1)
        put(site.folder, {"新 名.json": faulty_json()})
        git(site.folder, "add", "--all")
        ran = site.run()
        assert "新 名.json" in ran.stdout
        assert ("2023.json" in ran.stdout) is not passes
        assert "gone.json" not in ran.stdout


def test_the_folders_of_the_whole_can_be_named(hooks: Hooks, tmp_path: Path) -> None:
    files = {"年报/2024.json": clean_json(), "drafts/2025.json": faulty_json()}
    site = hooks.site(tmp_path, files, "nianbao-all", ["--fail-on", "warning", "年报"])
    assert _passed(site.run("--all-files"))
    put(site.folder, {"年报/2024.json": faulty_json()})
    assert "VAL004" in site.run("--all-files").stdout


def test_a_folder_that_is_not_there_fails(hooks: Hooks, tmp_path: Path) -> None:
    site = hooks.site(tmp_path, _REPORTS, "nianbao-all", ["nainbao"])
    ran = site.run("--all-files")
    assert ran.returncode == 1
    assert "nainbao：未能读全：没有这个文件" in ran.stdout


def test_pre_commit_accepts_the_manifest() -> None:
    command = (sys.executable, "-m", "pre_commit", "validate-manifest")
    ran = run(*command, ".pre-commit-hooks.yaml", cwd=ROOT)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def _entries() -> dict[str, Any]:
    text = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    return {entry["id"]: entry for entry in yaml.safe_load(text)}


def test_the_hook_takes_the_files_that_the_readers_know() -> None:
    entry = _entries()["nianbao"]
    assert entry["entry"] == "nianbao check --skip-other"
    assert not [key for key in entry if key.startswith("types")]
    known = {suffix for reader in Builtin().nianbao_readers() for suffix in reader.suffixes}
    assert {".shtml", ".htm", ".xhtml", ".json"} <= known
    assert all(re.search(entry["files"], f"年报/2024{suffix}") for suffix in known)
    assert re.search(entry["files"], "A.HTML")
    refused = ("a.css", "a.html.bak", "html", "a.jsonl", "a.docx", ".html/a")
    assert not [name for name in refused if re.search(entry["files"], name)]


def test_the_hook_for_all_runs_whatever_the_commit_holds() -> None:
    entry = _entries()["nianbao-all"]
    assert entry["entry"] == "nianbao check"
    assert (entry["pass_filenames"], entry["always_run"]) == (False, True)
    assert "files" not in entry
