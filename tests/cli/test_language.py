"""In which language does the tool answer?"""

import json

import pytest

from tests.cli.conftest import Cli

_ZH, _EN = "没有这个文件", "there is no such file"
_ENGLISH = {"LANG": "en_US.UTF-8"}


@pytest.mark.parametrize(
    ("arguments", "environment", "said"),
    [
        ((), {}, _ZH),
        ((), {"LANG": "C"}, _ZH),
        ((), {"LANG": "C.UTF-8"}, _ZH),
        ((), {"LC_ALL": "POSIX"}, _ZH),
        ((), {"LANG": "zh_CN.GB18030"}, _ZH),
        ((), {"LANG": "zh_TW.UTF-8"}, _ZH),
        ((), {"LANG": ""}, _ZH),
        ((), _ENGLISH, _EN),
        ((), {"LANG": "de_DE.UTF-8"}, _EN),
        ((), {"LC_MESSAGES": "en_GB.UTF-8", "LANG": "zh_CN.UTF-8"}, _EN),
        ((), {"LC_ALL": "zh_CN.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, _ZH),
        ((), {**_ENGLISH, "NIANBAO_LANG": "zh"}, _ZH),
        ((), {"LANG": "zh_CN.UTF-8", "NIANBAO_LANG": "en"}, _EN),
        ((), {**_ENGLISH, "NIANBAO_LANG": "fr"}, _EN),
        ((), {**_ENGLISH, "NIANBAO_LANG": ""}, _EN),
        (("--lang", "en"), {"NIANBAO_LANG": "zh"}, _EN),
        (("--lang=zh",), {**_ENGLISH, "NIANBAO_LANG": "en"}, _ZH),
    ],
)
def test_the_language_is_found(
    cli: Cli,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    environment: dict[str, str],
    said: str,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert said in cli("check", *arguments, "missing.html").out


def test_the_language_may_be_told_before_the_command(cli: Cli) -> None:
    assert _EN in cli("--lang", "en", "check", "missing.html").out
    assert _EN in cli("--lang=en", "check", "missing.html").out
    assert _ZH in cli("--lang", "en", "check", "missing.html", "--lang", "zh").out
    assert cli("--lang", "en").err == "nianbao: arguments are missing: COMMAND\n"
    assert cli("--lang", "zh", "chekc").err.startswith("nianbao：命令 不能是“chekc”")


def test_json_tells_its_language(cli: Cli) -> None:
    for language, said in (("zh", _ZH), ("en", _EN)):
        result = json.loads(cli("check", "--format=json", "--lang", language, "no.html").out)
        assert (result["language"], result["documents"][0]["problem"]) == (language, said)


def test_usage_errors_take_the_language_that_was_asked_for(cli: Cli) -> None:
    assert cli("check", "--lang", "en", "--bogus").err == "nianbao: unknown arguments: --bogus\n"
    assert cli("check", "--bogus", "--lang=zh").err == "nianbao：不认识的参数：--bogus\n"
