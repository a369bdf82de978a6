"""What does the page that leads to the pages of a large run hold?"""

from collections.abc import Sequence

from nianbao.formatters.page import words
from nianbao.formatters.page.assets import asset, policy
from nianbao.formatters.page.markup import tag
from nianbao.formatters.page.whole import made_by
from nianbao.model.record import Record
from nianbao.model.text import Language, Text
from nianbao.result import Result

_LANGUAGES = {"zh": "zh-CN", "en": "en"}


class Leaf(Record):
    """One page of the run: its file, its first and last document, how many documents it shows."""

    file: str
    first: str
    last: str
    documents: int


def contents_of(leaves: Sequence[Leaf], result: Result, language: Language) -> str:
    """Return the page with a link to each page of the run."""
    style = asset("style.css")
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy(style, "")),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("link", rel="icon", href="data:,"),
        tag("title", words.TITLE.get(language)),
        tag("style", style),
    )
    items = (tag("li", tag("a", _said(leaf, language), href=leaf.file)) for leaf in leaves)
    foot = tag("footer", *made_by(result, language))
    body = tag("body", tag("h1", words.TITLE.get(language)), tag("ol", *items), foot)
    page = tag("html", head, "\n", body, lang=_LANGUAGES[language])
    return f"<!DOCTYPE html>\n{page}\n"


def _said(leaf: Leaf, language: Language) -> str:
    zh = f"{leaf.first} 至 {leaf.last}（{leaf.documents} 份）"
    return Text(zh, f"{leaf.first} to {leaf.last} ({leaf.documents} documents)").get(language)
