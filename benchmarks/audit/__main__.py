"""How fast is an audit: python -m benchmarks.audit.

Each figure is a ratio of runs of this machine, one beside the other: a second run to the first, two
processes to one, many reports to few. The seconds are shown for orientation alone.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import monotonic

from benchmarks.audit.crash import command, settle


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, and print the figures."""
    options = _parser().parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        few, many = folder / "few", folder / "many"
        settle(few, options.count)
        settle(many, options.count * options.times)
        _seconds(few, folder / "warm")  # its modules are compiled from here on
        alone = _seconds(few, folder / "alone")
        again = _seconds(few, folder / "alone")
        other = _seconds(few, folder / "alone", "--ignore", "QUA")
        fellows = _seconds(few, folder / "fellows", "--jobs", "2")
        grown = _seconds(many, folder / "grown")
    print(
        f"{options.count} pages, one process: {alone:.2f} s, {options.count / alone:.0f} a second"
    )
    print(f"again, nothing changed / the first run: {again / alone:.1%}")
    print(f"again, other rules / the first run: {other / alone:.1%}")
    print(f"throughput of two processes / one: {alone / fellows:.2f}")
    print(f"time a page, {options.times} times as many / few: {grown / options.times / alone:.2f}")
    return 0


def _seconds(paths: Path, out: Path, *options: str) -> float:
    """Return how long an audit takes as a whole process, its modules compiled as when installed."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(out.parent / "compiled")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    began = monotonic()
    subprocess.run(command(paths, out, *options), check=False, capture_output=True, env=environment)
    return monotonic() - began


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="benchmarks.audit", description=__doc__)
    parser.add_argument("--count", type=int, default=300, help="how many pages are few")
    parser.add_argument("--times", type=int, default=4, help="how many times as many are many")
    return parser


if __name__ == "__main__":
    sys.exit(main())
