"""A report in Traditional characters throughout."""

from functools import lru_cache
from pathlib import Path
from random import Random

import yaml

from benchmarks.pages.pointers import Report
from benchmarks.pages.styles import clean

_LETTERS = Path(__file__).with_name("traditional.yaml")


def render(report: Report, rng: Random, charset: str) -> str:
    """Return the page."""
    words, letters = _writing()
    page = clean.render(report, rng, charset)
    for simplified, traditional in words.items():
        page = page.replace(simplified, traditional)
    return page.translate(letters)


@lru_cache
def _writing() -> tuple[dict[str, str], dict[int, str]]:
    """Return the words that are written by another rule than their letters, and the letters."""
    loaded = yaml.safe_load(_LETTERS.read_text(encoding="utf-8"))
    pairs = "".join(loaded["letters"]).replace(" ", "")
    return loaded["words"], str.maketrans(dict(zip(pairs[::2], pairs[1::2], strict=True)))
