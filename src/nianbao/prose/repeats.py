"""Does a report tell the same figure twice, and otherwise?"""

from collections.abc import Iterator

from nianbao.model.passages import has_any
from nianbao.model.record import Record
from nianbao.model.report import Report
from nianbao.prose.matching import is_loose
from nianbao.prose.measures import ways_of
from nianbao.prose.mentions import Mention, Statement
from nianbao.prose.statements import statements_of
from nianbao.prose.words import BLOT, roles

_WHOLE_YEAR = ("全年", "本年度", "本年", "共计", "合计", "总计", "共")
_ADORNMENTS = (BLOT, " ", "我局", "我镇", "我乡", "本机关", "本单位", "，")
_LEAST = 6
# Shorter words that say it of the whole organ.
_KNOWN = ("公开信息", "主动公开")


class Repeat(Record):
    """A figure told a second time, and the first."""

    statement: Statement
    mention: Mention
    first: Mention
    first_at: Statement


def repeats(report: Report) -> Iterator[Repeat]:
    """Yield figures of the whole year that are told again in the same words, and otherwise."""
    seen: dict[tuple[str, str], tuple[Statement, Mention]] = {}
    for statement in statements_of(report):
        for mention in statement.mentions:
            key = _key(report, statement, mention)
            if not key:
                continue
            first_at, first = seen.setdefault((key, mention.unit), (statement, mention))
            # In one part of the report the sentences around may narrow what is counted.
            apart = first_at.place != statement.place or _is_whole_year(first, mention)
            if first.value != mention.value and apart:
                yield Repeat(statement, mention, first, first_at)


def _key(report: Report, statement: Statement, mention: Mention) -> str:
    """Return what is counted where it is that of the whole year and no table holds it."""
    if not (mention.exact and mention.this_year and mention.scope == "own" and mention.unit):
        return ""
    if mention.part or mention.depth or mention.unit == "%":
        return ""
    if mention.topic and mention.topic != "disclosed":
        settled = is_loose(mention) or _is_in_tables(report, mention)
        return "" if settled else mention.topic
    before = statement.plain[statement.start : mention.start].strip("，, ")
    if before and not set(roles(before) or ("?",)) <= {"year", "own"}:
        return ""
    return mention.topic or _words(mention.head)


def _is_whole_year(*mentions: Mention) -> bool:
    return all(has_any(each.head, _WHOLE_YEAR) for each in mentions)


def _is_in_tables(report: Report, mention: Mention) -> bool:
    numbers = report.figures.numbers
    return any(cell in numbers for way in ways_of(report, mention.topic) for cell in way.cells)


def _words(head: str) -> str:
    """Return the words that say what is counted, where they say that it is all of the year's."""
    if not has_any(head, _WHOLE_YEAR):
        return ""
    words = head
    for word in (*_WHOLE_YEAR, *_ADORNMENTS):
        words = words.replace(word, "")
    return words if len(words) >= _LEAST or words in _KNOWN else ""
