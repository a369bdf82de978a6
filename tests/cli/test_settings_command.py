"""Which settings hold for a path, and where does each come from?"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Cli

Write = Callable[[str, str | bytes], str]
_DEFAULTS = {
    "select": [],
    "ignore": [],
    "profile": "author",
    "fail-on": "error",
    "blank": "zero",
    "lang": "zh",
    "rules": [],
    "plugins": [],
}
_OWN = """\
extends = "base/province.toml"
ignore = ["VAL001"]

[severity]
SUM = "warning"

[[overrides]]
paths = ["old/"]
blank = "strict"
"""
_PROVINCE = 'lang = "en"\nprofile = "gate"\n[messages.SUM001]\nzh = "差{difference}"\n'


def _shown(cli: Cli, *arguments: str) -> dict[str, Any]:
    ran = cli("settings", "--format", "json", *arguments)
    assert (ran.code, ran.err) == (0, "")
    shown: dict[str, Any] = json.loads(ran.out)
    return shown


def _sources(shown: dict[str, Any]) -> dict[str, tuple[Any, ...]]:
    """Return value, source and place of what is no default, files by their names."""
    return {
        each["key"]: (
            each["value"],
            *(
                [f"{Path(each['file']).name}:{each['line']}"]
                if each["source"] == "file"
                else [each["source"]]
            ),
        )
        for each in shown["settings"]
        if each["source"] != "default"
    }


def test_without_settings_all_are_defaults(cli: Cli) -> None:
    shown = _shown(cli)
    assert (shown["version"], shown["path"], shown["files"]) == (1, ".", [])
    assert {each["key"]: each["value"] for each in shown["settings"]} == _DEFAULTS
    assert {each["source"] for each in shown["settings"]} == {"default"}
    assert shown["rules"]["used"] == shown["rules"]["offered"] > 50


@pytest.fixture
def project(write: Write, tmp_path: Path) -> Path:
    """Write settings that extend others and have an override."""
    write("nianbao.toml", _OWN)
    write("base/province.toml", _PROVINCE)
    (tmp_path / "old").mkdir()
    return tmp_path


def test_each_value_comes_from_a_file_and_line(cli: Cli, project: Path) -> None:
    shown = _shown(cli)
    assert shown["files"] == [
        str(project / "nianbao.toml"),
        str(project / "base" / "province.toml"),
    ]
    assert _sources(shown) == {
        "ignore": (["VAL001"], "nianbao.toml:2"),
        "severity.SUM": ("warning", "nianbao.toml:5"),
        "messages.SUM001.zh": ("差{difference}", "province.toml:4"),
        "profile": ("gate", "province.toml:2"),
        "lang": ("en", "province.toml:1"),
    }
    assert shown["rules"]["used"] < shown["rules"]["offered"]


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("path", ["old", "old/", "old/a.html", "./old/x/y.html"])
def test_overrides_of_a_path(cli: Cli, write: Write, path: str) -> None:
    write("old/a.html", "")
    write("old/x/y.html", "")
    assert _sources(_shown(cli, path))["blank"] == ("strict", "nianbao.toml:9")


@pytest.mark.usefixtures("project")
def test_the_command_line_beats_files(cli: Cli) -> None:
    asked = ("--blank=zero", "--profile=audit", "--ignore=VAL", "--lang=zh", "--fail-on=info")
    sources = _sources(_shown(cli, *asked, "old"))
    assert {key: value for key, value in sources.items() if value[1] == "command-line"} == {
        "blank": ("zero", "command-line"),
        "profile": ("audit", "command-line"),
        "ignore": (["VAL"], "command-line"),
        "lang": ("zh", "command-line"),
        "fail-on": ("info", "command-line"),
    }


def test_a_folder_with_settings_of_its_own(cli: Cli, write: Write) -> None:
    write("nianbao.toml", "lang = 'en'\nblank = 'strict'\n")
    own = write("a/nianbao.toml", "lang = 'zh'\nfail-on = 'never'\n")
    shown = _shown(cli, "a")
    assert shown["files"] == [str(Path.cwd() / own)]
    # The language is one for the whole run.
    assert _sources(shown) == {
        "fail-on": ("never", "nianbao.toml:2"),
        "lang": ("en", "nianbao.toml:1"),
    }
    assert _sources(_shown(cli, "--settings", "nianbao.toml", "a"))["blank"][0] == "strict"


def test_own_rules_are_listed_with_their_folder(cli: Cli, write: Write, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "more").mkdir()
    write("nianbao.toml", '\nrules = ["own"]\n')
    sources = _sources(_shown(cli, "--rules", "more"))
    assert sources == {
        f"rules.{tmp_path / 'own'}": (str(tmp_path / "own"), "nianbao.toml:2"),
        f"rules.{tmp_path / 'more'}": (str(tmp_path / "more"), "command-line"),
    }


@pytest.mark.usefixtures("project")
def test_the_table_in_chinese(cli: Cli) -> None:
    ran = cli("settings", "--lang", "zh", "old")
    assert (ran.code, ran.err) == (0, "")
    lines = [line.split() for line in ran.out.splitlines()]
    assert lines[:4] == [
        ["old"],
        ["设置文件", "nianbao.toml，以", "base/province.toml", "为基础"],
        [],
        ["设置", "值", "来自"],
    ]
    for row in (
        ["select", "全部", "默认"],
        ["ignore", "VAL001", "nianbao.toml:2"],
        ["severity.SUM", "warning", "nianbao.toml:5"],
        ["blank", "strict", "nianbao.toml:9"],
        ["profile", "gate", "base/province.toml:2"],
        ["lang", "zh", "命令行"],
        ["plugins", "无", "默认"],
    ):
        assert row in lines
    assert lines[-1][0] == "使用"


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("columns", ["1", "40", "80", "200"])
def test_the_table_in_english_fits_the_terminal(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    ran = cli("settings")
    assert (ran.code, ran.err) == (0, "")
    assert max(map(len, ran.out.splitlines())) <= max(int(columns), 20)
    assert "province.toml" in "".join(ran.out.split())


def test_what_is_set_cannot_draw_on_the_terminal(cli: Cli, write: Write) -> None:
    write("nianbao.toml", '[messages.SUM001]\nzh = "\\u001b[31mx"\n')
    assert "\x1b" not in cli("settings").out
    assert "\x1b" not in cli("settings", "--format", "json").out


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("selct = []\n", "未知的键“selct”，是否想写“select”？"),
        ("select = ['SUN']\n", "没有规则“SUN”，是否想写“SUM”？"),
    ],
)
def test_wrong_settings_are_refused(cli: Cli, write: Write, text: str, said: str) -> None:
    path = Path.cwd() / write("a/nianbao.toml", text)
    ran = cli("settings", "a")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"nianbao：{path}:1：{said[:12]}")


def test_a_path_that_is_not_there_has_no_settings(cli: Cli) -> None:
    ran = cli("settings", "nope.json")
    assert (ran.code, ran.out, ran.err) == (2, "", "nianbao：nope.json：没有这个文件或文件夹\n")


def test_the_help_tells_its_own_exit_codes(cli: Cli) -> None:
    assert "--fail-on" not in cli("settings", "--help").out.partition("退出码")[2]
