"""What could a run not do, in the words of SARIF?"""

from collections.abc import Iterator, Mapping
from typing import Any, Literal

from nianbao.formatters import wording
from nianbao.formatters.characters import clipped, harmless
from nianbao.formatters.lines import unread_reason
from nianbao.formatters.sarif_places import location
from nianbao.model.place import Place, Span
from nianbao.model.text import Language, Text
from nianbao.result import Document, Result
from nianbao.rule import Rule

Object = dict[str, Any]
Level = Literal["error", "warning", "note"]


def notes_of(result: Result, order: Mapping[str, int], language: Language) -> Iterator[Object]:
    """Yield a notification for each document not read, rule that crashed, and gap.

    Args:
        result: the run.
        order: the number of each rule by its code.
        language: the language of the sentences.
    """
    for number, document in enumerate(result.documents):
        place = location(document, number, _problem_at(document))
        if document.status == "unreadable":
            yield note("error", unread_reason(document, language), locations=[place])
        for rule, reason in document.crashed:
            said = wording.crash(rule, reason, language)
            yield note("error", said, locations=[place], associatedRule=_reference(rule, order))
        for rule, gap in document.not_checked:
            reason = clipped(gap.reason.get(language))
            said = Text(f"未能检查：{reason}", f"not checked: {reason}").get(language)
            at = location(document, number, Place(gap.at, ""))
            yield note("note", said, locations=[at], associatedRule=_reference(rule, order))


def note(level: Level, said: str, **more: object) -> Object:
    """Return a notification."""
    return {"level": level, "message": {"text": harmless(said)}, **more}


def _problem_at(document: Document) -> Place | None:
    """Return the line at which a document could not be read any more, where it is known."""
    problem = document.problem
    if problem is None or problem.line is None:
        return None
    return Place("", "", Span(problem.line, 1, problem.line, 1))


def _reference(rule: Rule, order: Mapping[str, int]) -> Object:
    return {"id": harmless(rule.code), "index": order[rule.code]}
