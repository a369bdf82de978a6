"""Which findings do conforming reports get?"""

from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from benchmarks.prose.documents import checked
from benchmarks.prose.telling import random_draft
from nianbao.app import Checker
from nianbao.result import Document, Finding
from nianbao.rule import Confidence

# The share of documents on which a heuristic rule may speak.
HEURISTIC_SHARE = 0.02


class Alarm(NamedTuple):
    """A finding on a conforming report.

    Attributes:
        path: the report: its number, and its style where it is a page.
        rule: the code; ``unread`` for a document that could not be read, ``crash`` for a crash.
        place, message: of the finding.
        heuristic: whether the rule only suspects.
    """

    path: str
    rule: str
    place: str
    message: str
    heuristic: bool = False

    def __str__(self) -> str:
        """Return the alarm on one line."""
        return f"{self.path}: {self.rule} {self.place} {self.message}"


def alarms(count: int, seed: int, checker: Checker) -> Iterator[Alarm]:
    """Yield the alarms on the first reports of a seed."""
    for number in range(count):
        rng = Random(f"{seed}:{number}")
        draft = random_draft(rng)
        yield from of_document(checked(draft, f"{number:05}", checker, rng))


def of_document(document: Document) -> Iterator[Alarm]:
    """Yield what a checker says of a conforming report."""
    if document.status != "read":
        yield Alarm(document.path, "unread", "", _why(document))
    for rule, reason in document.crashed:
        yield Alarm(document.path, f"crash {rule.code}", "", reason)
    yield from (_alarm(document.path, finding) for finding in document.findings)


def _why(document: Document) -> str:
    return document.problem.reason.zh if document.problem else document.status


def _alarm(path: str, finding: Finding) -> Alarm:
    rule = finding.rule
    heuristic = rule.confidence is Confidence.HEURISTIC
    return Alarm(path, rule.code, finding.place.pointer, finding.message.zh, heuristic)


def verdict(found: list[Alarm], count: int) -> list[str]:
    """Return what is too much, one line each."""
    lines = [f"false alarm: {alarm}" for alarm in found if not alarm.heuristic]
    suspected = {alarm.path for alarm in found if alarm.heuristic}
    if len(suspected) >= HEURISTIC_SHARE * count and suspected:
        lines += suspicions(found)
        lines.append(f"heuristic rules speak on {len(suspected)} of {count} reports")
    return lines


def suspicions(found: list[Alarm]) -> list[str]:
    """Return what heuristic rules say, one line each."""
    return [f"suspicion: {alarm}" for alarm in found if alarm.heuristic]
