"""A Dask cluster on this machine: a scheduler and two workers, each a process."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from time import sleep
from typing import NamedTuple

import pytest

_ROOT = Path(__file__).parents[2]


class Cluster(NamedTuple):
    """Where the scheduler listens, its process, and those of its workers."""

    address: str
    scheduler: subprocess.Popen[bytes]
    workers: list[subprocess.Popen[bytes]]


Start = Callable[..., Cluster]


@contextmanager
def _process(*words: str) -> Iterator[subprocess.Popen[bytes]]:
    # A batch counts as lost once its worker has ended, so that the tests kill few.
    settings = {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1"}
    process = subprocess.Popen(
        [sys.executable, "-m", "dask", *words],
        cwd=_ROOT,
        env={**os.environ, **settings, "PYTHONPATH": str(_ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        process.terminate()
        process.wait(20)


def _address(file: Path) -> str:
    while not file.exists() or not file.read_text(encoding="utf-8"):
        sleep(0.1)
    address: str = json.loads(file.read_text(encoding="utf-8"))["address"]
    return address


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Give what starts a cluster; it ends with the test."""
    with ExitStack() as stack:

        def started(*options: str) -> Cluster:
            file = tmp_path / "scheduler.json"
            words = ("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
            scheduler = stack.enter_context(_process(*words, "--scheduler-file", str(file)))
            address = _address(file)
            worker = ("worker", address, "--nthreads", "1", "--no-dashboard", *options)
            workers = [stack.enter_context(_process(*worker)) for _ in range(2)]
            return Cluster(address, scheduler, workers)

        yield started
