"""Do time a page and memory stay the same when there are many pages?"""

from benchmarks.measure.bench import Bench
from benchmarks.measure.figure import Figure, Limits, Measured, spread_of
from benchmarks.measure.runs import Command, peak, ratios, seconds

_PEAKS = 3
_ROUNDS = 5
_MANY = Figure("memory", "内存峰值，多份", "peak memory, many pages", Limits(40, 60, 100), "MiB")
_FEW = Figure("memory-few", "内存峰值，少份", "peak memory, few pages", unit="MiB")
_FLAT = Figure("memory-growth", "内存峰值：多份 ÷ 少份", "peak memory, many pages / few")
_BARE = Figure(
    "memory-bare",
    "其中解释器与库：只 import lxml.etree, pluggy",
    "of it the interpreter and libraries: `import lxml.etree, pluggy` alone",
    unit="MiB",
)
_TIME = Figure(
    "growth",
    "每份用时：多份 ÷ 少份",
    "time a page, many pages / few",
    Limits(1.0, 1.1, 1.25),
)


def memory(bench: Bench) -> list[Measured]:
    """Measure the peak memory of the process at few pages, at many, and without the checker."""
    many = _peaks(bench, bench.check(*bench.blocks))
    few = _peaks(bench, bench.check(bench.blocks[0]))
    bare = _peaks(bench, bench.python("-c", "import lxml.etree, pluggy"))
    flat = [above / below for above, below in zip(many, few, strict=True)]
    return [
        Measured(_MANY, spread_of(many), f"{bench.size * bench.times} pages"),
        Measured(_FEW, spread_of(few), f"{bench.size} pages"),
        Measured(_FLAT, spread_of(flat), f"{bench.size * bench.times} / {bench.size} pages"),
        Measured(_BARE, spread_of(bare)),
    ]


def _peaks(bench: Bench, command: Command) -> list[float]:
    return [peak(command, bench.folder) for _ in range(_PEAKS)]


def growth(bench: Bench) -> list[Measured]:
    """Measure the time a page in one run over all pages against runs over a part of them each.

    Both sides see the very same pages. What a run over one page takes is not counted.
    """
    found = ratios(lambda: _a_page(bench, 1), lambda: _a_page(bench, bench.times), _ROUNDS)
    return [Measured(_TIME, spread_of(found), f"{bench.size * bench.times} / {bench.size} pages")]


def _a_page(bench: Bench, runs: int) -> float:
    """Return the time a page when all pages are checked in this many runs."""
    share = len(bench.blocks) // runs
    spent = 0.0
    for run in range(runs):
        blocks = bench.blocks[run * share : (run + 1) * share]
        spent += seconds(bench.check(*blocks), bench.folder)
        spent -= seconds(bench.check(bench.usual[0]), bench.folder)
    return spent / (bench.size * len(bench.blocks) - runs)
