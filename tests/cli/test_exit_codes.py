"""Which exit code says what?"""

import os
import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from nianbao.builtin import Builtin
from nianbao.model.report import Report
from nianbao.rule import Hit, NotChecked, Rule
from tests.cli.conftest import Cli, Process
from tests.cli.documents import OTHER, clean_json, faulty_json, noted_json, warned_json

Write = Callable[[str, str | bytes], str]


@pytest.fixture
def documents(write: Write) -> None:
    """Write a document of each kind."""
    write("clean.json", clean_json())
    write("error.json", faulty_json())
    write("warning.json", warned_json())
    write("info.json", noted_json())
    write("other.html", OTHER)
    write("cut.json", clean_json()[:-30])


@pytest.mark.usefixtures("documents")
@pytest.mark.parametrize(
    ("names", "fail_on", "code"),
    [
        ("clean", "info", 0),
        ("error", None, 1),
        ("error", "never", 0),
        ("error", "info", 1),
        ("warning", None, 0),
        ("warning", "error", 0),
        ("warning", "warning", 1),
        ("warning", "info", 1),
        ("info", None, 0),
        ("info", "warning", 0),
        ("info", "info", 1),
        ("clean warning info", "error", 0),
        ("clean error", "error", 1),
    ],
)
def test_findings_at_or_above_fail_on_give_1(
    cli: Cli, names: str, fail_on: str | None, code: int
) -> None:
    options = ("--fail-on", fail_on) if fail_on else ()
    ran = cli("check", *options, *(f"{name}.json" for name in names.split()))
    assert (ran.code, ran.err) == (code, "")


@pytest.mark.usefixtures("documents")
def test_a_document_that_cannot_be_read_gives_3_and_beats_1(cli: Cli) -> None:
    for options in ((), ("--fail-on", "never"), ("--fail-on", "info"), ("--format", "json")):
        ran = cli("check", *options, "error.json", "missing.json", "clean.json")
        assert ran.code == 3
        assert all(name in ran.out for name in ("error.json", "missing.json", "clean.json"))


def _crash(_report: Report) -> list[Hit | NotChecked]:
    msg = "division by none"
    raise ZeroDivisionError(msg)


@pytest.mark.usefixtures("documents")
@pytest.mark.parametrize("names", [("clean.json",), ("error.json", "clean.json")])
def test_a_rule_that_crashes_gives_3_and_the_others_still_run(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, names: tuple[str, ...]
) -> None:
    sound = Builtin.nianbao_rules

    def crashing(builtin: Builtin) -> list[Rule]:
        return [_crashing(rule) for rule in sound(builtin)]

    monkeypatch.setattr(Builtin, "nianbao_rules", _marked(crashing, sound))
    ran = cli("check", *names)
    assert ran.code == 3
    assert "SEC007" in ran.out
    assert "Traceback" not in ran.out + ran.err
    assert ("VAL004" in ran.out) == ("error.json" in names)


def _crashing(rule: Rule) -> Rule:
    return rule._replace(check=_crash) if rule.code == "SEC007" else rule


def _marked(function: Callable[..., object], like: Callable[..., object]) -> Callable[..., object]:
    """Mark a function as an implementation of a hook, as another one is."""
    function.__name__ = like.__name__
    function.__dict__.update(like.__dict__)
    return function


@pytest.mark.usefixtures("documents")
def test_nothing_to_check_gives_2_or_0_with_skip_other(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    ran = cli("check", "empty")
    assert (ran.code, ran.out, ran.err) == (2, "", "nianbao：没有找到要检查的文件\n")
    ran = cli("check", "--lang=en", "empty")
    assert (ran.code, ran.err) == (2, "nianbao: there is no file to check\n")
    ran = cli("check", "--skip-other", "empty")
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.usefixtures("documents")
def test_a_file_that_is_no_report_is_an_error_where_it_was_named(cli: Cli) -> None:
    ran = cli("check", "other.html")
    assert ran.code == 1
    assert "DOC001" in ran.out


@pytest.mark.usefixtures("documents")
def test_other_commands_never_give_1(cli: Cli) -> None:
    assert cli("convert", "error.json").code == 0
    assert cli("convert", "cut.json").code == 3
    assert cli("convert", "missing.json").code == 3
    assert cli("rules").code == 0
    assert cli("explain", "SUM001").code == 0


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Let programs started by the test be interrupted, even where this one was started deaf."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_an_interrupted_run_gives_130(process: Process) -> None:
    running = subprocess.Popen(
        [*process.command, "check", "-"],
        cwd=process.folder,
        env=process.environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with running:
        assert running.stdin is not None
        # More than a pipe holds: once it is written, the tool is reading.
        os.write(running.stdin.fileno(), b" " * 1_000_000)
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=60)
    assert (running.returncode, out) == (130, b"")
    assert err.decode() == "nianbao：已中断\n"
