"""Settings are found upwards from a folder, and judged with file, line and what is allowed."""

from pathlib import Path

import pytest

from nianbao.settings import Settings, SettingsError, find_settings, read_settings

_PROJECT = "[project]\nname = 'x'\n\n[tool.nianbao]\nselect = ['SUM']\n"


def _write(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_nearest_file_upwards(tmp_path: Path) -> None:
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    top = _write(tmp_path, "nianbao.toml", "")
    assert find_settings(below) == str(top)
    project = _write(tmp_path / "a", "pyproject.toml", _PROJECT)
    assert find_settings(below) == str(project)
    own = _write(tmp_path / "a", "nianbao.toml", "")
    assert find_settings(below) == str(own)


def test_a_project_without_our_table_is_passed_over(tmp_path: Path) -> None:
    top = _write(tmp_path, "nianbao.toml", "")
    _write(tmp_path / "a", "pyproject.toml", "[tool.other]\nx = 1\n")
    assert find_settings(tmp_path / "a") == str(top)


@pytest.mark.parametrize(
    ("name", "head"), [("nianbao.toml", ""), ("pyproject.toml", "[tool.nianbao]\n")]
)
def test_all_keys(tmp_path: Path, name: str, head: str) -> None:
    text = "select = ['SUM']\nignore = ['SUM001']\nplugins = ['x']\nrules = ['mine', '/abs']\n"
    path = _write(tmp_path, name, head + text)
    assert read_settings(path) == Settings(
        str(path), ("SUM",), ("SUM001",), ("x",), (str(tmp_path / "mine"), "/abs")
    )


def test_nothing_is_set(tmp_path: Path) -> None:
    path = _write(tmp_path, "nianbao.toml", "")
    assert read_settings(path) == Settings(str(path))


def _refused(path: Path) -> tuple[str, int | None]:
    with pytest.raises(SettingsError) as caught:
        read_settings(path)
    assert caught.value.path == str(path)
    assert caught.value.reason.en
    return caught.value.reason.zh, caught.value.line


@pytest.mark.parametrize(
    ("text", "reason", "line"),
    [
        ("\nselct = ['SUM']\n", "未知的键“selct”，是否想写“select”？", 2),
        ("select = 'SUM'\n", "/select 应是列表", 1),
        ("ignore = []\nselect = [1]\n", "/select/0 应是文字", 2),
        ("select = [\n", "不是完好的 TOML", None),
        ("x\n", "不是完好的 TOML", 1),
    ],
)
def test_what_cannot_be_used(tmp_path: Path, text: str, reason: str, line: int | None) -> None:
    met, place = _refused(_write(tmp_path, "nianbao.toml", text))
    assert met == reason
    assert place == line or line is None


def test_lines_in_a_project_file(tmp_path: Path) -> None:
    text = _PROJECT.replace("select = ['SUM']", "select = 3")
    assert _refused(_write(tmp_path, "pyproject.toml", text)) == ("/select 应是列表", 5)


def test_our_table_is_no_table(tmp_path: Path) -> None:
    path = _write(tmp_path, "pyproject.toml", "[tool]\nnianbao = 3\n")
    assert _refused(path)[0] == "最外层 应是对象（键和值）"


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "nianbao.toml"
    path.write_bytes("select = ['规则']".encode("gb18030"))
    assert _refused(path)[0] == "设置文件不是 UTF-8"
    assert _refused(tmp_path / "none.toml")[0] == "读不了设置文件"
