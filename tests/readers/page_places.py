"""Are all places right on generated pages? python -m tests.readers.page_places --count 1000."""

import argparse
import json
import re
import sys
from collections.abc import Callable, Sequence
from random import Random
from typing import NamedTuple

from benchmarks.pages import STYLES, Encoding, encode, plant, random_report, render
from tests.readers.places import wrong_places


class Way(NamedTuple):
    """One way in which the same page may come: what changes its text, and its encoding."""

    change: Callable[[str, str], str]
    encoding: Encoding = Encoding()


def _unchanged(page: str, _suffix: str) -> str:
    return page


def _on_one_line(page: str, suffix: str) -> str:
    """Return a page or JSON on one line, behind a character outside the BMP."""
    if suffix == ".json":
        return json.dumps({"signature": "𠮷", **json.loads(page)}, ensure_ascii=False)
    if not _is_page(suffix):
        return page
    return re.sub(r"\s*\n\s*", "", page).replace("<body>", "<body>𠮷😀")


def _far_down(page: str, suffix: str) -> str:
    """Return a page that begins beyond the last line that its parser can count to."""
    lines = "\n" * 70_000
    return page.replace("<body>", f"<body>{lines}") if _is_page(suffix) else lines + page


def _behind_odd_letters(page: str, suffix: str) -> str:
    if suffix == ".json":
        return page
    odd = "<p>𠮷😀 e\u0301 &#x20BB7;&nbsp;</p>" if _is_page(suffix) else "𠮷😀 e\u0301\n"
    return page.replace("<body>", f"<body>{odd}") if _is_page(suffix) else odd + page


def _is_page(suffix: str) -> bool:
    return suffix.startswith(".htm")


WAYS = {
    "plain": Way(_unchanged),
    "crlf": Way(_unchanged, Encoding(newline="\r\n")),
    "cr": Way(_unchanged, Encoding(newline="\r")),
    "one-line": Way(_on_one_line),
    "far-down": Way(_far_down),
    "odd-letters": Way(_behind_odd_letters),
    "gbk": Way(_unchanged, Encoding("gb18030", "gbk")),
    "bom": Way(_unchanged, Encoding("utf-8-sig")),
    "utf-16": Way(_unchanged, Encoding("utf-16", "utf-16")),
}


def wrong_on_page(style: str, way: str, number: int) -> list[str]:
    """Return what is wrong with the places of a generated page, which may hold faults."""
    rng = Random(f"{style}:{number}")  # noqa: S311  # chooses a report
    suffix = STYLES[style].suffix
    report = plant(random_report(rng), rng, number % 4).report
    change, encoding = WAYS[way]
    text = change(render(report, style, number, encoding.declared), suffix)
    text = text.replace("\n", encoding.newline)
    return list(wrong_places(encode(text, encoding._replace(newline="\n")), text, suffix))


def main(arguments: Sequence[str] | None = None) -> int:
    """Look at many pages, styles and ways in turn; 1 where a place is wrong or unknown."""
    parser = argparse.ArgumentParser(prog="tests.readers.page_places", description=__doc__)
    parser.add_argument("--count", type=int, default=1000, help="number of pages")
    count = parser.parse_args(arguments).count
    cases = [(style, way) for way in WAYS for style in STYLES]
    wrong = 0
    for number in range(count):
        style, way = cases[number % len(cases)]
        for what in wrong_on_page(style, way, number):
            sys.stdout.write(f"{style}, {way}, {number}: {what}\n")
            wrong += 1
    sys.stdout.write(f"{count} pages of {len(STYLES)} styles: {wrong} wrong places\n")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
