"""Which rules spoke in a run, how often, and why are they there?"""

from collections import Counter
from collections.abc import Iterator, Sequence

from nianbao.formatters.page import words
from nianbao.formatters.page.markup import Html, tag
from nianbao.model.text import Language
from nianbao.result import Document
from nianbao.rule import Rule


def catalogue(documents: Sequence[Document], language: Language) -> Html | None:
    """Return the rules that spoke, the most frequent first, each with why it is there."""
    rules = rules_met(documents)
    if not rules:
        return None
    reports = Counter(code for each in documents if each.is_document for code in {*_codes(each)})
    return tag(
        "section",
        tag("h2", words.RULES.get(language)),
        tag(
            "dl",
            *(
                part
                for rule, total in rules
                for part in _entry(rule, reports[rule.code], total, language)
            ),
        ),
        class_="rules",
    )


def _entry(rule: Rule, reports: int, total: int, language: Language) -> Iterator[Html]:
    said = f"{words.REPORTS.get(language)} {reports} · {words.FINDINGS.get(language)} {total}"
    texts = rule.texts()
    yield tag(
        "dt",
        tag("span", rule.code, class_="code"),
        tag("span", texts.title.get(language), class_="title"),
        tag("small", said),
        id=f"rule-{rule.code}",
    )
    yield tag("dd", texts.why.get(language))


def rules_met(documents: Sequence[Document]) -> list[tuple[Rule, int]]:
    """Return the rules that spoke and how often, the most frequent first."""
    spoke = {each.rule.code: each.rule for one in documents for each in one.findings}
    totals = Counter(code for each in documents for code in _codes(each))
    return [(spoke[code], total) for code, total in totals.most_common()]


def _codes(document: Document) -> list[str]:
    return [finding.rule.code for finding in document.findings]
