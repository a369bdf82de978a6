"""How do tried examples look: as differences for people, or as JSON?"""

import json
from collections.abc import Sequence
from typing import Any

from nianbao.formatters.characters import escaped_json
from nianbao.model.text import Language
from nianbao.protocols import Canvas
from nianbao.trial import Pair, Trial

Object = dict[str, Any]


def trials_page(trials: Sequence[Trial], canvas: Canvas) -> str:
    """Return how examples differ from what they say, and how many hold, for a terminal."""
    # JSON must not wait for the drawing library.
    from nianbao.formatters.trials_page import draw_trials  # noqa: PLC0415

    return draw_trials(trials, canvas)


def trials_json(trials: Sequence[Trial], language: Language) -> str:
    """Return the same as schemas/trials-v1.schema.json describes it, in one language."""
    text = json.dumps(to_object(trials, language), ensure_ascii=False, indent=2, allow_nan=False)
    return escaped_json(text) + "\n"


def to_object(trials: Sequence[Trial], language: Language) -> Object:
    """Return tried examples as plain values for JSON."""
    failed = [trial for trial in trials if not trial.holds]
    return {
        "version": 1,
        "language": language,
        "summary": {
            "rules": len({trial.rule.code for trial in trials}),
            "examples": len(trials),
            "failed": len(failed),
        },
        "failures": [_failure(trial, language) for trial in failed],
    }


def _failure(trial: Trial, language: Language) -> Object:
    trouble = {"problem": trial.trouble.get(language)} if trial.trouble else {}
    pairs = [] if trial.trouble else [pair for pair in trial.pairs if not pair.fits]
    return {
        "rule": trial.rule.code,
        "name": trial.rule.name,
        "example": trial.example.key,
        "title": trial.example.title,
        **trouble,
        "differences": [_difference(pair, language) for pair in pairs],
    }


def _difference(pair: Pair, language: Language) -> Object:
    """Return what was expected and what came instead, as far as there is either."""
    wanted, got = pair
    difference: Object = {}
    if wanted:
        severity = {"severity": str(wanted.severity)} if wanted.severity else {}
        difference["expected"] = {"at": wanted.at, "says": wanted.says, **severity}
    if got:
        difference["got"] = {
            "at": got.place.pointer,
            "message": got.message.get(language),
            "severity": str(got.severity),
        }
    return difference
