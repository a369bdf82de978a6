"""How do the rules look to other software?"""

from collections.abc import Iterable
from typing import Any

from nianbao.formatters.plain import plain
from nianbao.rule import Case, Example, Expected, Rule

Object = dict[str, Any]


def to_object(rules: Iterable[Rule]) -> Object:
    """Return the rules as plain values for JSON."""
    return {"version": 1, "rules": [_rule(rule) for rule in rules]}


def _rule(rule: Rule) -> Object:
    texts = rule.texts()
    return {
        "code": rule.code,
        "name": rule.name,
        "title": texts.title._asdict(),
        "severity": _severity(rule.severity),
        "confidence": str(rule.confidence),
        "editions": list(rule.editions),
        "scope": rule.scope,
        "since": rule.since,
        **_optional(rule),
        "basis": list(texts.basis),
        "why": texts.why._asdict(),
        "fix": texts.fix._asdict(),
        "message": texts.message._asdict(),
        "examples": [_example(example) for example in texts.examples],
    }


def _severity(cases: tuple[Case, ...]) -> str | list[Object]:
    """Return one word, or the cases where the severity depends on the finding."""
    if len(cases) == 1 and not cases[0].when:
        return str(cases[0].severity)
    return [_case(case) for case in cases]


def _case(case: Case) -> Object:
    conditions = {"when": plain(case.when, "zh")} if case.when else {}
    return {**conditions, "is": str(case.severity)}


def _optional(rule: Rule) -> Object:
    """Return what only some rules have, under the keys of a rule file."""
    return {
        **({"yields_to": sorted(rule.yields_to)} if rule.yields_to else {}),
        **({"group": "row"} if rule.one_per_row else {}),
        **({"aliases": list(rule.aliases)} if rule.aliases else {}),
    }


def _example(example: Example) -> Object:
    return {
        "key": example.key,
        "title": example.title,
        "edition": example.edition,
        "good": not example.finds,
        **{key: plain(value, "zh") for key, value in example.source.items()},
        "finds": [_expected(found) for found in example.finds],
    }


def _expected(found: Expected) -> Object:
    severity = {"severity": str(found.severity)} if found.severity else {}
    return {"at": found.at, "says": found.says, **severity}
