"""How are the reports of a province compared: in which time, in how much memory?"""

from benchmarks.audit.province import STEPS, Told, measured
from benchmarks.measure.bench import Bench
from benchmarks.measure.figure import Figure, Limits, Measured, Spread

_ORGANS, _MEMORY_ORGANS, _YEARS = 100_000, 50_000, 2
_IDENTITIES, _DUPLICATES = STEPS
_SECONDS = {
    _IDENTITIES: Figure(
        "province-identities",
        "十万个机关两年：报告之间的勾稽与计数",
        "100,000 organs × 2 years: identities between reports, and counts",
        Limits(5, 10, 30),
        "s",
    ),
    _DUPLICATES: Figure(
        "province-duplicates",
        "同上，找出雷同的报告",
        "the same, near-duplicates from sketches",
        unit="s",
    ),
}
_MEMORY = Figure(
    "province-memory",
    "十万份报告：比较时主进程的内存峰值",
    "100,000 reports: peak memory of the main process while it compares",
    Limits(300, 400, 600),
    "MiB",
)


def province(bench: Bench) -> list[Measured]:
    """Measure each step that compares reports, once: it takes minutes to fill the stores."""
    large, small = str(bench.folder / "province"), str(bench.folder / "half-province")
    told = {step: measured(step, large, _ORGANS) for step in STEPS}
    most = max(measured(step, small, _MEMORY_ORGANS).mib for step in STEPS)
    note = f"{_MEMORY_ORGANS * _YEARS} reports"
    return [
        *(_once(_SECONDS[step], each.seconds, _note(each)) for step, each in told.items()),
        _once(_MEMORY, most, note),
    ]


def _note(told: Told) -> str:
    return f"{_ORGANS * _YEARS} reports, {told.mib:.0f} MiB, {told.said}"


def _once(figure: Figure, value: float, note: str) -> Measured:
    return Measured(figure, Spread(value, value, value), note)
