"""What does a whole process cost that checks one page, or five?"""

from collections.abc import Callable
from itertools import cycle
from pathlib import Path

from benchmarks.measure.bench import Bench
from benchmarks.measure.figure import Figure, Limits, Measured, spread_of
from benchmarks.measure.runs import ratios, seconds

_PAIRS = 40
_SETTINGS = 'ignore = ["VAL001", "SEC007"]\n'
_ONE = Figure(
    "one-page",
    "检查一份网页 ÷ 导入 lxml.etree，整个进程",
    "`nianbao check` of one page / `import lxml.etree`, whole process",
    Limits(1.9, 2.3, 3.0),
)
_SET = Figure(
    "settings",
    "同上，有设置文件 nianbao.toml",
    "the same with a settings file",
    Limits(2.3, 2.9, 3.5),
)
_FIVE = Figure(
    "five-pages",
    "检查五份 ÷ 检查一份，整个进程",
    "five pages / one page, whole process",
    Limits(1.10, 1.15, 1.3),
)


def one_page(bench: Bench) -> list[Measured]:
    """Measure the check of one page against an interpreter that imports lxml and ends."""
    return [_beside_import(_ONE, bench, bench.folder)]


def settings(bench: Bench) -> list[Measured]:
    """Measure the same in a folder that has settings."""
    folder = bench.folder / "with-settings"
    folder.mkdir()
    (folder / "nianbao.toml").write_text(_SETTINGS, encoding="utf-8")
    return [_beside_import(_SET, bench, folder)]


def _beside_import(figure: Figure, bench: Bench, folder: Path) -> Measured:
    bare = bench.python("-c", "import lxml.etree")
    paths = cycle(bench.usual)
    return _measured(
        figure,
        bench,
        lambda: seconds(bench.check(next(paths)), folder),
        lambda: seconds(bare, folder),
    )


def five_pages(bench: Bench) -> list[Measured]:
    """Measure the check of a page of each style against the check of one of them."""
    paths = cycle(bench.usual)
    return [
        _measured(
            _FIVE,
            bench,
            lambda: seconds(bench.check(*bench.usual), bench.folder),
            lambda: seconds(bench.check(next(paths)), bench.folder),
        )
    ]


def _measured(
    figure: Figure, bench: Bench, over: Callable[[], float], under: Callable[[], float]
) -> Measured:
    """Return the ratio of pairs of runs; a first pair fills the caches of the system."""
    over()
    under()
    sizes = ", ".join(f"{path.stat().st_size // 1000}" for path in bench.usual)
    return Measured(figure, spread_of(ratios(over, under, _PAIRS)), f"pages of {sizes} kB")
