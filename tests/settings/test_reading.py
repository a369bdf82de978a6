"""Settings files are judged with file, line and what is allowed, and extend one another."""

import os
from pathlib import Path

import pytest

from nianbao.settings.layers import Layer
from nianbao.settings.reading import read_settings
from nianbao.settings.text import SettingsError
from tests.settings.files import write

_ALL = """\
select = ["SUM"]
ignore = ["SUM001"]
profile = "gate"
fail-on = "warning"
blank = "strict"
lang = "en"
plugins = ["x"]
rules = ["mine", "/abs"]
severity = {VAL = "off"}
messages = {SUM001 = {zh = "差{difference}"}}
"""
_OVERRIDE = """\
[[HEADoverrides]]
paths = ["old/**"]
select = ["SUM"]
ignore = []
profile = "audit"
fail-on = "never"
blank = "zero"
severity = {SUM = "info"}
messages = {SUM001 = {en = "x"}}
"""


@pytest.mark.parametrize(
    ("name", "head"), [("nianbao.toml", ""), ("pyproject.toml", "[tool.nianbao]\n")]
)
def test_all_keys(tmp_path: Path, name: str, head: str) -> None:
    table = _OVERRIDE.replace("HEAD", "tool.nianbao." if head else "")
    path = write(tmp_path, name, head + _ALL + table)
    settings = read_settings(path)
    assert settings.path == str(path)
    whole, override = settings.layers
    assert whole.paths is None
    assert {key: value for key, value in whole.entry.items() if key != "overrides"} == {
        "select": ["SUM"],
        "ignore": ["SUM001"],
        "profile": "gate",
        "fail-on": "warning",
        "blank": "strict",
        "lang": "en",
        "plugins": ["x"],
        "rules": [str(tmp_path / "mine"), "/abs"],
        "severity": {"VAL": "off"},
        "messages": {"SUM001": {"zh": "差{difference}"}},
    }
    assert override.paths == ("old/**",)
    assert override.entry["fail-on"] == "never"
    assert override.line("/blank") == 17 + bool(head)


def test_nothing_is_set(tmp_path: Path) -> None:
    path = write(tmp_path, "nianbao.toml", b"\xef\xbb\xbf")
    assert read_settings(path).layers == (Layer({}, str(path)),)


def _order(path: Path) -> list[str]:
    """Return the files of the layers, the farthest first, by name; an override as ``name!``."""
    return [
        os.path.basename(layer.file) + ("!" if layer.paths else "")
        for layer in read_settings(path).layers
    ]


def test_what_is_extended_stands_before_what_extends(tmp_path: Path) -> None:
    write(tmp_path, "far.toml", "")
    write(tmp_path, "base/a.toml", "extends = '../far.toml'\noverrides = [{paths = ['x']}]\n")
    write(tmp_path, "base/b.toml", "")
    write(tmp_path, "own/pyproject.toml", "[tool.nianbao]\nextends = '../base/b.toml'\n")
    extends = 'extends = ["../base/a.toml", "pyproject.toml"]\n[[overrides]]\npaths = ["*"]\n'
    path = write(tmp_path, "own/nianbao.toml", extends)
    assert _order(path) == [
        "far.toml",
        "a.toml",
        "a.toml!",
        "b.toml",
        "pyproject.toml",
        "nianbao.toml",
        "nianbao.toml!",
    ]


def test_two_may_extend_the_same(tmp_path: Path) -> None:
    write(tmp_path, "far.toml", "")
    for name in ("a", "b"):
        write(tmp_path, f"{name}.toml", "extends = 'far.toml'\n")
    path = write(tmp_path, "nianbao.toml", "extends = ['a.toml', 'b.toml']\n")
    assert _order(path) == ["far.toml", "a.toml", "far.toml", "b.toml", "nianbao.toml"]


_KEYS = (
    "extends、select、ignore、severity、messages、profile、fail-on、blank、lang、"
    "rules、plugins、overrides"
)
_NO_HEADING = (
    "nianbao.toml 里键写在最上层，不用 [tool.nianbao] 这样的表头；那是 pyproject.toml 里的写法"
)
_MESSAGE = "应是一行文字，花括号成对，里面只写占位符的名称，如 {label}"


def _refused(path: Path) -> tuple[str, str, int | None]:
    with pytest.raises(SettingsError) as caught:
        read_settings(path)
    assert caught.value.reason.en
    return caught.value.reason.zh, os.path.basename(caught.value.path), caught.value.line


@pytest.mark.parametrize(
    ("files", "reason", "name", "line"),
    [
        (["\nextends = 'none.toml'\n"], "extends 所指的设置文件 none.toml 不存在", "0", 2),
        (["extends = [\n  '.',\n]\n"], "extends 要写设置文件，. 是文件夹", "0", 2),
        (["extends = '0.toml'\n"], "extends 循环：0.toml 又以本文件为基础", "0", 1),
        (
            ["extends = '1.toml'\n", "\nextends = [\n'2.toml']\n", "extends = './0.toml'\n"],
            "extends 循环：0.toml 又以本文件为基础",
            "2",
            1,
        ),
        (
            ["extends = ['1.toml']\n", "\nselct = []\n"],
            "未知的键“selct”，是否想写“select”？",
            "1",
            2,
        ),
        (["extends = 3\n"], "/extends 应是文字或列表", "0", 1),
        (["extends = '1.toml'\n", "[\n=1"], "不是完好的 TOML：[ 没有与它成对的 ]", "1", 1),
    ],
)
def test_what_cannot_be_extended(
    tmp_path: Path, files: list[str], reason: str, name: str, line: int
) -> None:
    for number, text in enumerate(files):
        write(tmp_path, f"{number}.toml", text)
    said, where, at = _refused(tmp_path / "0.toml")
    assert said.replace(f"{tmp_path}/", "").replace(str(tmp_path), ".") == reason
    assert (where, at) == (f"{name}.toml", line)


def test_a_loop_through_a_link_is_a_loop(tmp_path: Path) -> None:
    path = write(tmp_path, "a.toml", "extends = 'b.toml'\n")
    (tmp_path / "b.toml").symlink_to(path)
    assert "循环" in _refused(path)[0]


def test_files_that_multiply_come_to_an_end(tmp_path: Path) -> None:
    for number in range(20):
        twice = f"extends = ['{number + 1}.toml', '{number + 1}.toml']\n"
        write(tmp_path, f"{number}.toml", twice)
    write(tmp_path, "20.toml", "")
    assert _refused(tmp_path / "0.toml")[0] == "extends 所指的设置文件超过 50 个"


@pytest.mark.parametrize(
    ("text", "reason", "line"),
    [
        ("\nselct = ['SUM']\n", "未知的键“selct”，是否想写“select”？", 2),
        ("fail_on = 'info'\n", "未知的键“fail_on”，是否想写“fail-on”？", 1),
        ("year = 2024\n", f"未知的键“year”，可用的有：{_KEYS}", 1),
        ("select = 'SUM'\n", '/select 应是列表，写作 ["SUM"]', 1),
        ("ignore = []\nselect = [1]\n", "/select/0 应是文字", 2),
        ("select = [\n'SUM',\n1979-05-27]\n", "/select/1 应是文字", 3),
        ("select = 1979-05-27\n", "/select 应是列表", 1),
        ("select = nan\n", "/select 应是列表", 1),
        ("plugins = true\n", "/plugins 应是列表", 1),
        ("severity = ['SUM']\n", "/severity 应是对象（键和值）", 1),
        (
            "\n[severity]\nVAL = 'info'\nSUM = 'eror'\n",
            "“eror”不在可用的值之中：error、warning、info、off，是否想写“error”？",
            4,
        ),
        (
            "profile = 'gates'\n",
            "“gates”不在可用的值之中：author、gate、audit，是否想写“gate”？",
            1,
        ),
        (
            "profile = ['gate']\n",
            "/profile 应是一个值，不能是列表，可用的有：author、gate、audit",
            1,
        ),
        (
            "fail-on.x = 'never'\n",
            "/fail-on 应是一个值，不能是对象（键和值），可用的有：error、warning、info、never",
            1,
        ),
        ("blank = false\n", "“false”不在可用的值之中：zero、strict", 1),
        ("[tool.nianbao]\nblank = 'zero'\n", _NO_HEADING, 1),
        ("lang = 'zh'\n[nianbao]\n", _NO_HEADING, 2),
        ("lang = 'fr'\n", "“fr”不在可用的值之中：zh、en", 1),
        ("blank = 0\n", "“0”不在可用的值之中：zero、strict", 1),
        ("[messages]\nSUM001 = 'x'\n", "/messages/SUM001 应是对象（键和值）", 2),
        ("[messages.SUM001]\nzh = 'x'\nfr = 'y'\n", "未知的键“fr”，可用的有：zh、en", 3),
        ("[messages.SUM001]\nzh = 1\n", f"/messages/SUM001/zh {_MESSAGE}", 2),
        ("[overrides]\npaths = []\n", "/overrides 应是若干段，每段写在 [[overrides]] 之下", 1),
        ("overrides = [1]\n", "/overrides/0 应是对象（键和值）", 1),
        ("\n[[overrides]]\nselect = []\n", "/overrides/0 缺少键“paths”", 2),
        ("[[overrides]]\npaths = 'old'\n", '/overrides/0/paths 应是列表，写作 ["old"]', 2),
        (
            "[[overrides]]\npaths = []\n\n[[overrides]]\npaths = []\nlang = 'en'\n",
            "“lang”不能写在 overrides 里",
            6,
        ),
        ("[[overrides]]\npaths = []\nrules = ['x']\n", "“rules”不能写在 overrides 里", 3),
        (
            "overrides = [\n  {paths = []},\n  {path = []},\n]\n",
            "未知的键“path”，是否想写“paths”？",
            3,
        ),
        ("select = [\n", "不是完好的 TOML：[ 没有与它成对的 ]", 1),
        ("select = ['SUM',\n'TAB'\n\n", "不是完好的 TOML", 2),
        ("x\n", "不是完好的 TOML：键后面缺少 = 和值", 1),
        ("lang = 'zh'\nx = \n", "不是完好的 TOML：等号后面缺少值", 2),
        ("profile = gate\n", '不是完好的 TOML：文字要加引号，如 "gate"', 1),
        ("select = [SUM]\n", '不是完好的 TOML：文字要加引号，如 "SUM"', 1),
        ("profile: gate\n", "不是完好的 TOML：键和值之间用 =", 1),
        ("{'profile': 'gate'}\n", "不是完好的 TOML：设置不是 JSON，每行写 键 = 值", 1),
        ("profile = “gate”\n", "不是完好的 TOML：引号要用半角的 \" 或 '", 1),
        ("select = ['SUM'，'TAB']\n", "不是完好的 TOML：标点要用半角的", 1),
        ("profile = 'gate\n", "不是完好的 TOML：引号没有成对", 1),
        ("profile = 'gate' lang = 'zh'\n", "不是完好的 TOML：每行只写一个键", 1),
        ("x = 1_\n", "不是完好的 TOML", 1),
        ("select = []\nselect = []\n", "“select”已在第 1 行写过", 2),
        ("x = " + "[" * 20000, "不是完好的 TOML", None),
        ("x = " + "9" * 10000 + "\n", "不是完好的 TOML", None),
        ("\nx" + ".x" * 5000 + " = 1\n", "不是完好的 TOML", None),
        ("\nselect" + ".x" * 50 + " = 1\n", "/select 应是列表", 2),
        ("\nx = " + "[" * 100 + "]" * 100, f"未知的键“x”，可用的有：{_KEYS}", 2),
        ("x = {" + "x." * 300_000 + "x = 1}", "不是完好的 TOML", None),
    ],
)
def test_what_cannot_be_used(tmp_path: Path, text: str, reason: str, line: int | None) -> None:
    said, name, place = _refused(write(tmp_path, "nianbao.toml", text))
    assert (said, name) == (reason, "nianbao.toml")
    assert place == line or line is None


def test_lines_in_a_project_file(tmp_path: Path) -> None:
    text = "[tool.other]\nselect = 1\n\n[tool.nianbao]\nselect = 3\n"
    assert _refused(write(tmp_path, "pyproject.toml", text))[::2] == ("/select 应是列表", 5)


_NO_TABLE = "tool.nianbao 应是一张表：写 [tool.nianbao]，下面逐行写键和值"


@pytest.mark.parametrize(("text", "line"), [("[tool]\nnianbao = 3\n", 2), ("tool = 3\n", 1)])
def test_our_table_is_no_table(tmp_path: Path, text: str, line: int) -> None:
    path = write(tmp_path, "pyproject.toml", text)
    assert _refused(path)[::2] == (_NO_TABLE, line)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    path = write(tmp_path, "nianbao.toml", "\nselect = ['规则']".encode("gb18030"))
    assert _refused(path) == ("设置文件不是 UTF-8", "nianbao.toml", 2)
    assert _refused(tmp_path / "none.toml")[0] == "读不了设置文件"
    assert _refused(Path(f"{tmp_path}/nul\0.toml"))[0] == "读不了设置文件"
    assert _refused(Path(os.devnull))[0] == "读不了设置文件"
    long = write(tmp_path, "long.toml", "#" * 1_048_577)
    assert _refused(long)[0] == "设置文件超过 1 MiB"
    os.mkfifo(tmp_path / "pipe.toml")
    assert _refused(tmp_path / "pipe.toml")[0] == "读不了设置文件"
