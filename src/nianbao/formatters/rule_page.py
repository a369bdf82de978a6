"""What does a rule look like in full?"""

from collections.abc import Iterator

from rich.text import Text as Drawn

from nianbao.formatters import styles
from nianbao.formatters.catalogue_words import (
    CONFIDENCES,
    REASONS,
    SCOPES,
    conditions,
    edition,
    listed,
)
from nianbao.formatters.characters import harmless
from nianbao.formatters.console import text_of, usable
from nianbao.formatters.example import example_lines
from nianbao.formatters.paragraphs import Paragraph, beside
from nianbao.formatters.stacks import widest
from nianbao.formatters.wording import SEVERITIES
from nianbao.formatters.wrap import block
from nianbao.model.text import Language, Text
from nianbao.protocols import Canvas
from nianbao.rule import Case, Rule

_WIDEST = 100
_GAP = 2
_FIELDS = {
    "severity": Text("级别", "severity"),
    "confidence": Text("把握", "confidence"),
    "editions": Text("版本", "editions"),
    "scope": Text("范围", "scope"),
    "since": Text("始于", "since"),
    "aliases": Text("曾用名", "aliases"),
    "yields": Text("让位于", "yields to"),
    "group": Text("合并", "grouped"),
}
_YIELDS = Text("同一处已有这些问题时不再指出", "silent where these have spoken")
_GROUP = Text("同一行的问题合为一条", "the findings of one row make one")
_EXAMPLES = Text(
    "各例改动一份数字全为0的合格报告，或给出整个文件",
    "each one changes a conforming report of zeros, or gives a whole file",
)


def draw_page(rule: Rule, canvas: Canvas) -> str:
    """Return a rule in full as text for a terminal."""
    canvas = usable(canvas)
    width = min(canvas.width, _WIDEST)
    return text_of(_page(rule, canvas.language, width), canvas)


def _page(rule: Rule, language: Language, width: int) -> Iterator[Drawn]:
    """Yield what the rule is called, its properties, its texts and its examples."""
    texts = rule.texts()
    yield Drawn(block([harmless(f"{rule.code}  {rule.name}")], width), styles.DIM)
    yield Drawn(block([harmless(texts.title.get(language))], width), styles.STRONG)
    yield Drawn()
    yield from _fields(rule, language, width)
    yield from _section(Text("为什么", "Why"), texts.why, language, width)
    yield from _section(Text("怎样改", "How to correct it"), texts.fix, language, width)
    yield from _heading(Text("依据", "Basis"), language)
    for source in texts.basis:
        yield beside(Drawn("  -"), [Paragraph(source)], 2 * _GAP, width)
    yield from _section(Text("提示语", "Message"), texts.message, language, width)
    if texts.examples:
        yield from _section(Text("例子", "Examples"), _EXAMPLES, language, width)
    for example in texts.examples:
        yield Drawn()
        yield example_lines(example, language, width)


def _fields(rule: Rule, language: Language, width: int) -> Iterator[Drawn]:
    """Yield the properties, one below the other, their names in front."""
    indent = widest(label.get(language) for label in _FIELDS.values()) + _GAP
    for key, paragraphs in _properties(rule, language).items():
        if paragraphs:
            name = Drawn(_FIELDS[key].get(language), styles.DIM)
            yield beside(name, paragraphs, indent, width)


def _properties(rule: Rule, language: Language) -> dict[str, list[Paragraph]]:
    confidence = CONFIDENCES[rule.confidence].get(language)
    reason = REASONS[rule.confidence].get(language)
    editions = listed((edition(key).get(language) for key in rule.editions), language)
    codes = listed(sorted(rule.yields_to), language)
    said = Text(f"{codes}（{_YIELDS.zh}）", f"{codes} ({_YIELDS.en})").get(language)
    return {
        "severity": [_case(case, len(rule.severity), language) for case in rule.severity],
        "confidence": [Paragraph(Text("：", ": ").get(language).join([confidence, reason]))],
        "editions": [Paragraph(editions)],
        "scope": [Paragraph(SCOPES[rule.scope].get(language))],
        "since": [Paragraph(rule.since)],
        "aliases": [Paragraph(listed(rule.aliases, language))] if rule.aliases else [],
        "yields": [Paragraph(said)] if codes else [],
        "group": [Paragraph(_GROUP.get(language))] if rule.one_per_row else [],
    }


def _case(case: Case, cases: int, language: Language) -> Paragraph:
    """Return a severity in words, with its conditions where there is more than one case."""
    word = SEVERITIES[case.severity].get(language)
    said = [word, conditions(case.when, language)] if case.when or cases > 1 else [word]
    return Paragraph(Text("：", ": ").get(language).join(said), styles.SEVERITIES[case.severity])


def _section(head: Text, said: Text, language: Language, width: int) -> Iterator[Drawn]:
    """Yield a heading and what stands below it."""
    yield from _heading(head, language)
    yield beside(Drawn(), [Paragraph(said.get(language))], _GAP, width)


def _heading(head: Text, language: Language) -> Iterator[Drawn]:
    yield Drawn()
    yield Drawn(head.get(language), styles.STRONG)
