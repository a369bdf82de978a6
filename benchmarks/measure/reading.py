"""How much longer does it take to read and check a page than to parse it?"""

import gc
from collections import defaultdict
from collections.abc import Sequence
from time import perf_counter
from typing import NamedTuple

from lxml import etree

from benchmarks.measure.bench import Bench
from benchmarks.measure.figure import Figure, Limits, Measured, spread_of
from benchmarks.pages import Page, pages
from nianbao.app import Checker, Options, build_checker

_FAMILIES = ("DOC", "SEC", "TAB", "VAL", "SUM")
_SMALL = 40 * 1024
_ROUNDS = 9
_SEED = 0
_READING = Figure(
    "reading",
    "读取与算术（DOC–SUM）÷ 只用 lxml 解析",
    "reading and arithmetic (DOC–SUM) / bare lxml parse",
    Limits(1.7, 2.0, 2.4),
)
_READING_SMALL = Figure("reading-small", "同上，40 KB 以下的网页", "the same, pages below 40 KB")


class Timed(NamedTuple):
    """How long it took to check a page and to parse it, in seconds."""

    page: Page
    check: float
    parse: float


def reading(bench: Bench) -> list[Measured]:
    """Measure reading and arithmetic in process, page beside page."""
    chosen = list(pages(bench.size, _SEED))
    checker = build_checker(Options(select=_FAMILIES))
    _warm(checker, chosen)
    rounds = [_round(checker, chosen, parse_first=bool(turn % 2)) for turn in range(_ROUNDS)]
    gc.unfreeze()
    large = [[each for each in timed if len(each.page.content) >= _SMALL] for timed in rounds]
    small = [[each for each in timed if len(each.page.content) < _SMALL] for timed in rounds]
    return [_measured(_READING, large), _measured(_READING_SMALL, small)]


def _warm(checker: Checker, chosen: Sequence[Page]) -> None:
    """Load what is loaded once, and take the objects of the measurement out of the collector."""
    for page in chosen[:5]:
        checker.check_data(page.path, page.content)
    gc.collect()
    gc.freeze()


def _round(checker: Checker, chosen: Sequence[Page], *, parse_first: bool) -> list[Timed]:
    timed = []
    for page in chosen:
        if parse_first:
            parse = _parse(page)
            timed.append(Timed(page, _check(checker, page), parse))
        else:
            timed.append(Timed(page, _check(checker, page), _parse(page)))
    return timed


def _parse(page: Page) -> float:
    began = perf_counter()
    etree.fromstring(page.content, etree.HTMLParser())
    return perf_counter() - began


def _check(checker: Checker, page: Page) -> float:
    began = perf_counter()
    checker.check_data(page.path, page.content)
    return perf_counter() - began


def _measured(figure: Figure, rounds: Sequence[Sequence[Timed]]) -> Measured:
    """Return the ratio of the totals of each round, and in the note that of each style."""
    styles = defaultdict(list)
    for each in (each for timed in rounds for each in timed):
        styles[each.page.truth["style"]].append(each)
    note = ", ".join(f"{style} {_ratio(timed):.2f}" for style, timed in styles.items())
    spread = spread_of([_ratio(timed) for timed in rounds])
    return Measured(figure, spread, f"{len(rounds[0])} pages: {note}")


def _ratio(timed: Sequence[Timed]) -> float:
    return sum(each.check for each in timed) / sum(each.parse for each in timed)
