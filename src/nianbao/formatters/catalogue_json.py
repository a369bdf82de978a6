"""How do the rules look to other software?"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from nianbao.formatters.plain import plain
from nianbao.result import Finding
from nianbao.rule import Case, Example, Expected, Rule
from nianbao.trial import Trial

Object = dict[str, Any]
_Tried = Mapping[tuple[str, str], Trial]


def to_object(rules: Iterable[Rule], trials: Sequence[Trial] = ()) -> Object:
    """Return the rules as plain values for JSON, with the messages of examples that were tried."""
    tried = {(trial.rule.code, trial.example.key): trial for trial in trials}
    return {"version": 1, "rules": [_rule(rule, tried) for rule in rules]}


def _rule(rule: Rule, tried: _Tried) -> Object:
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
        "examples": [
            _example(example, tried.get((rule.code, example.key)))
            for example in texts.examples
            if not example.is_variant
        ],
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


def _example(example: Example, trial: Trial | None) -> Object:
    return {
        "key": example.key,
        "title": example.title,
        "edition": example.edition,
        "good": not example.finds,
        **({"near": True} if example.near else {}),
        **{key: plain(value, "zh") for key, value in example.source.items()},
        **({"others": list(example.others)} if example.others else {}),
        "finds": _finds(example, trial),
    }


def _finds(example: Example, trial: Trial | None) -> list[Object]:
    """Return what the example says, or what it truly gives where it was tried."""
    if trial is None or trial.trouble:
        return [_expected(expected) for expected in example.finds]
    return [_found(pair.wanted, pair.got) for pair in trial.pairs if pair.got]


def _expected(expected: Expected) -> Object:
    severity = {"severity": str(expected.severity)} if expected.severity else {}
    return {"at": expected.at, "says": expected.says, **severity}


def _found(wanted: Expected | None, got: Finding) -> Object:
    """Return a finding, with the words of it that the example names."""
    return {
        "at": got.place.pointer,
        "says": wanted.says if wanted else got.message.zh,
        "severity": str(got.severity),
        "label": got.place.label,
        "message": got.message._asdict(),
    }
