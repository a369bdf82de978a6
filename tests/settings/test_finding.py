"""The settings of a document are the nearest upwards, or those that are named."""

import os
from pathlib import Path

import pytest

from nianbao.settings import text
from nianbao.settings.finding import Finder
from nianbao.settings.layers import Settings
from nianbao.settings.text import SettingsError
from tests.settings.files import write

_PROJECT = "[project]\nname = 'x'\n\n[tool.nianbao]\nselect = ['SUM']\n"


def _of(path: Path) -> str:
    return Finder().of(str(path)).path


def test_nearest_file_upwards(tmp_path: Path) -> None:
    document = write(tmp_path, "a/b/x.html", "")
    top = write(tmp_path, "nianbao.toml", "")
    assert _of(document) == str(top)
    project = write(tmp_path, "a/pyproject.toml", _PROJECT)
    assert _of(document) == str(project)
    own = write(tmp_path, "a/nianbao.toml", "")
    assert _of(document) == str(own)
    assert _of(tmp_path / "x.html") == str(top)


def test_a_document_that_is_not_there_has_settings_all_the_same(tmp_path: Path) -> None:
    top = write(tmp_path, "nianbao.toml", "")
    assert _of(tmp_path / "none" / "x.html") == str(top)


@pytest.mark.parametrize(
    "other",
    [
        "[tool.other]\nx = 1\n",
        "[tool.nianbao-web]\nport = 1\n",
        "# [tool.nianbao]\n",
        "[tool]\nnianbaox.y = 1\n",
        "[tool]\nnianbao.y = [\n",
    ],
)
def test_a_project_without_our_table_is_passed_over(tmp_path: Path, other: str) -> None:
    top = write(tmp_path, "nianbao.toml", "")
    write(tmp_path, "a/pyproject.toml", other)
    assert _of(tmp_path / "a" / "x.html") == str(top)


@pytest.mark.parametrize(
    "head",
    [
        "[ tool . nianbao ]",
        "[tool.nianbao.severity]",
        "[[tool.nianbao.overrides]]",
        "[tool]\nnianbao.lang = 'zh'",
        "tool = {nianbao = {lang = 'zh'}}",
        "tool.nianbao.lang = 'zh'",
    ],
)
def test_our_table_in_other_spellings(tmp_path: Path, head: str) -> None:
    project = write(
        tmp_path, "pyproject.toml", head + "\n" + "paths = ['x']\n" * (head[:2] == "[[")
    )
    assert _of(tmp_path / "x.html") == str(project)


def test_a_folder_of_that_name_is_no_settings_file(tmp_path: Path) -> None:
    top = write(tmp_path, "nianbao.toml", "")
    (tmp_path / "a" / "nianbao.toml").mkdir(parents=True)
    assert _of(tmp_path / "a" / "x.html") == str(top)


def test_a_path_that_ends_in_a_slash_is_a_folder(tmp_path: Path) -> None:
    own = write(tmp_path, "a/nianbao.toml", "")
    assert Finder().of(os.path.join(tmp_path, "a", "")).path == str(own)


def test_settings_that_are_named_hold_for_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = write(tmp_path, "strict.toml", "")
    write(tmp_path, "a/nianbao.toml", "")
    finder = Finder(str(named))
    assert (
        finder.of(str(tmp_path / "a" / "x.html"))
        == finder.run
        == Settings(str(named), finder.run.layers)
    )
    monkeypatch.chdir(tmp_path / "a")
    assert Finder().run.path == str(tmp_path / "a" / "nianbao.toml")


def test_each_file_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "nianbao.toml", "")
    write(tmp_path, "pyproject.toml", "")
    opened: list[str] = []

    def counting(path: str, mode: str) -> object:
        opened.append(os.path.basename(path))
        return Path(path).open(mode)

    monkeypatch.setattr(text, "open", counting, raising=False)
    monkeypatch.chdir(tmp_path)
    finder = Finder()
    for name in ("x.html", "y.html", "a/x.html", "a/b/x.html", "./x.html", f"{tmp_path}/z.html"):
        assert finder.of(name).path == str(tmp_path / "nianbao.toml")
    assert finder.run.path == str(tmp_path / "nianbao.toml")
    assert opened == ["nianbao.toml"]


def test_a_project_file_that_cannot_be_read(tmp_path: Path) -> None:
    project = write(tmp_path, "pyproject.toml", b"\n\n# \xff\n")
    with pytest.raises(SettingsError) as caught:
        _of(tmp_path / "x.html")
    assert caught.value.reason.zh == "设置文件不是 UTF-8"
    assert (caught.value.path, caught.value.line) == (str(project), 3)
