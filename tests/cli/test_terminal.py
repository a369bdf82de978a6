"""Does output survive every terminal, pipe and encoding?"""

import json
import os
import pty
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Process
from tests.cli.documents import clean_json, faulty_json
from tests.packaging.environments import EXAMPLE

_EXAMPLE = str(EXAMPLE)
_ESCAPE = b"\x1b"
_FORMATS = ["sarif", "junit", "github", "markdown", "csv"]
_COMMANDS = [
    (("check", _EXAMPLE), 1),
    (("check", "--format=json", _EXAMPLE), 1),
    *((("check", f"--format={name}", _EXAMPLE), 1) for name in _FORMATS),
    (("check", "missing.html"), 3),
    (("rules",), 0),
    (("rules", "--format=json"), 0),
    (("explain", "SUM001"), 0),
    (("convert", _EXAMPLE), 0),
    (("read", _EXAMPLE), 0),
    (("read", "--format=json", _EXAMPLE), 0),
    (("--help",), 0),
    (("check", "--help"), 0),
    (("--version",), 0),
]
# A terminal of the C locale in a Python that does not switch to UTF-8 for it.
_C = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
_TERMINALS = [
    {"PYTHONIOENCODING": "gbk"},
    {"PYTHONIOENCODING": "ascii"},
    {"PYTHONIOENCODING": "latin-1:strict", "NIANBAO_LANG": "en"},
    {"LC_ALL": "C", "PYTHONUTF8": ""},
    _C,
    {**_C, "NIANBAO_LANG": "en"},
]


@pytest.mark.parametrize("terminal", _TERMINALS, ids=lambda each: "-".join(each.values()))
@pytest.mark.parametrize(("arguments", "code"), _COMMANDS)
def test_no_encoding_stops_the_output(
    process: Process, terminal: dict[str, str], arguments: tuple[str, ...], code: int
) -> None:
    ran = process.run(*arguments, env=terminal)
    assert (ran.returncode, ran.stderr) == (code, b"")
    assert ran.stdout


@pytest.mark.parametrize("arguments", [("check", "--bogus"), ("explain", "规则"), ("",)])
@pytest.mark.parametrize("terminal", _TERMINALS, ids=lambda each: "-".join(each.values()))
def test_no_encoding_stops_an_error(
    process: Process, terminal: dict[str, str], arguments: tuple[str, ...]
) -> None:
    ran = process.run(*arguments, env=terminal)
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert len(ran.stderr.splitlines()) == 1
    assert ran.stderr.startswith(b"nianbao")


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", _EXAMPLE),
        ("rules",),
        ("explain", "SUM001"),
        ("check", "missing.html"),
        ("read", "--all", _EXAMPLE),
    ],
    ids=lambda words: words[0],
)
def test_a_gbk_console_can_show_all_of_it(process: Process, arguments: tuple[str, ...]) -> None:
    in_utf8 = process.run(*arguments, env={"PYTHONIOENCODING": "utf-8"}).stdout.decode()
    assert process.run(*arguments, env={"PYTHONIOENCODING": "gbk"}).stdout.decode("gbk") == in_utf8


def test_json_is_utf_8_on_every_terminal(process: Process) -> None:
    results = [process.run("check", "--format=json", _EXAMPLE, env=each) for each in _TERMINALS]
    for ran in results:
        assert json.loads(ran.stdout.decode())["documents"][0]["organ"] == "贵南县沙沟乡", ran.args
    converted = process.run("convert", _EXAMPLE, env={"PYTHONIOENCODING": "ascii"}).stdout
    assert json.loads(converted.decode())["year"] == 2020


@pytest.mark.parametrize("name", ["CLICOLOR_FORCE", "PY_COLORS", "TTY_COMPATIBLE"])
def test_without_a_terminal_there_are_no_colours(process: Process, name: str) -> None:
    for arguments in (("check", _EXAMPLE), ("rules",), ("explain", "SUM001")):
        ran = process.run(*arguments, env={name: "1"})
        assert _ESCAPE not in ran.stdout


def test_colours_can_be_forced_but_not_into_files_or_against_a_wish(process: Process) -> None:
    assert _ESCAPE in process.run("check", _EXAMPLE, env={"FORCE_COLOR": "1"}).stdout
    for unwanted in ({"FORCE_COLOR": "0"}, {"FORCE_COLOR": "1", "NO_COLOR": "1"}):
        assert _ESCAPE not in process.run("check", _EXAMPLE, env=unwanted).stdout
    process.run("check", "--output=out.txt", _EXAMPLE, env={"FORCE_COLOR": "1"})
    assert _ESCAPE not in (process.folder / "out.txt").read_bytes()


def on_terminal(process: Process, *arguments: str, **changes: str) -> bytes:
    """Run with a terminal for output and errors, and return what it shows."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*process.command, *arguments],
        cwd=process.folder,
        env=process.environment({"TERM": "xterm", **changes}),
        stdout=theirs,
        stderr=theirs,
    ):
        os.close(theirs)
        shown = b"".join(iter(lambda: _read(ours), b""))
    os.close(ours)
    return shown


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65_536)
    except OSError:  # how Linux ends a terminal that nobody writes to any more
        return b""


def test_a_terminal_gets_colours_unless_it_wants_none(process: Process) -> None:
    coloured = on_terminal(process, "check", _EXAMPLE)
    assert _ESCAPE in coloured
    for want_none in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
        shown = on_terminal(process, "check", _EXAMPLE, **want_none)
        assert _ESCAPE not in shown
        assert shown.count(b"SUM001") == coloured.count(b"SUM001") == 2


def test_a_file_gets_no_colours_on_a_terminal_either(process: Process) -> None:
    shown = on_terminal(process, "check", "--output=out.txt", _EXAMPLE)
    assert shown == b""
    assert _ESCAPE not in (process.folder / "out.txt").read_bytes()


@pytest.mark.parametrize(("arguments", "code"), _COMMANDS)
def test_a_closed_pipe_ends_the_output_without_a_word(
    process: Process, arguments: tuple[str, ...], code: int
) -> None:
    with subprocess.Popen(
        [*process.command, *arguments],
        cwd=process.folder,
        env=process.environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == code


def test_a_pipe_that_is_closed_half_way_ends_the_output(process: Process) -> None:
    (process.folder / "error.json").write_text(faulty_json(), encoding="utf-8")
    for number in range(300):
        (process.folder / f"{number}.json").symlink_to("error.json")
    program = " ".join(process.command)
    ran = subprocess.run(
        ["bash", "-c", f"{program} check . | head -1; exit ${{PIPESTATUS[0]}}"],
        cwd=process.folder,
        env=process.environment(),
        capture_output=True,
        check=False,
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (1, b"0.json\n", b"")


def test_errors_may_go_to_a_closed_pipe(process: Process) -> None:
    with subprocess.Popen(
        [*process.command, "check", "--bogus"],
        cwd=process.folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stderr.close()
        assert running.stdout.read() == b""
    assert running.returncode == 2


@pytest.mark.parametrize("arguments", [("check", "clean.json"), ("rules",)])
def test_a_full_disk_is_one_line(process: Process, arguments: tuple[str, ...]) -> None:
    (process.folder / "clean.json").write_text(clean_json(), encoding="utf-8")
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [*process.command, *arguments],
            cwd=process.folder,
            env=process.environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert ran.returncode == 2
    assert len(ran.stderr.splitlines()) == 1
    assert ran.stderr.decode().startswith("nianbao：")


def test_without_any_output_the_exit_code_still_tells(process: Process) -> None:
    (process.folder / "error.json").write_text(faulty_json(), encoding="utf-8")
    program = " ".join(process.command)
    ran = subprocess.run(
        ["bash", "-c", f"{program} check error.json >&-"],
        cwd=process.folder,
        env=process.environment(),
        capture_output=True,
        check=False,
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (1, b"", b"")
