"""By what can the documents and findings of a page be filtered?"""

from collections import Counter
from collections.abc import Iterator, Sequence

from nianbao.formatters.page import words
from nianbao.formatters.page.markup import Html, tag
from nianbao.formatters.page.rules_met import rules_met
from nianbao.formatters.verdict import judge
from nianbao.formatters.wording import SEVERITIES
from nianbao.model.text import Language
from nianbao.result import Document
from nianbao.rule import Rule


def filters(documents: Sequence[Document], language: Language) -> Html | None:
    """Return the filters; a script shows them, for without it they do nothing."""
    rules, are_many = rules_met(documents), len(documents) > 1
    if not rules and not are_many:
        return None
    search = tag("input", type="search", name="text", autocomplete="off", spellcheck="false")
    return tag(
        "form",
        _verdicts(documents, language) if are_many else None,
        *(_among_findings(documents, rules, language) if rules else ()),
        tag("label", words.SEARCH.get(language), search, class_="field"),
        _actions(language, are_many=are_many),
        id="filters",
        aria_label=words.FILTERS.get(language),
        hidden=True,
    )


# A button called reset would hide the method of its form.
_BUTTONS = {"unfold": words.OPEN_ALL, "fold": words.CLOSE_ALL, "clear": words.RESET}


def _actions(language: Language, *, are_many: bool) -> Html:
    names = _BUTTONS if are_many else ("clear",)
    return tag(
        "p",
        *(tag("button", _BUTTONS[name].get(language), type="button", name=name) for name in names),
        tag("output", aria_live="polite", data_shown=words.SHOWN.get(language)),
        tag("small", words.KEYS.get(language), class_="keys"),
        class_="actions",
    )


def _verdicts(documents: Sequence[Document], language: Language) -> Html:
    judged = Counter(map(judge, documents))
    boxes = [
        _box("verdict", verdict, text.get(language), judged[verdict])
        for verdict, text in words.VERDICTS.items()
        if judged[verdict]
    ]
    return tag("fieldset", tag("legend", words.VERDICT.get(language)), *boxes)


def _among_findings(
    documents: Sequence[Document], rules: Sequence[tuple[Rule, int]], language: Language
) -> Iterator[Html]:
    boxes = [
        _box("severity", str(severity), text.get(language), total)
        for severity, text in SEVERITIES.items()
        if (total := sum(each.count(severity) for each in documents))
    ]
    yield tag("fieldset", tag("legend", words.SEVERITY.get(language)), *boxes)
    options = [
        tag("option", f"{rule.code} {rule.texts().title.get(language)} ({total})", value=rule.code)
        for rule, total in sorted(rules, key=lambda pair: pair[0].code)
    ]
    every = tag("option", words.ALL_RULES.get(language), value="")
    choice = tag("select", every, *options, name="rule")
    yield tag("label", words.RULE.get(language), choice, class_="field")


def _box(name: str, value: str, text: str, total: int) -> Html:
    box = tag("input", type="checkbox", name=name, value=value, checked=True)
    return tag("label", box, tag("span", text), tag("b", str(total)), class_=f"chip {value}")
