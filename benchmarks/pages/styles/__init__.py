"""In which styles a report can be printed, and how a page becomes bytes."""

from collections.abc import Callable
from random import Random
from typing import NamedTuple

from benchmarks.pages.pointers import Report
from benchmarks.pages.styles import canonical, clean, portal, split, text, ueditor, word


class Style(NamedTuple):
    """A style: what prints a report in it, the suffix of its files, whether it is HTML."""

    render: Callable[[Report, Random, str], str]
    suffix: str
    html: bool


STYLES = {
    "clean": Style(clean.render, ".html", html=True),
    "word": Style(word.render, ".htm", html=True),
    "ueditor": Style(ueditor.render, ".html", html=True),
    "portal": Style(portal.render, ".html", html=True),
    "split": Style(split.render, ".html", html=True),
    "text": Style(text.render, ".txt", html=False),
    "json": Style(canonical.render, ".json", html=False),
}
HTML_STYLES = tuple(name for name, style in STYLES.items() if style.html)


class Encoding(NamedTuple):
    """The codec of a page's bytes, the name that it declares and its line end."""

    codec: str = "utf-8"
    declared: str = "utf-8"
    newline: str = "\n"


def render(report: Report, style: str, seed: int | str = 0, declared: str = "utf-8") -> str:
    """Return a report as the text of a page.

    Args:
        report: The canonical report.
        style: A key of `STYLES`.
        seed: Chooses what the style leaves open; equal seeds give equal text.
        declared: The encoding that the page declares.
    """
    return STYLES[style].render(report, Random(seed), declared)


def encode(page: str, encoding: Encoding) -> bytes:
    """Return the bytes of a page, with its line ends."""
    return page.replace("\n", encoding.newline).encode(encoding.codec)
