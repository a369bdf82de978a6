"""From which documents does fuzzing start?"""

from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

from benchmarks.pages import STYLES, editions, plant, random_report, render
from tests.invented import document

_DOCUMENTS = Path(__file__).parents[1] / "documents"
_SEED = Path(__file__).parents[2] / "examples" / "shagou-2020.txt"
_SUFFIXES = {
    "html": (".html", ".htm", ".shtml", ".xhtml"),
    "text": (".txt", ".md"),
    "json": (".json",),
}
READERS = tuple(_SUFFIXES)


class Seed(NamedTuple):
    """A document to start from: its text and the suffix of its name."""

    text: str
    suffix: str


@cache
def known(reader: str) -> tuple[Seed, ...]:
    """Return the invented documents that stand in files."""
    paths = (*sorted(_DOCUMENTS.rglob("*")), _SEED)
    return tuple(
        Seed(_text(path), path.suffix) for path in paths if path.suffix in _SUFFIXES[reader]
    )


def _text(path: Path) -> str:
    raw = path.read_bytes()
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("gb18030", errors="replace")


@cache
def _conforming(style: str, edition: str) -> str:
    return document(edition=edition, style=style)


def chosen(reader: str, rng: Random) -> Seed:
    """Return a document of a reader: one in a file, a conforming one, or one with faults."""
    styles = [name for name, style in STYLES.items() if style.suffix in _SUFFIXES[reader]]
    style = rng.choice(styles)
    kind = rng.random()
    if kind < 0.4:
        return rng.choice(known(reader))
    if kind < 0.7:
        return Seed(_conforming(style, rng.choice(editions())), STYLES[style].suffix)
    report = plant(random_report(rng), rng, rng.randint(0, 3)).report
    return Seed(render(report, style, rng.randint(0, 10**6)), STYLES[style].suffix)
