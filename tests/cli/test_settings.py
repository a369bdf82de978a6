"""Which settings hold, and what is said of wrong ones?"""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from nianbao.resources import data_dir
from tests.cli.conftest import Cli
from tests.cli.documents import clean_json, faulty_json

Write = Callable[[str, str | bytes], str]
_FAMILIES = {path.parent.name.upper() for path in Path(data_dir("rules")).glob("*/*.yaml")}
_SUM, _VAL = 'select = ["SUM"]\n', 'select = ["VAL"]\n'


def _families(cli: Cli, *arguments: str) -> set[str]:
    """Return the families of the rules in use."""
    ran = cli("rules", "--format=json", *arguments)
    assert (ran.code, ran.err) == (0, "")
    return {rule["code"][:3] for rule in json.loads(ran.out)["rules"]}


def _in_project(text: str) -> str:
    return f'[project]\nname = "reports"\n\n[tool.nianbao]\n{text}'


def test_without_settings_every_rule_runs(cli: Cli) -> None:
    assert _families(cli) == _FAMILIES


@pytest.mark.parametrize(
    ("files", "family"),
    [
        ({"nianbao.toml": _SUM}, "SUM"),
        ({"pyproject.toml": _in_project(_SUM)}, "SUM"),
        ({"a/b/nianbao.toml": _SUM, "nianbao.toml": _VAL}, "SUM"),
        ({"a/nianbao.toml": _SUM, "nianbao.toml": _VAL}, "SUM"),
        ({"a/b/pyproject.toml": _in_project(_SUM), "a/nianbao.toml": _VAL}, "SUM"),
        ({"a/b/pyproject.toml": _in_project(_VAL), "a/b/nianbao.toml": _SUM}, "SUM"),
        ({"a/b/pyproject.toml": '[project]\nname = "x"\n', "a/nianbao.toml": _SUM}, "SUM"),
        ({"a/b/pyproject.toml": "[tool.nianbao-web]\nport = 1\n", "nianbao.toml": _SUM}, "SUM"),
        ({"a/b/c/nianbao.toml": _VAL, "nianbao.toml": _SUM}, "SUM"),
    ],
)
def test_the_nearest_settings_upwards_hold(
    cli: Cli,
    write: Write,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    files: dict[str, str],
    family: str,
) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    for name, text in files.items():
        write(name, text)
    monkeypatch.chdir(tmp_path / "a" / "b")
    assert _families(cli) == {family}


def test_settings_that_are_named_hold_instead(cli: Cli, write: Write) -> None:
    write("nianbao.toml", _VAL)
    write("other/strict.toml", _SUM)
    write("other/pyproject.toml", _in_project(_SUM))
    for name in ("other/strict.toml", "other/pyproject.toml"):
        assert _families(cli, "--settings", name) == {"SUM"}


def test_settings_change_what_check_finds(cli: Cli, write: Write) -> None:
    name = write("error.json", faulty_json())
    assert cli("check", name).code == 1
    write("nianbao.toml", 'ignore = ["VAL004"]\n')
    assert cli("check", name).code == 0


def test_folders_of_rules_are_taken_from_the_folder_of_the_settings(
    cli: Cli, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").mkdir()
    write("nianbao.toml", 'rules = ["own"]\n')
    write("own/typo.yaml", "code: [\n")
    monkeypatch.chdir(tmp_path / "a")
    ran = cli("rules")
    assert ran.code == 2
    assert ran.err.startswith(f"nianbao：{tmp_path / 'own' / 'typo.yaml'}:")


def test_empty_settings_change_nothing(cli: Cli, write: Write) -> None:
    write("nianbao.toml", "")
    assert _families(cli) == _FAMILIES


def test_a_byte_order_mark_is_no_error(cli: Cli, write: Write) -> None:
    write("nianbao.toml", b"\xef\xbb\xbf" + _SUM.encode())
    assert _families(cli) == {"SUM"}


@pytest.mark.parametrize(
    ("name", "content", "where", "said"),
    [
        (
            "nianbao.toml",
            'ignore = []\nselectt = ["SUM"]\n',
            ":2",
            (
                "未知的键“selectt”，是否想写“select”？",
                'unknown key "selectt"; did you mean "select"?',
            ),
        ),
        ("nianbao.toml", "\n\nqqqq = 1\n", ":3", ("未知的键“qqqq”", 'unknown key "qqqq"')),
        ("nianbao.toml", "[rule]\nx = 1\n", ":1", ("未知的键“rule”", 'unknown key "rule"')),
        (
            "pyproject.toml",
            '[tool.other]\nselectt = 1\n[tool.nianbao]\nselectt = ["SUM"]\n',
            ":4",
            ("未知的键“selectt”", 'unknown key "selectt"'),
        ),
        (
            "pyproject.toml",
            '[tool.other]\nselect = 1\n[tool.nianbao]\nselect = "SUM"\n',
            ":4",
            ("/select 应是列表", "/select must be a list"),
        ),
        ("nianbao.toml", 'select = "SUM"\n', ":1", ("/select 应是列表", "/select must be a list")),
        (
            "nianbao.toml",
            'ignore = []\nselect = [\n  "SUM",\n  1,\n]\n',
            ":4",
            ("/select/1 应是文字", "/select/1 must be a string"),
        ),
        ("nianbao.toml", "ignore = []\nselect = \n", ":2", ("不是完好的 TOML", "no sound TOML")),
        ("nianbao.toml", 'select = ["SUM"', "", ("不是完好的 TOML", "no sound TOML")),
        (
            "nianbao.toml",
            "rules = []\nrules = []\n",
            ":2",
            ("“rules”已在第 1 行写过", '"rules" stands in line 1 already'),
        ),
        (
            "pyproject.toml",
            "[tool.nianbao]\n[tool.nianbao.severity]\n[tool.nianbao.severity]\n",
            ":3",
            ("“tool.nianbao.severity”已在第 2 行写过", '"tool.nianbao.severity" stands in line 2'),
        ),
        (
            "nianbao.toml",
            'severity.SUM001 = "info"\n[severity]\n',
            ":2",
            ("与前面写的冲突", "clashes with what stands above"),
        ),
        (
            "pyproject.toml",
            "[tool.nianbao\nselect = []\n",
            ":1",
            ("不是完好的 TOML", "no sound TOML"),
        ),
        (
            "pyproject.toml",
            '[project]\nname = "x"\n[tool]\nnianbao = 3\n',
            ":4",
            ("tool.nianbao 应是一张表：写 [tool.nianbao]", "tool.nianbao must be a table"),
        ),
        (
            "nianbao.toml",
            'lang = "zh"\nextends = "."\n',
            ":2",
            ("extends 要写设置文件，", "extends names settings files; "),
        ),
        (
            "nianbao.toml",
            'extends = ""\n',
            ":1",
            ("/extends 不能是空的", "/extends must not be empty"),
        ),
        (
            "nianbao.toml",
            "[[overrides]]\npaths = []\n",
            ":2",
            ("/overrides/0/paths 至少要有 1 项", "/overrides/0/paths must have 1 or more items"),
        ),
        (
            "nianbao.toml",
            '[[overrides]]\npaths = [\n"x",\n"[a"]\n',
            ":4",
            ("“[a”里的 [ 没有与它成对的 ]", '"[a" has a [ without its ]'),
        ),
        (
            "nianbao.toml",
            '[severity]\nSUM001 = "info"\nrequest-balance = "error"\n',
            ":3",
            (
                "severity 里“SUM001”和“request-balance”是同一条规则",
                'in severity, "SUM001" and "request-balance" are the same',
            ),
        ),
        (
            "nianbao.toml",
            '[severity]\nSUM = "info"\nsum = "error"\n',
            ":3",
            ("“SUM”和“sum”是同一条规则（或同一类）", '"SUM" and "sum" are the same'),
        ),
        (
            "nianbao.toml",
            '[messages.request-balance]\nzh = "x"\n[messages.SUM001]\nen = "x"\n',
            ":3",
            ("messages 里“request-balance”和“SUM001”是同一条规则", "in messages, "),
        ),
        (
            "nianbao.toml",
            '[messages.SUM001]\nzh = ""\n',
            ":2",
            ("/messages/SUM001/zh 应是一行文字", "/messages/SUM001/zh must be one line of text"),
        ),
        (
            "nianbao.toml",
            '[messages.SUM001]\nzh = "差{left"\n',
            ":2",
            ("花括号成对", "with braces in pairs"),
        ),
        (
            "nianbao.toml",
            'rules = ["规则"]\n'.encode("gb18030"),
            "",
            ("设置文件不是 UTF-8", "the settings are no UTF-8 text"),
        ),
        ("nianbao.toml", b"select = []\n\0", "", ("不是完好的 TOML", "no sound TOML")),
    ],
)
def test_wrong_settings_are_one_line_with_file_and_line(
    cli: Cli, write: Write, name: str, content: str | bytes, where: str, said: tuple[str, str]
) -> None:
    path = Path.cwd() / write(name, content)
    write("clean.json", clean_json())
    for language, colon, words in (("zh", "：", said[0]), ("en", ": ", said[1])):
        for command in (("check", "clean.json"), ("rules",), ("explain", "SUM001")):
            ran = cli(*command, "--lang", language)
            assert (ran.code, ran.out) == (2, "")
            (line,) = ran.err.splitlines()
            place = re.match(rf"nianbao{colon}{path}(?::\d+)?{colon}", line)
            assert place is not None
            assert not where or place[0] == f"nianbao{colon}{path}{where}{colon}"
            assert words in line


@pytest.mark.parametrize("text", ["tool = 3\n", "[tool]\nnianbao = 3\n"])
def test_a_project_file_of_another_shape_is_refused(cli: Cli, write: Write, text: str) -> None:
    write("pyproject.toml", text)
    ran = cli("rules", "--settings", "pyproject.toml")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("nianbao：pyproject.toml")
    assert "tool.nianbao 应是一张表" in ran.err


def test_an_unknown_rule_in_the_settings_is_refused_with_a_suggestion(
    cli: Cli, write: Write
) -> None:
    write("nianbao.toml", 'ignore = ["reqest-balance"]\n')
    ran = cli("check")
    assert (ran.code, ran.out) == (2, "")
    place = f"{Path.cwd()}/nianbao.toml:1"
    assert ran.err == f"nianbao：{place}：没有规则“reqest-balance”，是否想写“request-balance”？\n"


def test_settings_that_may_not_be_read_are_refused(
    as_owner: Cli, write: Write, tmp_path: Path
) -> None:
    for name in ("nianbao.toml", "pyproject.toml"):
        path = tmp_path / write(name, _in_project(_SUM))
        path.chmod(0)
        ran = as_owner("rules")
        path.unlink()
        assert ran == (2, "", f"nianbao：{path}：读不了设置文件\n")


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ('# 本县\nplugins = ["nowhere"]\n', "nianbao.toml:2：没有安装插件“nowhere”"),
        ('rules = [\n  "nowhere",\n]\n', "nianbao.toml:2："),
        ('rules = ["bad"]\n', "nianbao.toml:1 指定"),
    ],
)
def test_code_that_settings_name_and_that_cannot_be_used(
    cli: Cli, write: Write, settings: str, message: str
) -> None:
    write("bad/rule.yaml", "code: 1\n")
    write("nianbao.toml", settings)
    ran = cli("check", write("clean.json", clean_json()))
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err
    assert ran.err.count("\n") == 1
