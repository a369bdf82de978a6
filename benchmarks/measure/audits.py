"""How do audits fare: run again, by two processes, over many pages?"""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from shutil import rmtree

from benchmarks.measure.bench import Bench
from benchmarks.measure.figure import Figure, Limits, Measured, spread_of
from benchmarks.measure.runs import elapsed, ratios, seconds

_ROUNDS = 3
# So many pages two processes are given at the most, over which one takes some minutes.
_MOST = 5_000
_AGAIN = Figure(
    "audit-again",
    "再审核一次（没有改动）÷ 第一次，整个进程",
    "an audit again, nothing changed / the first, whole process",
    Limits(0.03, 0.05, 0.10),
)
_FELLOWS = Figure(
    "audit-processes",
    "两个进程审核的速度 ÷ 一个进程（实际用时）",
    "throughput of an audit by two processes / by one, by the clock",
    Limits(1.90, 1.75, 1.50),
)
_GROWTH = Figure(
    "audit-growth",
    "审核每份用时：多份 ÷ 少份",
    "time a page of an audit, many pages / few",
    Limits(1.0, 1.1, 1.25),
)


def audits(bench: Bench) -> list[Measured]:
    """Measure a second run, two processes and growth, each against a run beside it."""
    few, many = bench.blocks[:1], bench.blocks
    half = many[: max(1, _MOST // bench.size)]
    again = ratios(partial(_again, bench, few), partial(_first, bench, few), _ROUNDS)
    fellows = ratios(
        partial(_by_clock, bench, half, 1), partial(_by_clock, bench, half, 2), _ROUNDS
    )
    growth = ratios(partial(_first, bench, many), partial(_first, bench, few), _ROUNDS)
    size, total = bench.size, bench.size * len(many)
    return [
        Measured(_AGAIN, spread_of(again), f"{size} pages"),
        Measured(_FELLOWS, spread_of(fellows), f"{size * len(half)} pages"),
        Measured(
            _GROWTH, spread_of([each * size / total for each in growth]), f"{total} / {size} pages"
        ),
    ]


def _first(bench: Bench, paths: Sequence[Path]) -> float:
    """Return the CPU time of an audit that knows nothing yet."""
    return seconds(bench.audit(_new(bench), *paths), bench.folder)


def _again(bench: Bench, paths: Sequence[Path]) -> float:
    """Return the CPU time of an audit after one over the same pages."""
    _first(bench, paths)
    return seconds(bench.audit(_out(bench), *paths), bench.folder)


def _by_clock(bench: Bench, paths: Sequence[Path], jobs: int) -> float:
    """Return how long an audit takes by the clock: of several processes that alone tells."""
    return elapsed(bench.audit(_new(bench), *paths, jobs=jobs), bench.folder)


def _out(bench: Bench) -> Path:
    return bench.folder / "audit"


def _new(bench: Bench) -> Path:
    """Return a folder for outputs in which there are none."""
    rmtree(_out(bench), ignore_errors=True)
    return _out(bench)
