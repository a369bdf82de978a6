"""Does the help speak the user's language, for every command?"""

import re

import pytest

from tests.cli.conftest import Cli, Process

_COMMANDS = (
    "check", "audit", "read", "rules", "explain", "convert", "settings", "new", "test-rules",
    "impact",
)  # fmt: skip
_OPTIONS = {
    "check": {
        "--help", "--format", "--output", "--fail-on", "--profile", "--since", "--skip-other",
        "--stdin-filename", "--select", "--ignore", "--rules", "--plugin", "--settings", "--year",
        "--blank", "--max-size", "--lang",
    },
    "audit": {
        "--help", "--out", "--roster", "--as-of", "--jobs", "--time-limit", "--shard",
        "--executor", "--scheduler", "--blank", "--select", "--ignore", "--rules", "--plugin",
        "--settings", "--year", "--max-size", "--lang",
    },
    "read": {
        "--help", "--format", "--output", "--all", "--stdin-filename", "--blank", "--year",
        "--max-size", "--lang",
    },
    "rules": {
        "--help", "--format", "--select", "--ignore", "--rules", "--plugin", "--settings", "--lang",
    },
    "explain": {
        "--help", "--format", "--select", "--ignore", "--rules", "--plugin", "--settings", "--lang",
    },
    "convert": {"--help", "--output", "--year", "--max-size", "--lang"},
    "settings": {
        "--help", "--format", "--fail-on", "--profile", "--blank", "--select", "--ignore",
        "--rules", "--plugin", "--settings", "--lang",
    },
    "test-rules": {
        "--help", "--format", "--select", "--ignore", "--plugin", "--lang",
    },
    "impact": {
        "--help", "--format", "--output", "--samples", "--blank", "--select", "--ignore",
        "--rules", "--plugin", "--settings", "--year", "--max-size", "--lang",
    },
    "new": {"--help", "--organ", "--year", "--edition", "--format", "--output", "--lang"},
}  # fmt: skip
# What argparse would say on its own.
_ENGLISH = ("usage", "positional", "arguments", "options", "show", "exit", "choose")


def _options(text: str) -> set[str]:
    """Return the options that a help text explains."""
    return set(re.findall(r"^  (?:-h, )?(--[a-z-]+)", text, re.MULTILINE))


@pytest.mark.parametrize("command", [(), *((name,) for name in _COMMANDS)])
def test_chinese_help_holds_no_english_of_argparse(cli: Cli, command: tuple[str, ...]) -> None:
    ran = cli(*command, "--help")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("用法：nianbao")
    words = re.findall(r"(?<![-A-Za-z])[a-z]{3,}(?![-a-z])", ran.out)
    assert [word for word in words if word in _ENGLISH] == []
    assert "显示这份帮助" in ran.out


@pytest.mark.parametrize("command", [(), *((name,) for name in _COMMANDS)])
def test_english_help_holds_no_chinese(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.setenv("NIANBAO_LANG", "en")
    ran = cli(*command, "--help")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("usage: nianbao")
    assert ran.out.isascii()


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("command", _COMMANDS)
def test_help_explains_every_option_and_the_exit_codes(
    cli: Cli, command: str, language: str
) -> None:
    ran = cli(command, "--lang", language, "-h")
    assert ran.code == 0
    assert _options(ran.out) == _OPTIONS[command]
    for line in re.findall(r"^  --[a-z-]+.*$", ran.out, re.MULTILINE):
        assert not line.endswith("None")
    codes = {"zh": "退出码：0", "en": "exit codes: 0"}
    assert codes[language] in ran.out


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_help_of_the_program_names_every_command(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setenv("NIANBAO_LANG", language)
    named = re.findall(r"^    ([a-z-]+)(?: |$)", cli("--help").out, re.MULTILINE)
    assert named == list(_COMMANDS)
    assert "None" not in cli("--help").out


@pytest.mark.parametrize("command", _COMMANDS)
def test_chinese_help_calls_values_in_chinese_and_keeps_its_columns(cli: Cli, command: str) -> None:
    out = cli(command, "--help").out
    assert set(re.findall(r"\b[A-Z]{4,}\b", out)) <= {"JSON", "XLSX", "YAML"}
    begin = re.compile(
        r"^  (?:-h, --help|--\S+ \S*[\u4e00-\u9fff]\S*|[\u4e00-\u9fff]+) +(?=\S)", re.MULTILINE
    )
    columns = {len(each) + len(re.findall(r"[\u4e00-\u9fff]", each)) for each in begin.findall(out)}
    assert len(columns) == 1


def test_what_is_not_built_yet_is_refused(cli: Cli) -> None:
    for absent in ("--jobs", "--baseline", "--since"):
        assert cli("check", absent, "x").code == 2
    for absent in ("fix", "baseline"):
        assert cli(absent).code == 2


def test_the_version_is_shown(cli: Cli) -> None:
    ran = cli("--version")
    assert (ran.code, ran.out, ran.err) == (0, "nianbao 0.1.0\n", "")


def test_the_module_runs_as_the_program_does(process: Process) -> None:
    ran = process.run("--version")
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, b"nianbao 0.1.0\n", b"")
