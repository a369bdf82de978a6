"""A report as canonical JSON."""

import json
from random import Random

from benchmarks.pages.pointers import Report


def render(report: Report, rng: Random, charset: str) -> str:  # noqa: ARG001 - the styles share it
    """Return the report as JSON text."""
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"
