"""Is progress told where a run takes a while, on a terminal alone, and does nothing of it stay?"""

import io

import pytest

from nianbao.cli import progress
from nianbao.cli.progress import Progress
from tests.cli.conftest import Process
from tests.cli.documents import clean_json
from tests.cli.test_terminal import on_terminal

_ERASE = "\r\x1b[K"


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class _Closed(_Terminal):
    def flush(self) -> None:
        raise OSError


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Return the time, which the tests set."""
    now = [0.0]
    monkeypatch.setattr(progress, "monotonic", lambda: now[0])
    monkeypatch.setenv("TERM", "xterm")
    return now


def test_a_long_run_counts_and_erases_what_it_said(clock: list[float]) -> None:
    stream = _Terminal()
    with Progress(stream, "zh") as watch:
        for done, clock[0] in ((1, 0.5), (2, 1.5), (3, 1.55), (4, 2.0)):
            watch(done, 4)
        said = stream.getvalue()
    assert said == f"{_ERASE}已检查 2/4 份文件{_ERASE}已检查 4/4 份文件"
    assert stream.getvalue() == said + _ERASE


def test_it_speaks_english(clock: list[float]) -> None:
    stream = _Terminal()
    watch = Progress(stream, "en")
    clock[0] = 2
    watch(3, 20)
    assert stream.getvalue().endswith("checked 3 of 20 files")


def test_an_interrupted_run_leaves_an_empty_line(clock: list[float]) -> None:
    stream = _Terminal()

    def interrupted() -> None:
        with Progress(stream, "zh") as watch:
            clock[0] = 2
            watch(1, 4)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert stream.getvalue().endswith(_ERASE)


def test_a_short_run_says_nothing(clock: list[float]) -> None:
    stream = _Terminal()
    with Progress(stream, "zh") as watch:
        clock[0] = 0.9
        watch(1, 1)
    assert stream.getvalue() == ""


def test_what_is_no_terminal_gets_nothing(
    clock: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    streams = [None, io.StringIO(), _Terminal()]
    watches = [Progress(each, "zh") for each in streams[:2]]
    monkeypatch.setenv("TERM", "dumb")
    watches.append(Progress(streams[2], "zh"))
    clock[0] = 9
    for watch, stream in zip(watches, streams, strict=True):
        watch(1, 2)
        assert stream is None or stream.getvalue() == ""


def test_a_terminal_that_is_gone_ends_no_run(clock: list[float]) -> None:
    stream = _Closed()
    with Progress(stream, "zh") as watch:
        clock[0] = 2
        watch(1, 2)
        said = stream.getvalue()
        clock[0] = 3
        watch(2, 2)
    assert stream.getvalue() == said


def test_the_command_line_tells_it(process: Process) -> None:
    for number in range(3):
        (process.folder / f"{number}.json").write_text(clean_json(), encoding="utf-8")
    code = (
        "import sys; from nianbao.cli import progress; progress._PATIENCE = 0;"
        "from nianbao.cli.main import main; sys.exit(main(sys.argv[1:]))"
    )
    patient = on_terminal(process, "check", ".", "--output=out.log").decode()
    eager = process._replace(program=("-c", code))
    assert patient == ""
    shown = on_terminal(eager, "check", ".", "--output=out.log").decode()
    assert "已检查 1/3 份文件" in shown
    assert shown.endswith(_ERASE)
    assert "已检查" not in eager.run("check", ".").stderr.decode()
