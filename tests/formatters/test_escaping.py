"""Does text stay text in Markdown and in a spreadsheet, whatever stands in it?"""

from collections.abc import Callable

import pytest
from cmarkgfm import github_flavored_markdown_to_html
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import html

from nianbao.formatters.characters import harmless
from nianbao.formatters.escaping import inert, unformula
from tests.formatters.pipelines import HOSTILE

_PIECES = st.sampled_from([
    *HOSTILE, *"#*_`~[]()<>|!&$@:-+=.1) \\/\n\"'", "www.a.com", "https://a.cn", "a@b.cn", "---",
    "    ", "```", "1. ", "&lt;", "<!--", "-->", "$x$", "[^1]", "H", "\u2028", "| - |",
])  # fmt: skip
_WORDS = st.lists(_PIECES, min_size=1, max_size=8).map("".join) | st.text(min_size=1)
_SEEN = _WORDS.filter(lambda words: bool(harmless(words).strip()))
_PLACES: dict[str, Callable[[str], str]] = {
    "h2": lambda text: f"## {text}\n",
    "li": lambda text: f"- {text}\n",
    "p": lambda text: f"{text}\n",
    "td": lambda text: f"| 前 |\n| --- |\n| {text} |\n",
}


@pytest.mark.parametrize("tag", _PLACES)
@given(words=_SEEN)
@example(words="\\|")
@example(words="WWW.a.com")
def test_markdown_shows_words_as_they_are(tag: str, words: str) -> None:
    written = _PLACES[tag](inert(words))
    page = html.fromstring(f"<main>{github_flavored_markdown_to_html(written)}</main>")
    shown = page.findall(f".//{tag}")[-1]
    assert [child.tag for child in shown if isinstance(child.tag, str)] == []
    assert " ".join(str(shown.xpath("string()")).split()) == " ".join(harmless(words).split())


def test_plain_words_are_left_as_they_are() -> None:
    for words in ("examples/shagou-2020.txt", "表三 · 总计 343:2", "差2.5，见（一）"):
        assert inert(words) == words


@given(words=_WORDS)
def test_a_cell_is_its_words_and_no_formula(words: str) -> None:
    cell = unformula(words)
    assert cell.removeprefix("'") == harmless(words).removeprefix("'")
    assert not cell.lstrip().startswith(("=", "+", "-", "@", "|", "%"))
