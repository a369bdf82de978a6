"""Which pages a corpus holds: each made from the corpus seed and its number alone."""

from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from benchmarks.pages.faults import Planted, plant
from benchmarks.pages.pointers import Json
from benchmarks.pages.reports import random_report
from benchmarks.pages.styles import ALL_STYLES, HTML_STYLES, Encoding, encode, render

_UTF8 = ("utf-8", "utf-8")
_LEGACY = (("gb18030", "gb2312"), ("gb18030", "gbk"))
_FOLDER = 1_000  # pages in one folder


class Page(NamedTuple):
    """A page of a corpus: its path in it, its bytes and the truth about it."""

    path: str
    content: bytes
    truth: dict[str, Json]


def pages(
    count: int, seed: int, styles: tuple[str, ...] = HTML_STYLES, faults: float = 0.0
) -> Iterator[Page]:
    """Yield the pages of a corpus.

    Args:
        count: How many; a larger corpus begins with the same pages.
        seed: Equal seeds give equal bytes.
        styles: Keys of `styles.ALL_STYLES`, taken in turn.
        faults: The share of pages with one to three faults.
    """
    return (_page(number, seed, styles, faults) for number in range(count))


def _page(number: int, seed: int, styles: tuple[str, ...], faults: float) -> Page:
    rng = Random(f"{seed}:{number}")
    style = styles[number % len(styles)]
    planted = Planted(random_report(rng))
    if rng.random() < faults:
        planted = plant(planted.report, rng, rng.randint(1, 3), ALL_STYLES[style].lacks)
    encoding = _encoding(style, rng)
    text = render(planted.report, style, f"{seed}:{number}", encoding.declared)
    path = f"{number // _FOLDER:04}/{number:06}-{style}{ALL_STYLES[style].suffix}"
    return Page(path, encode(text, encoding), _truth(path, style, planted, encoding))


def _encoding(style: str, rng: Random) -> Encoding:
    newline = rng.choice(("\n", "\n", "\n", "\r\n"))
    usual = ALL_STYLES[style].encoding
    if usual:
        return usual._replace(newline=newline)
    legacy = rng.random() < 0.25
    return Encoding(*(rng.choice(_LEGACY) if legacy else _UTF8), newline)


def _truth(path: str, style: str, planted: Planted, encoding: Encoding) -> dict[str, Json]:
    report = planted.report
    return {
        "path": path,
        "style": style,
        "encoding": encoding.codec,
        "edition": report["edition"],
        "year": report["year"],
        "organ": report["organ"]["name"],
        "planted": list(planted.faults),
        "faults": [finding._asdict() for finding in planted.expected],
    }
