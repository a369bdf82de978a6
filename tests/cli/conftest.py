"""The command line as tests call it: within this process, or as one of its own."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from nianbao.cli.main import main

_SPOKEN = ("NIANBAO_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "COLUMNS", "NO_COLOR", "FORCE_COLOR")

# Drops the powers by which root may read and list everything, then runs the command line.
_AS_OWNER = """
import ctypes, os, sys
for power in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
    ctypes.CDLL(None).prctl(24, power, 0, 0, 0)  # PR_CAPBSET_DROP
os.execv(sys.executable, [sys.executable, "-m", "nianbao", *sys.argv[1:]])
"""


class Ran(NamedTuple):
    """What came of a run of the command line."""

    code: int
    out: str
    err: str


Cli = Callable[..., Ran]


class Process(NamedTuple):
    """Runs the command line as a process of its own, in one folder."""

    folder: Path
    program: tuple[str, ...] = ("-m", "nianbao")

    @property
    def command(self) -> list[str]:
        """The words that start it."""
        return [sys.executable, *self.program]

    def environment(self, changes: Mapping[str, str] | None = None) -> dict[str, str]:
        """Return this process's environment, in UTF-8 and without what sets language or looks."""
        known = {
            name: value
            for name, value in os.environ.items()
            # Measured, a process takes seconds to start; what it runs other tests run in their own.
            if name not in _SPOKEN and not name.startswith("COVERAGE_")
        }
        return {**known, "PYTHONUTF8": "1", **(changes or {})}

    def run(
        self, *arguments: str | bytes, stdin: bytes = b"", env: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[bytes]:
        """Run it, with changes to the environment."""
        return subprocess.run(
            [*self.command, *arguments],
            cwd=self.folder,
            env=self.environment(env),
            input=stdin,
            capture_output=True,
            check=False,
            timeout=120,
        )


@pytest.fixture
def cli(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Cli:
    """Return a function that runs the command line in an empty folder, in Chinese."""
    monkeypatch.chdir(tmp_path)
    for name in _SPOKEN:
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: str) -> Ran:
        capsys.readouterr()
        try:
            code = main(arguments)
        except SystemExit as end:
            code = int(end.code or 0)
        return Ran(code, *capsys.readouterr())

    return run


@pytest.fixture
def process(tmp_path: Path) -> Process:
    """Return a way to run the command line as a process, in the same empty folder."""
    return Process(tmp_path)


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str | bytes], str]:
    """Return a function that writes a file into the folder of the test and returns its name."""

    def write(name: str, content: str | bytes) -> str:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return name

    return write


@pytest.fixture
def as_owner(process: Process) -> Cli:
    """Return a function that runs the command line without the powers of root."""

    def run(*arguments: str) -> Ran:
        ran = subprocess.run(
            [sys.executable, "-c", _AS_OWNER, *arguments],
            cwd=process.folder,
            env=process.environment(),
            capture_output=True,
            check=False,
        )
        return Ran(ran.returncode, ran.stdout.decode(), ran.stderr.decode())

    return run
