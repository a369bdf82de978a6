"""Does Markdown show the findings, and what documents say as text alone?"""

import pytest
from cmarkgfm import github_flavored_markdown_to_html
from lxml import html

from nianbao.formatters import job_summary
from nianbao.formatters.job_summary import job_summary as summary_of
from nianbao.formatters.markdown import MarkdownFormatter
from tests.formatters.pipelines import HOSTILE, every_kind, rendered
from tests.formatters.samples import document, finding, result


def _page(text: str) -> html.HtmlElement:
    return html.fromstring(f"<main>{github_flavored_markdown_to_html(text)}</main>")


def test_each_document_with_findings_has_a_table() -> None:
    page = _page(rendered(MarkdownFormatter()))
    tables = page.findall("table")
    documents = [each for each in every_kind().documents if each.findings]
    assert [len(each.findall("tbody/tr")) for each in tables] == [
        len(each.findings) for each in documents
    ]
    assert all(len(row) == 4 for row in page.iter("tr"))


def test_what_documents_say_stays_text() -> None:
    page = _page(rendered(MarkdownFormatter()))
    names = {each.tag for each in page.iter() if isinstance(each.tag, str)}
    assert not names & {"a", "img", "script", "em", "code", "del"}
    assert {strong.text_content() for strong in page.iter("strong")} & {"y"} == set()
    text = page.text_content()
    for words in ("<script>alert(1)</script>", "[点此](javascript:alert(1))", "**y** _z_", "a|b"):
        assert words in text
    assert "@someone" in text
    assert len([each for each in page.iter() if each.tag == "h1"]) == 1
    assert HOSTILE


def test_no_mention_is_made() -> None:
    assert "@someone" not in rendered(MarkdownFormatter())
    assert "#12" not in rendered(MarkdownFormatter())


def test_the_summary_of_a_job_is_cut_between_documents_and_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    run = result(*(document(f"{number}.html", [finding()]) for number in range(50)))
    whole = summary_of(run, "zh")
    assert whole.count("## ") == 50
    monkeypatch.setattr(job_summary, "_MOST_BYTES", 4_000)
    cut = summary_of(run, "zh")
    shown = cut.count("## ")
    assert 1 < shown < 50
    assert f"还有 {50 - shown} 段未列出" in cut
    assert len(cut.encode()) < 4_400
