"""Is nothing lost or counted twice, whenever an audit is killed or interrupted?"""

import os
import signal
import subprocess
from pathlib import Path
from random import Random
from time import sleep

import pytest

from benchmarks.audit import crash
from tests.audit.county import settle


@pytest.mark.parametrize("jobs", [1, 2])
def test_audits_that_are_killed_leave_what_an_undisturbed_one_leaves(
    tmp_path: Path, jobs: int
) -> None:
    settle(tmp_path / "in", range(2012, 2025))
    trial = crash.begun(tmp_path, jobs)
    assert trial.expected["documents"]
    assert crash.try_out(trial, 4, Random(jobs)) == []  # noqa: S311  # a seeded moment


def _unmeasured() -> dict[str, str]:
    """Return the environment of a process whose coverage is not measured.

    An interrupt that strikes while its lock is taken would leave it taken for ever.
    """
    return {name: it for name, it in os.environ.items() if not name.startswith("COVERAGE_")}


def _interrupted(words: list[str], out: Path) -> tuple[int, str]:
    """Start an audit, interrupt it as soon as it has kept something, return its code and words."""
    process = subprocess.Popen(
        words,
        env=_unmeasured(),
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        start_new_session=True,
    )
    while not (out / "audit.sqlite-wal").exists() and process.poll() is None:
        sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does, its workers included
    _, said = process.communicate(timeout=60)
    return process.returncode, said


def test_ctrl_c_ends_with_what_is_done(tmp_path: Path) -> None:
    crash.settle(tmp_path / "in", 150)
    out = tmp_path / "out"
    words = [*crash.command(tmp_path / "in", out, "--lang", "en")]
    code, said = _interrupted(words, out)
    assert (code, said.splitlines()) == (
        130,
        ["what was done is kept; another run goes on from there", "nianbao: interrupted"],
    )
    subprocess.run(words, check=False, capture_output=True)
    subprocess.run(crash.command(tmp_path / "in", tmp_path / "whole"), check=False)
    assert dict(crash.kept(out))["documents"] == dict(crash.kept(tmp_path / "whole"))["documents"]


def test_no_worker_outlives_an_audit_that_was_killed(tmp_path: Path) -> None:
    crash.settle(tmp_path / "in", 60)
    words = crash.command(tmp_path / "in", tmp_path / "out", "--jobs", "2")
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    children = _children(process.pid)
    process.kill()
    process.wait()
    for _ in range(100):
        if not any(map(_is_alive, children)):
            return
        sleep(0.1)
    pytest.fail(f"still there: {children}")


def _children(parent: int) -> list[int]:
    """Return the workers of a process, as soon as there are two."""
    listing = Path(f"/proc/{parent}/task/{parent}/children")
    if not listing.exists():
        pytest.skip("only Linux lists the children of a process")
    for _ in range(300):
        children = [int(word) for word in listing.read_text(encoding="ascii").split()]
        if len(children) > 2:
            return children
        sleep(0.05)
    pytest.fail("there were no workers")


def _is_alive(process: int) -> bool:
    try:
        return "zombie" not in Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    except OSError:
        return False
