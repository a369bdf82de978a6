"""How do the findings of one rule look in a document?"""

from collections.abc import Iterator

from nianbao.formatters.catalogue_words import CONFIDENCES, REASONS
from nianbao.formatters.page import words
from nianbao.formatters.page.arithmetic import arithmetic_of
from nianbao.formatters.page.marks import places_in
from nianbao.formatters.page.markup import Html, tag
from nianbao.formatters.page.names import of_finding, of_place
from nianbao.formatters.page.parts import Group, Numbered, table_of
from nianbao.formatters.page.tables import Drawing
from nianbao.formatters.wording import JOINT, SEVERITIES, STATES, label, passages, unshared
from nianbao.model.place import Place
from nianbao.model.text import Language
from nianbao.result import Finding
from nianbao.rule import Rule

_MOST_RELATED = 12


def group(of: Group, document: str, drawing: Drawing | None, language: Language) -> Html:
    """Return the findings of a rule: what it is, each finding, what to do and on what it rests."""
    rule = of.rule
    return tag(
        "section",
        _head(of, language),
        tag("ol", *(_finding(each, document, drawing, language) for each in of.members)),
        _advice(rule, language),
        class_=f"group {of.severity}",
        data_rule=rule.code,
        data_severity=str(of.severity),
    )


def _head(of: Group, language: Language) -> Html:
    confidence = of.rule.confidence
    return tag(
        "h4",
        tag("span", SEVERITIES[of.severity].get(language), class_="badge"),
        tag("span", of.rule.texts().title.get(language), class_="title"),
        tag("a", of.rule.code, class_="code", href=f"#rule-{of.rule.code}"),
        tag(
            "span",
            CONFIDENCES[confidence].get(language),
            class_=f"sure {confidence}",
            title=REASONS[confidence].get(language),
        ),
    )


def _finding(member: Numbered, document: str, drawing: Drawing | None, language: Language) -> Html:
    number, finding = member
    report = drawing.report if drawing else None
    reckoning = arithmetic_of(finding, report, language)
    return tag(
        "li",
        tag(
            "p",
            _number(number, finding, document, drawing),
            *_where(finding, language),
            class_="where",
        ),
        tag("p", finding.message.get(language), class_="message"),
        reckoning,
        None if reckoning and report else _related(finding, language),
        _passages(finding, language),
        id=of_finding(document, number),
        class_="finding",
        tabindex="-1",
        data_cells=" ".join(_cells(finding, document)) or None,
    )


def _number(number: int, finding: Finding, document: str, drawing: Drawing | None) -> Html:
    """Return the number of a finding, as a link to its cell where that is drawn."""
    pointer = finding.place.pointer
    if drawing is None or pointer not in drawing.targets:
        return tag("span", str(number), class_="no")
    return tag("a", str(number), class_="no", href=f"#{of_place(document, pointer)}")


def _where(finding: Finding, language: Language) -> Iterator[Html]:
    yield tag("span", label(finding.place, language), class_="label", lang="zh-CN")
    yield tag("span", position(finding.place, language), class_="line")
    state = STATES[finding.state].get(language)
    if state:
        yield tag("span", state, class_="state")


def position(place: Place, language: Language) -> str:
    """Return line and column in words, or ``""``."""
    span = place.span
    if span is None:
        return ""
    return words.WHERE.get(language).format(line=span.line, column=span.column)


def _related(finding: Finding, language: Language) -> Html | None:
    """Return the other places of a finding, without the words that begin its own label too."""
    own = label(finding.place, language).split(JOINT)
    items = [
        tag(
            "li",
            tag("span", JOINT.join(unshared(own, label(place, language).split(JOINT)))),
            tag("span", position(place, language), class_="line"),
            lang="zh-CN",
        )
        for place in finding.related
    ]
    if not items:
        return None
    more = len(items) - _MOST_RELATED
    rest = [tag("li", f"… +{more}")] if more > 0 else []
    return tag(
        "div",
        tag("h5", words.RELATED.get(language)),
        tag("ul", *items[:_MOST_RELATED], *rest),
        class_="related",
    )


def _passages(finding: Finding, language: Language) -> Html | None:
    """Return the words that two reports share, side by side."""
    rows = [
        tag("tr", *(tag("td", tag("span", where, class_="whose"), text) for where, text in pair))
        for pair in passages(finding, language)
    ]
    return tag("table", tag("tbody", *rows), class_="beside", lang="zh-CN") if rows else None


def _cells(finding: Finding, document: str) -> Iterator[str]:
    return (of_place(document, pointer) for pointer in places_in(finding) if table_of(pointer))


def _advice(rule: Rule, language: Language) -> Html:
    texts = rule.texts()
    return tag(
        "dl",
        tag("dt", words.WHAT_TO_DO.get(language)),
        tag("dd", texts.fix.get(language)),
        *([tag("dt", words.BASIS.get(language))] if texts.basis else []),
        *(tag("dd", each, lang="zh-CN") for each in texts.basis),
    )
