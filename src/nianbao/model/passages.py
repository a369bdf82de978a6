"""Which passages of text does a report have, and where do words stand in them?"""

import re
from collections.abc import Iterator

from nianbao.model.report import Report

# A sentence goes no further on each side.
_REACH = 300


def passages(report: Report) -> Iterator[tuple[str, str]]:
    """Yield the place and the text of the preface and of each part, in order."""
    if report.preface:
        yield "/preface", report.preface
    for key, section in report.sections.items():
        yield f"/sections/{key}", section.text
    for number, section in enumerate(report.extra_sections):
        yield f"/extra_sections/{number}", section.text


def sentence_at(text: str, start: int, stop: int) -> str:
    """Return the sentence of a text that holds the words between two offsets."""
    before = re.split(r"[。；;！？\n]", text[max(0, start - _REACH) : start])[-1]
    after = re.split(r"[。；;！？\n]", text[stop : stop + _REACH])[0]
    return before + text[start:stop] + after
