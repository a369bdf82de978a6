"""Which properties has a rule, in words?"""

from nianbao.formatters.catalogue_words import (
    CONFIDENCES,
    REASONS,
    SCOPES,
    conditions,
    edition,
    listed,
)
from nianbao.formatters.wording import SEVERITIES
from nianbao.model.record import Record
from nianbao.model.text import Text
from nianbao.rule import Case, Rule, Severity


class Said(Record):
    """A line of a property, and the severity that it speaks of."""

    words: Text
    severity: Severity | None = None


class Fact(Record):
    """A property of a rule: its name and what it is, one line or more."""

    label: Text
    lines: tuple[Said, ...]


LABELS = {
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


def facts_of(rule: Rule) -> list[Fact]:
    """Return the properties that a rule has, in the order of its page."""
    lines: dict[str, list[Text] | list[Said]] = {
        "severity": [_case(case, len(rule.severity)) for case in rule.severity],
        "confidence": [_joined(CONFIDENCES[rule.confidence], REASONS[rule.confidence])],
        "editions": [_listed([edition(key) for key in rule.editions])],
        "scope": [SCOPES[rule.scope]],
        "since": [_same(rule.since)],
        "aliases": [_listed([_same(name) for name in rule.aliases])] if rule.aliases else [],
        "yields": [_yielding(sorted(rule.yields_to))] if rule.yields_to else [],
        "group": [_GROUP] if rule.one_per_row else [],
    }
    return [
        Fact(LABELS[key], tuple(_said(line) for line in each))
        for key, each in lines.items()
        if each
    ]


def _said(line: Said | Text) -> Said:
    return line if isinstance(line, Said) else Said(line)


def _case(case: Case, cases: int) -> Said:
    """Return a severity in words, with its conditions where there is more than one case."""
    word = SEVERITIES[case.severity]
    if not case.when and cases == 1:
        return Said(word, case.severity)
    when = Text(conditions(case.when, "zh"), conditions(case.when, "en"))
    return Said(_joined(word, when), case.severity)


def _joined(first: Text, second: Text) -> Text:
    return Text(f"{first.zh}：{second.zh}", f"{first.en}: {second.en}")


def _listed(words: list[Text]) -> Text:
    return Text(
        listed((each.zh for each in words), "zh"), listed((each.en for each in words), "en")
    )


def _yielding(codes: list[str]) -> Text:
    words = _listed([_same(code) for code in codes])
    return Text(f"{words.zh}（{_YIELDS.zh}）", f"{words.en} ({_YIELDS.en})")


def _same(word: str) -> Text:
    return Text(word, word)
