"""How much longer does it take to read and check a page than to parse it?"""

import gc
from collections import defaultdict
from collections.abc import Callable, Sequence
from time import process_time
from typing import NamedTuple

from lxml import etree

from benchmarks.measure.bench import Bench
from benchmarks.measure.figure import Figure, Limits, Measured, spread_of
from benchmarks.pages import Page, pages
from nianbao.app import Checker, Options, build_checker
from nianbao.cli.main import ALLOCATIONS

_FAMILIES = ("DOC", "SEC", "TAB", "VAL", "SUM")
_SMALL = 40 * 1024
_ROUNDS = 9
# Page by page, each side would pay for the caches and the memory that the other left behind.
_GROUP = 20
_SEED = 0
_READING = Figure(
    "reading",
    "读取与算术（DOC–SUM）÷ 只用 lxml 解析",
    "reading and arithmetic (DOC–SUM) / bare lxml parse",
    Limits(1.7, 2.0, 2.4),
)
_CATALOGUE = Figure(
    "catalogue",
    "同上，运行全部规则",
    "the same with every rule of the catalogue",
    Limits(2.1, 2.6, 3.2),
)
_READING_SMALL = Figure("reading-small", "同上，40 KB 以下的网页", "the same, pages below 40 KB")


class Timed(NamedTuple):
    """How long it took to check and to parse a group of pages of one style, in seconds."""

    style: str
    check: float
    parse: float


def reading(bench: Bench) -> list[Measured]:
    """Measure reading and arithmetic in process, group of pages beside group of pages."""
    chosen = list(pages(bench.size, _SEED))
    usual = gc.get_threshold()
    # As the command line runs.
    gc.set_threshold(ALLOCATIONS)
    arithmetic, all_rules = build_checker(Options(select=_FAMILIES)), build_checker(Options())
    _warm(arithmetic, chosen)
    _warm(all_rules, chosen)
    large = [page for page in chosen if len(page.content) >= _SMALL]
    small = [page for page in chosen if len(page.content) < _SMALL]
    found = [
        _measured(_READING, arithmetic, large),
        _measured(_CATALOGUE, all_rules, large),
        _measured(_READING_SMALL, arithmetic, small),
    ]
    gc.unfreeze()
    gc.set_threshold(*usual)
    return found


def _warm(checker: Checker, chosen: Sequence[Page]) -> None:
    """Load what is loaded once, and take the objects of the measurement out of the collector."""
    for page in chosen[:5]:
        checker.check_data(page.path, page.content)
    gc.collect()
    gc.freeze()


def _measured(figure: Figure, checker: Checker, chosen: Sequence[Page]) -> Measured:
    """Return the ratio of the totals of each round, and in the note that of each style."""
    groups = _groups(chosen)
    rounds = [
        [_timed(checker, group, parse_first=bool(turn % 2)) for group in groups]
        for turn in range(_ROUNDS)
    ]
    styles = defaultdict(list)
    for each in (each for timed in rounds for each in timed):
        styles[each.style].append(each)
    note = ", ".join(f"{style} {_ratio(timed):.2f}" for style, timed in styles.items())
    spread = spread_of([_ratio(timed) for timed in rounds])
    return Measured(figure, spread, f"{len(chosen)} pages: {note}")


def _groups(chosen: Sequence[Page]) -> list[list[Page]]:
    """Return the pages in groups of one style each."""
    styles = defaultdict(list)
    for page in chosen:
        styles[page.truth["style"]].append(page)
    return [
        found[start : start + _GROUP]
        for found in styles.values()
        for start in range(0, len(found), _GROUP)
    ]


def _timed(checker: Checker, group: Sequence[Page], *, parse_first: bool) -> Timed:
    style = group[0].truth["style"]

    def check(page: Page) -> None:
        checker.check_data(page.path, page.content)

    if parse_first:
        parse = _spent(_parse, group)
        return Timed(style, _spent(check, group), parse)
    return Timed(style, _spent(check, group), _spent(_parse, group))


def _parse(page: Page) -> None:
    etree.fromstring(page.content, etree.HTMLParser())


def _spent(work: Callable[[Page], None], group: Sequence[Page]) -> float:
    began = process_time()
    for page in group:
        work(page)
    return process_time() - began


def _ratio(timed: Sequence[Timed]) -> float:
    return sum(each.check for each in timed) / sum(each.parse for each in timed)
