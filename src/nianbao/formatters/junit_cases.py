"""Which rules passed on a document, failed, or were left out, seen as test cases?"""

from collections.abc import Iterator
from typing import Literal

from nianbao.formatters import wording
from nianbao.formatters.characters import clipped
from nianbao.formatters.lines import unread_reason
from nianbao.formatters.remarks import UNREADABLE, sentence
from nianbao.model.place import Place
from nianbao.model.record import Record
from nianbao.model.text import Language, Text
from nianbao.result import Document, Finding
from nianbao.rule import NotChecked, Rule

_READING = Text("读取文件", "read the document")


class Case(Record):
    """A rule on a document, as a test case.

    Attributes:
        code: of the rule.
        name: the code and what the rule is about.
        kind: what came of it.
        lines: why it did not pass.
        out: what else there is to say.
    """

    code: str
    name: str
    kind: Literal["passed", "failure", "error", "skipped"]
    lines: tuple[str, ...] = ()
    out: tuple[str, ...] = ()


def cases_of(document: Document, language: Language) -> list[Case]:
    """Return a case for each rule that was asked, or the one of a document that was not read."""
    if document.status == "unreadable":
        name = _READING.get(language)
        return [Case(UNREADABLE, name, "error", (unread_reason(document, language),))]
    return [_case(rule, document, language) for rule in _rules(document)]


def _rules(document: Document) -> list[Rule]:
    """Return the rules asked and those that have spoken, each once."""
    spoken = (*(each.rule for each in document.findings), *_first(document))
    rules = {rule.code: rule for rule in (*spoken, *document.rules)}
    return [rules[code] for code in sorted(rules)]


def _first(document: Document) -> Iterator[Rule]:
    for rule, _ in (*document.not_checked, *document.crashed):
        yield rule


def _case(rule: Rule, document: Document, language: Language) -> Case:
    """Return the case of a rule: it fails by findings that fail the run, and others are told."""
    found = [each for each in document.findings if each.rule.code == rule.code]
    fatal = tuple(_line(each, language) for each in found if document.fails_by(each))
    mild = tuple(_line(each, language) for each in found if not document.fails_by(each))
    gaps = tuple(
        _gap(each, language) for one, each in document.not_checked if one.code == rule.code
    )
    name = f"{rule.code} {rule.texts().title.get(language)}"
    for one, reason in document.crashed:
        if one.code == rule.code:
            said = (wording.crash(rule, reason, language),)
            return Case(rule.code, name, "error", said, fatal + mild + gaps)
    if fatal:
        return Case(rule.code, name, "failure", fatal, mild + gaps)
    if gaps and not mild:
        return Case(rule.code, name, "skipped", gaps)
    return Case(rule.code, name, "passed", (), mild + gaps)


def _line(finding: Finding, language: Language) -> str:
    word = wording.SEVERITIES[finding.severity].get(language)
    position = wording.position(finding.place)
    where = f" ({position})" if position else ""
    return f"{word} {sentence(finding, language)}{where}"


def _gap(gap: NotChecked, language: Language) -> str:
    reason = clipped(gap.reason.get(language))
    where = wording.label(Place(gap.at, ""), language) if gap.at else ""
    said = Text(f"未能检查：{reason}", f"not checked: {reason}").get(language)
    return f"{said} ({where})" if where else said
