"""Is a wrong command line refused in our words, in one line, before anything is read?"""

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Cli

_WRONG = [
    ((), "缺少参数：命令", "arguments are missing: COMMAND"),
    (("check", "--bogus"), "不认识的参数：--bogus", "unknown arguments: --bogus"),
    (("check", "-x", "a"), "不认识的参数：-x", "unknown arguments: -x"),
    (("rules", "extra"), "不认识的参数：extra", "unknown arguments: extra"),
    (("explain",), "缺少参数：代码", "arguments are missing: CODE"),
    (("convert",), "缺少参数：路径", "arguments are missing: PATH"),
    (("convert", "a", "b"), "不认识的参数：b", "unknown arguments: b"),
    (("check", "--format"), "--format 后面要跟一个值", "--format needs a value"),
    (("check", "--select"), "--select 后面要跟一个值", "--select needs a value"),
    (("check", "--year", "二〇"), "--year 的值“二〇”不对", '"二〇" is no value for --year'),
    (("check", "--max-size", "x"), "--max-size 的值“x”不对", '"x" is no value for --max-size'),
    (("check", "--max-size", "0"), "--max-size 应大于 0", "--max-size must be above 0"),
    (("check", "--max-size", "-1"), "--max-size 应大于 0", "--max-size must be above 0"),
    (("check", "--max-size", "nan"), "--max-size", "--max-size"),
    (("check", "--max-size", "inf"), "--max-size", "--max-size"),
    (("check", "--max-size", "1e400"), "--max-size", "--max-size"),
    (
        ("check", "--skip-other=1"),
        "--skip-other 不带值，不能写“1”",
        '--skip-other takes no value, but got "1"',
    ),
    (("check", "--s", "SUM"), "参数 --s 不明确", "--s is ambiguous"),
    (("check", "--format", "tablee"), "没有输出格式“tablee”", 'there is no format "tablee"'),
    (("check", "--format", "sarf"), "是否想写“sarif”", 'did you mean "sarif"'),
    (("check", "--format", "sarif="), "sarif= 后面缺少文件名", "sarif= lacks the name of a file"),
    (("check", "--format", ""), "没有输出格式“”", 'there is no format ""'),
    (
        ("check", "--format", "json", "--format", "json"),
        "标准输出只能有一种格式",
        "standard output takes one format",
    ),
    (
        ("check", "--format=json=a", "--format=table=./a"),
        "两种输出写到了同一个文件",
        "two outputs go to the same file",
    ),
    (
        ("check", "--format=json=a", "--output=b"),
        "--output 只能与一个 --format 同用",
        "--output goes with one --format",
    ),
    (
        ("check", "--format=json", "--format=table=x", "--output=b"),
        "--output 只能与一个 --format 同用",
        "--output goes with one --format",
    ),
    (("check", "-", "a.html"), "- 不能与其他路径同用", "- cannot go with other paths"),
    (("check", "--select", "NO999"), "没有规则“NO999”", 'there is no rule "NO999"'),
    (("check", "--ignore", "w,SUM"), "没有规则“w”", 'there is no rule "w"'),
    (("explain", "SUM999"), "没有规则“SUM999”", 'there is no rule "SUM999"'),
    (("check", "--plugin", "none"), "没有安装插件“none”", 'no plug-in "none" is installed'),
    (
        ("rules", "--rules", "nowhere"),
        "读不了这个规则文件夹",
        "this folder of rules cannot be read",
    ),
    (("check", "--settings", "no.toml"), "读不了设置文件", "the settings cannot be read"),
]
# English of argparse that must not show through.
_ENGLISH = re.compile(
    r"usage|error|argument|invalid|choose|choice|expected|required|unrecognized|ambiguous|allowed"
)


@pytest.mark.parametrize(("arguments", "zh", "en"), _WRONG)
def test_a_wrong_command_line_is_one_line_and_exit_code_2(
    cli: Cli, arguments: tuple[str, ...], zh: str, en: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for language, said in (("zh", zh), ("en", en)):
        monkeypatch.setenv("NIANBAO_LANG", language)
        ran = cli(*arguments)
        assert (ran.code, ran.out) == (2, "")
        assert len(ran.err.splitlines()) == 1
        assert ran.err.startswith("nianbao")
        assert said in ran.err
        if language == "zh":
            assert not _ENGLISH.search(ran.err)


@pytest.mark.parametrize(
    ("arguments", "allowed"),
    [
        (("checkx",), ("check", "rules", "explain", "convert")),
        (("check", "--fail-on", "errors"), ("error", "warning", "info", "never")),
        (("check", "--blank", "none"), ("zero", "strict")),
        (("check", "--lang", "fr"), ("zh", "en")),
        (("rules", "--format", "xml"), ("table", "json")),
    ],
    ids=" ".join,
)
def test_a_value_that_is_none_of_those_allowed_is_refused_with_the_list(
    cli: Cli, arguments: tuple[str, ...], allowed: tuple[str, ...]
) -> None:
    ran = cli(*arguments)
    assert (ran.code, ran.out) == (2, "")
    (line,) = ran.err.splitlines()
    assert f"不能是“{arguments[-1]}”" in line
    assert all(word in line.partition("可用的有")[2] for word in allowed)
    assert not _ENGLISH.search(line.replace("error", ""))


@pytest.mark.parametrize(
    ("selector", "near"),
    [("SMU001", "SUM001"), ("SUM0O1", "SUM001"), ("request-balence", "request-balance")],
)
def test_an_unknown_rule_is_refused_with_a_suggestion(cli: Cli, selector: str, near: str) -> None:
    for arguments in (("check", "--select", selector), ("explain", selector)):
        ran = cli(*arguments)
        assert (ran.code, ran.out) == (2, "")
        assert f"没有规则“{selector}”，是否想写“{near}" in ran.err


def test_a_wrong_command_line_is_found_before_any_file_is_read(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "clean.json").write_text("{}", encoding="utf-8")
    for wrong in (("--select", "NO999"), ("--format", "xml"), ("--plugin", "none")):
        ran = cli("check", *wrong, "clean.json")
        assert (ran.code, ran.out) == (2, "")
