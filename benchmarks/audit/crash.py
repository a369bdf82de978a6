"""Kill audits at random moments, and compare what the last one leaves with an undisturbed one.

python -m benchmarks.audit.crash --times 50
"""

import argparse
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from time import monotonic, sleep
from typing import Any, NamedTuple

from benchmarks.pages import pages

_TABLES = (
    "documents",
    "facts",
    "cells_2019",
    "cells_2021",
    "findings",
    "groups",
    "gaps",
    "(SELECT fingerprint, rule, path, organ, year, state FROM lives)",
)
_OUTPUTS = ("findings.jsonl", "findings.csv", "report.html")


def command(paths: Path, out: Path, *options: str) -> list[str]:
    """Return the words that start an audit in a process of its own."""
    words = ("audit", str(paths), "--out", str(out), "--as-of", "2026-04-01", *options)
    return [sys.executable, "-m", "nianbao", *words]


def settle(folder: Path, count: int, seed: int = 0) -> None:
    """Write a corpus of pages, half of them with faults."""
    for page in pages(count, seed, faults=0.5):
        path = folder / page.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(page.content)


def kept(out: Path) -> Iterator[tuple[str, list[Any]]]:
    """Yield all that an audit leaves: the rows of each table, the bytes of each output."""
    base = sqlite3.connect(out / "audit.sqlite")
    try:
        for table in _TABLES:
            yield table, sorted(base.execute(f"SELECT * FROM {table}"), key=repr)  # noqa: S608  # our own names
    finally:
        base.close()
    for name in _OUTPUTS:
        yield name, [(out / name).read_bytes()]


class Trial(NamedTuple):
    """Audits of one folder, some of them killed.

    Attributes:
        words: start an audit.
        out: the folder of its outputs.
        expected: what an undisturbed audit leaves.
        seconds: how long that took.
    """

    words: Sequence[str]
    out: Path
    expected: dict[str, list[Any]]
    seconds: float

    def killed(self, rng: Random) -> bool:
        """Start an audit and kill it at a random moment; tell whether it was still at work."""
        process = subprocess.Popen(self.words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        sleep(rng.uniform(0, self.seconds))
        process.kill()
        return process.wait() < 0

    def differs(self) -> list[str]:
        """Return what an audit that came to its end left otherwise."""
        found = dict(kept(self.out))
        return [name for name, rows in self.expected.items() if found[name] != rows]


def try_out(trial: Trial, times: int, rng: Random) -> list[str]:
    """Kill an audit so many times, and return what differs where one came to its end.

    Each goes on from what the killed one before it left; after an end it is begun anew.
    """
    done = 0
    differ: set[str] = set()
    while done < times:
        if trial.killed(rng):
            done += 1
        else:
            differ.update(trial.differs())
            shutil.rmtree(trial.out)
    subprocess.run(trial.words, check=False, capture_output=True)
    return sorted(differ.union(trial.differs()))


def begun(folder: Path, jobs: int) -> Trial:
    """Audit ``in`` below a folder undisturbed, and return how it is to be disturbed."""
    whole, broken = folder / "whole", folder / "broken"
    options = ("--jobs", str(jobs), "--time-limit", "0" if jobs == 1 else "60")
    began = monotonic()
    subprocess.run(command(folder / "in", whole, *options), check=False, capture_output=True)
    seconds = monotonic() - began
    return Trial(command(folder / "in", broken, *options), broken, dict(kept(whole)), seconds)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run it; 1 when something was lost or counted twice."""
    options = _parser().parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        settle(Path(name) / "in", options.count, options.seed)
        trial = begun(Path(name), options.jobs)
        differ = try_out(trial, options.times, Random(options.seed))
    print(f"killed {options.times} times; differs: {', '.join(differ) or 'nothing'}")
    return int(bool(differ))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="benchmarks.audit.crash", description=__doc__)
    parser.add_argument("--times", type=int, default=50, help="how often it is killed")
    parser.add_argument("--count", type=int, default=400, help="how many pages are audited")
    parser.add_argument("--jobs", type=int, default=2, help="processes of the audit")
    parser.add_argument("--seed", type=int, default=0, help="of pages and moments")
    return parser


if __name__ == "__main__":
    sys.exit(main())
