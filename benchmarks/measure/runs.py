"""How long does a process take beside another, and how much memory at its peak?"""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from time import monotonic

Command = Sequence[str]

# On Linux a process starts with the peak of the one that started it, so one that has just begun
# must start the command; it prints KiB, on macOS bytes.
_LAUNCHER = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
_UNITS_IN_MIB = 1024 * 1024 if sys.platform == "darwin" else 1024


def ratios(over: Callable[[], float], under: Callable[[], float], rounds: int) -> list[float]:
    """Return the ratio of each of several pairs of runs.

    The two take turns in being first, so that a machine that slows down harms both alike.
    """
    found = []
    for turn in range(rounds):
        if turn % 2:
            below = under()
            found.append(over() / below)
        else:
            found.append(over() / under())
    return found


def seconds(command: Command, folder: Path) -> float:
    """Return the CPU time of a whole process, which others on the machine hardly change.

    Args:
        command: the command; it must end with exit code 0.
        folder: where it runs.
    """
    began = _spent()
    subprocess.run(command, cwd=folder, env=_environment(), stdout=subprocess.DEVNULL, check=True)
    return _spent() - began


def elapsed(command: Command, folder: Path) -> float:
    """Return how long a whole process takes by the clock, as `seconds` runs it."""
    began = monotonic()
    seconds(command, folder)
    return monotonic() - began


def _spent() -> float:
    """Return the CPU time of the processes that have ended, in user and system mode."""
    usage = getrusage(RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def peak(command: Command, folder: Path) -> float:
    """Return the most memory in MiB that a whole process takes, as `seconds` runs it."""
    launcher = [sys.executable, "-c", _LAUNCHER]
    run = subprocess.run(
        [*launcher, *command],
        cwd=folder,
        env=_environment(),
        stdout=subprocess.PIPE,
        check=True,
        text=True,
    )
    return int(run.stdout) / _UNITS_IN_MIB


def _environment() -> dict[str, str]:
    """Return the environment without what changes how Python or the checker start."""
    return {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "NIANBAO", "COVERAGE"))
    }
