"""How is a draft handed to a checker?"""

import json
from collections.abc import Sequence
from random import Random

from benchmarks.pages import render
from benchmarks.pages.styles import ALL_STYLES
from benchmarks.prose.draft import Draft
from nianbao.app import Checker
from nianbao.result import Document

# The rest is JSON: what is tried here is prose, and JSON is read fastest.
PAGES = ("clean", "ueditor", "portal")
PRINTED = (*PAGES, "text")
_SHARE = 0.2


def checked(
    draft: Draft, name: str, checker: Checker, rng: Random, printed: Sequence[str] = PRINTED
) -> Document:
    """Return what a checker says of a draft: mostly as JSON, a share of them as pages."""
    style = rng.choice(printed) if rng.random() < _SHARE else ""
    path, text = _printed(draft, name, style)
    (document,) = checker.check_data(path, text.encode("utf-8")).documents
    return document


def _printed(draft: Draft, name: str, style: str) -> tuple[str, str]:
    report = draft.as_dict()
    if not style:
        return f"{name}.json", json.dumps(report, ensure_ascii=False)
    return f"{name}-{style}{ALL_STYLES[style].suffix}", render(report, style, name)
