"""What does the whole page of a run hold?"""

from collections.abc import Iterator

from nianbao.formatters.page import words
from nianbao.formatters.page.assets import asset, policy
from nianbao.formatters.page.documents import document_of
from nianbao.formatters.page.filters import filters
from nianbao.formatters.page.markup import Html, joined, tag
from nianbao.formatters.page.overview import numbers
from nianbao.formatters.page.rules_met import catalogue
from nianbao.model.text import Language
from nianbao.result import Document, Result

_LANGUAGES = {"zh": "zh-CN", "en": "en"}


def page_of(result: Result, language: Language) -> str:
    """Return the page of a run."""
    style, script = asset("style.css"), asset("script.js")
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy(style, script)),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("link", rel="icon", href="data:,"),
        tag("title", words.TITLE.get(language)),
        tag("style", style),
    )
    body = tag("body", *_body(result, language), tag("script", script))
    page = tag("html", head, "\n", body, lang=_LANGUAGES[language])
    return f"<!DOCTYPE html>\n{page}\n"


def _body(result: Result, language: Language) -> Iterator[Html]:
    documents = [each for each in result.told if _is_shown(each, result)]
    yield tag(
        "header",
        tag("h1", words.TITLE.get(language)),
        *numbers(result.told, language),
        class_="top",
    )
    found = filters(documents, language)
    if found:
        yield found
    yield tag("main", _listed(documents, language))
    rules = catalogue(documents, language)
    if rules:
        yield rules
    has_tables = any(each.report for each in documents)
    legend = tag("p", words.LEGEND.get(language)) if has_tables else None
    yield tag("footer", legend, *made_by(result, language))


def made_by(result: Result, language: Language) -> Iterator[Html]:
    """Yield by what a run was made, and of an audit also as of which day and of what."""
    digest = result.rules_digest if result.inputs else result.rules_digest[:12]
    yield tag("p", words.FOOT.get(language).format(version=result.version, digest=digest))
    if result.inputs:
        said = words.AUDITED.get(language).format(as_of=result.as_of, inputs=result.inputs)
        yield tag("p", said)


def _is_shown(document: Document, result: Result) -> bool:
    """Tell whether a document has a line: one that is no report only if it has more to say."""
    return document.status != "other" or bool(document.findings) or len(result.documents) == 1


def _listed(documents: list[Document], language: Language) -> Html:
    lines = (
        joined([document_of(number, each, language, is_open=len(documents) == 1), Html("\n")])
        for number, each in enumerate(documents, start=1)
    )
    return joined([*lines, tag("p", words.NONE_SHOWN.get(language), id="none", hidden=True)])
