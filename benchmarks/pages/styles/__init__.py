"""In which styles a report can be printed, and how a page becomes bytes."""

from collections.abc import Callable
from random import Random
from typing import NamedTuple

from benchmarks.pages.pointers import Report
from benchmarks.pages.styles import (
    bare,
    canonical,
    clean,
    cuts,
    markdown,
    merges,
    metadata,
    old_gbk,
    pipes,
    portal,
    portal_large,
    split,
    text,
    traditional,
    twice,
    ueditor,
    word,
)


class Encoding(NamedTuple):
    """The codec of a page's bytes, the name that it declares and its line end."""

    codec: str = "utf-8"
    declared: str = "utf-8"
    newline: str = "\n"


class Style(NamedTuple):
    """A style of pages.

    Attributes:
        render: What prints a report in it.
        suffix: The suffix of its files.
        html: Whether it is HTML.
        lacks: The faults that do not show in it, as `faults.plant` leaves them out.
        encoding: The one in which its pages come, or None where they come in any.
    """

    render: Callable[[Report, Random, str], str]
    suffix: str = ".html"
    html: bool = True
    lacks: frozenset[str] = frozenset()
    encoding: Encoding | None = None


# A cell without words leaves no trace where a cell is a line or a word.
_BLANKS = frozenset({"blank-cells", "blank-total"})
# Nor do words in a cell differ from a label there.
_WORDS = frozenset({"words"})
# On one line nothing tells a heading or label that nobody knows from the words before it.
_UNKNOWN_WORDS = frozenset({"extra-row", "extra-part", "lost-number"})
# Blank cells of a full grid may be what is left of a merged one: in table 二 of 2019.
_BLANKS_OF_A_GRID = frozenset({"blank-cells@disclosure"})

STYLES = {
    "clean": Style(clean.render),
    "word": Style(word.render, ".htm"),
    "ueditor": Style(ueditor.render),
    "portal": Style(portal.render),
    "split": Style(split.render),
    "text": Style(text.render, ".txt", html=False),
    "json": Style(canonical.render, ".json", html=False, encoding=Encoding()),
}
# The styles that measured corpora hold.
HTML_STYLES = tuple(name for name, style in STYLES.items() if style.html)

ALL_STYLES = STYLES | {
    "old-gbk": Style(old_gbk.render, ".htm", encoding=Encoding("gb18030", "gb2312", "\r\n")),
    "metadata": Style(metadata.render),
    "twice": Style(twice.render),
    "no-rowspan": Style(merges.render_blank),
    "undone": Style(merges.render_filled),
    "pieces": Style(cuts.render_pieces),
    # Text that comes between two tables would stand inside the one table.
    "one-table": Style(cuts.render_joined, lacks=frozenset({"swapped-parts"})),
    "portal-large": Style(portal_large.render),
    "traditional": Style(traditional.render),
    "markdown": Style(markdown.render, ".md", html=False, lacks=_BLANKS_OF_A_GRID),
    "pipes": Style(pipes.render_rows, ".txt", html=False),
    "pipe-cells": Style(pipes.render_cells, ".txt", html=False),
    "cells": Style(bare.render_cells, ".txt", html=False, lacks=_BLANKS | _WORDS),
    "one-line": Style(
        bare.render_line, ".txt", html=False, lacks=_BLANKS | _WORDS | _UNKNOWN_WORDS
    ),
}


def render(report: Report, style: str, seed: int | str = 0, declared: str = "utf-8") -> str:
    """Return a report as the text of a page.

    Args:
        report: The canonical report.
        style: A key of `ALL_STYLES`.
        seed: Chooses what the style leaves open; equal seeds give equal text.
        declared: The encoding that the page declares.
    """
    return ALL_STYLES[style].render(report, Random(seed), declared)


def encode(page: str, encoding: Encoding) -> bytes:
    """Return the bytes of a page, with its line ends."""
    return page.replace("\n", encoding.newline).encode(encoding.codec)
