"""Which sentences of a report name figures, and what do they say of them?"""

from bisect import bisect_left
from collections.abc import Iterator

from nianbao.model.labels import simplified
from nianbao.model.passages import has_any, passages
from nianbao.model.report import Organ, Report
from nianbao.prose.clauses import Sentence, sentences
from nianbao.prose.frames import Frame
from nianbao.prose.hearing import Paragraph, heard
from nianbao.prose.masking import masked
from nianbao.prose.mentions import Mention, Statement
from nianbao.prose.numbers import figures_in

Heard = tuple[Sentence, tuple[Mention, ...]]

# Problems and plans speak of no figures of the tables; parts of other names may be about anything.
_PLACES = (
    "/preface",
    "/sections/overview",
    "/sections/disclosure",
    "/sections/requests",
    "/sections/review_litigation",
    "/sections/other_matters",
)
_NEGATIONS = ("未", "没有", "无", "零", "为0")
_DENIED = ("申请", "复议", "诉讼", "规范性文件", "规章", "行政", "公开", "结转", "收费", "处理")
# What names more figures at one go is no sentence, and they would be compared each with each.
_MOST_FIGURES = 300
# A heading is shorter.
_HEADING = 24


def statements_of(report: Report) -> tuple[Statement, ...]:
    """Return the sentences of a report that name figures; they are found once a report."""
    return report.once(_statements)


def _statements(report: Report) -> tuple[Statement, ...]:
    return tuple(
        Statement(place, text, plain, sentence.start, sentence.stop, mentions)
        for place, text in passages(report)
        if place in _PLACES and text
        for plain in (masked(simplified(text), report.organ, report.year),)
        for sentence, mentions in _sentences(place, plain, report.organ)
    )


def _sentences(place: str, text: str, organ: Organ | None) -> Iterator[Heard]:
    """Yield the sentences of a text that name figures, with these."""
    of_part = "request" if place == "/sections/requests" else ""
    noun = of_part
    figures = tuple(figures_in(text))
    starts = [each.start for each in figures]
    start = 0
    for line in text.split("\n"):
        stop = start + len(line)
        if heading := _heading(line):
            noun = "request" if "依申请" in heading or "公开申请" in heading else of_part
        first, last = bisect_left(starts, start), bisect_left(starts, stop)
        # Most paragraphs name no figures.
        if first < last or _denies(line):
            paragraph = Paragraph(place, text, organ, noun, Frame(noun))
            for sentence in sentences(text, start, stop):
                last = bisect_left(starts, sentence.stop, first)
                numbers, first = figures[first:last], last
                if len(numbers) > _MOST_FIGURES:
                    continue
                if mentions := heard(paragraph, sentence, numbers):
                    yield sentence, mentions
        start = stop + 1


def _heading(line: str) -> str:
    """Return the heading that a paragraph is or begins with (（二）依申请公开。…), or ``""``."""
    head = line[:_HEADING].partition("。")[0]
    is_heading = 2 < len(head) < _HEADING and (len(line) < _HEADING or "）" in head[:4])
    return head if is_heading else ""


def _denies(line: str) -> bool:
    """Tell whether a paragraph may say that there is none of something."""
    if has_any(line, _NEGATIONS):
        return has_any(line, _DENIED)
    return False
