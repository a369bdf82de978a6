"""However a page is damaged, it is read or refused, and what is found survives conversion."""

import re
from collections.abc import Callable
from random import Random

import pytest

from benchmarks.pages import STYLES, plant, random_report, render
from tests.invented import check, keys, read

_PIECES = (
    *("<td>", "</td>", "<tr>", "</tr>", "<table>", "</table>", "<p>", "</p>", "<br>", "&nbsp;"),
    *("\t", "\n", "\n\t\n", "0", "件", "-", "规章", "总计", "（七）总计", "<!--", "-->", "一、"),
)
_WORDS = (
    *("", "x", "0", "总计", "自然人", "规范性文件", "政府集中采购", "行政许可", "其他", "1 2"),
    *("-1", "0.5", "3件", "（六）其他处理", "3.其他", "第二十条第（一）项", "二、上年结转"),
)


def _cut_out(source: str, rng: Random) -> str:
    start = rng.randrange(len(source))
    return source[:start] + source[start + rng.choice((1, 3, 10, 100, 1000)) :]


def _put_in(source: str, rng: Random) -> str:
    start = rng.randrange(len(source))
    return source[:start] + rng.choice(_PIECES) + source[start:]


def _lose_a_cell(source: str, rng: Random) -> str:
    opened = list(re.finditer(r"<t[dr][^>]*>|\n\t", source))
    chosen = rng.choice(opened)
    return source[: chosen.start()] + source[chosen.end() :]


def _change_a_word(source: str, rng: Random) -> str:
    words = list(re.finditer(r"(?<=>)[^<>\n]{1,20}(?=<)|(?<=\n\t)\S+", source))
    chosen = rng.choice(words)
    return source[: chosen.start()] + rng.choice(_WORDS) + source[chosen.end() :]


_DAMAGES: tuple[Callable[[str, Random], str], ...] = (
    _cut_out,
    _put_in,
    _lose_a_cell,
    _change_a_word,
)


def _damaged(style: str, number: int) -> str:
    rng = Random(f"{style}:{number}")  # noqa: S311  # chooses damages
    source = render(plant(random_report(rng), rng, rng.randint(0, 2)).report, style, number)
    for _ in range(rng.randint(1, 4)):
        source = rng.choice(_DAMAGES)(source, rng)
    return source


@pytest.mark.parametrize("style", [style for style in STYLES if style != "json"])
def test_damaged(style: str) -> None:
    suffix = STYLES[style].suffix
    for number in range(120):
        source = _damaged(style, number)
        checked = check(source, suffix)
        assert not checked.crashed, number
        if checked.problem:
            assert "Error" not in checked.problem.reason.en, number
        else:
            assert keys(check(read(source, suffix).to_json(), ".json")) == keys(checked), number
