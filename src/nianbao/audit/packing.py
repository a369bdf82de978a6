"""How do facts, findings and gaps become text and bytes to keep, and back?"""

import json
import zlib
from collections.abc import Iterable, Mapping
from typing import Any

from nianbao.audit.frozen import frozen
from nianbao.model.facts import Facts
from nianbao.model.record import Record
from nianbao.model.text import Text
from nianbao.result import Finding, Problem
from nianbao.rule import NotChecked, Rule


class KeptFinding(Record):
    """A finding: what is counted, and the whole of it as text (:mod:`nianbao.audit.frozen`)."""

    rule: str
    severity: int
    fingerprint: str
    data: str


def findings_of(findings: Iterable[Finding]) -> tuple[KeptFinding, ...]:
    """Return findings as they are kept, in their order."""
    return tuple(
        KeptFinding(each.rule.code, int(each.severity), each.fingerprint, storable(frozen(each)))
        for each in findings
    )


def storable(text: str) -> str:
    """Return a text as a store takes it: halves of characters, as JSON may hold, are escaped."""
    return text.encode("utf-8", "backslashreplace").decode()


def packed(facts: Facts) -> bytes:
    """Return facts as few bytes."""
    text = json.dumps(facts.to_dict(), ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(storable(text).encode(), 1)


def unpacked(data: bytes) -> Facts:
    """Return the facts that :func:`packed` wrote."""
    from nianbao.readers.kept import facts_from  # noqa: PLC0415  # where nothing changed, none is

    return facts_from(json.loads(zlib.decompress(data)))


def problem_of(text: str) -> Problem:
    """Return why a document could not be read, from what :func:`problem_text` wrote."""
    reason, line, column = json.loads(text)
    return Problem(Text(*reason), line, column)


def gaps_from(
    text: str, rules: Mapping[str, Rule]
) -> tuple[tuple[tuple[Rule, NotChecked], ...], tuple[tuple[Rule, str], ...]]:
    """Return the rules that were not checked and those that crashed; ``rules`` by code."""
    if not text:
        return (), ()
    not_checked, crashed = json.loads(text)
    return (
        tuple((rules[code], NotChecked(Text(*why), at)) for code, why, at in not_checked),
        tuple((rules[code], why) for code, why in crashed),
    )


def gaps_of(
    not_checked: tuple[tuple[Rule, NotChecked], ...], crashed: tuple[tuple[Rule, str], ...]
) -> str:
    """Return the rules of which nothing can be said, as JSON; ``""`` where there is none."""
    if not not_checked and not crashed:
        return ""
    gaps: list[Any] = [
        [[rule.code, gap.reason, gap.at] for rule, gap in not_checked],
        [[rule.code, why] for rule, why in crashed],
    ]
    return storable(json.dumps(gaps, ensure_ascii=False))


def problem_text(problem: Problem | None) -> str:
    """Return why a document could not be read as JSON, ``""`` where it could."""
    return storable(json.dumps(problem, ensure_ascii=False)) if problem else ""


def has_crashed(gaps: str) -> bool:
    """Tell whether a rule crashed, from what :func:`gaps_of` wrote."""
    return bool(gaps and json.loads(gaps)[1])
