"""Does Ctrl-C wait until a process is started, and end that one silently?"""

import os
import signal
import subprocess
import sys

import pytest

from nianbao.audit.interrupts import held_back

_WORKER = """
import os, signal
from nianbao.audit.interrupts import end_at_once
os.kill(os.getpid(), signal.SIGINT)
print("ready", flush=True)
end_at_once()
print("still there")
"""


def test_an_interrupt_waits_for_the_end() -> None:
    done = []

    def struck() -> None:
        with held_back():
            os.kill(os.getpid(), signal.SIGINT)
            done.append("started")

    with pytest.raises(KeyboardInterrupt):
        struck()
    assert done == ["started"]


def test_a_process_started_meanwhile_ends_when_it_is_ready() -> None:
    with held_back():
        worker = subprocess.Popen(
            [sys.executable, "-c", _WORKER], stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
    assert worker.communicate(timeout=60) == (b"ready\n", b"")
    assert worker.returncode == -signal.SIGINT
