"""How much longer does a short script take that only adds up table 三?"""

from functools import partial
from pathlib import Path

from benchmarks.measure.bench import Bench
from benchmarks.measure.figure import Figure, Limits, Measured, spread_of
from benchmarks.measure.runs import ratios, seconds

_ROUNDS = 5
_SCRIPT = Path(__file__).with_name("sum_with_soup.py")
_PARSERS = {
    "lxml": Figure(
        "script",
        "只加总表三的 BeautifulSoup 脚本（lxml）÷ 本工具",
        "a BeautifulSoup script (lxml) that only sums table 三 / this",
        Limits(10, 7, 5),
    ),
    "html.parser": Figure(
        "script-html-parser",
        "同上，用 html.parser",
        "the same with html.parser",
        Limits(10, 7, 5),
    ),
}


def script(bench: Bench) -> list[Measured]:
    """Measure the script, with either of its parsers, on a hundred pages."""
    return [_beside_script(parser, figure, bench) for parser, figure in _PARSERS.items()]


def _beside_script(parser: str, figure: Figure, bench: Bench) -> Measured:
    folder = bench.hundred
    summing = bench.python(str(_SCRIPT), parser, str(folder))
    found = ratios(
        partial(seconds, summing, bench.folder),
        partial(seconds, bench.check(folder), bench.folder),
        _ROUNDS,
    )
    return Measured(figure, spread_of(found), "100 pages")
