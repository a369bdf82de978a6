"""Which passages of text does a report have, and where do words stand in them?"""

from collections.abc import Iterable, Iterator

from nianbao.model.report import Report

# A sentence goes no further on each side.
_REACH = 300
_ENDS = "。；;！？\n"


def passages(report: Report) -> Iterator[tuple[str, str]]:
    """Yield the place and the text of the preface and of each part, in order."""
    if report.preface:
        yield "/preface", report.preface
    for key, section in report.sections.items():
        yield f"/sections/{key}", section.text
    for number, section in enumerate(report.extra_sections):
        yield f"/extra_sections/{number}", section.text


def has_any(text: str, words: Iterable[str]) -> bool:
    """Tell whether a text holds any of these words."""
    for word in words:  # noqa: SIM110  # asked everywhere, and a generator takes thrice as long
        if word in text:
            return True
    return False


def sentence_at(
    text: str, start: int, stop: int, *, before: int = _REACH, after: int = _REACH
) -> str:
    """Return the sentence of a text that holds the words between two offsets.

    Args:
        text: the text.
        start: where the words begin.
        stop: where they end.
        before: how far the sentence goes at most before them.
        after: how far it goes at most behind them.
    """
    low, high = max(0, start - before), min(len(text), stop + after)
    first = max([low, *(text.rfind(end, low, start) + 1 for end in _ENDS)])
    ends = (text.find(end, stop, high) for end in _ENDS)
    return text[first : min([high, *(end for end in ends if end >= 0)])]
