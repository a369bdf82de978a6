"""How do words of a document get into an output without its private data?"""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any

from nianbao.model.passages import passages
from nianbao.model.record import Record
from nianbao.model.report import Report, Table
from nianbao.model.text import Text
from nianbao.prose.private import Private, private_data
from nianbao.rule import Outcome

Hide = Callable[[str], str]
# Fewer letters of a number that was cut name nobody, and may be a figure.
_FEWEST = 6
# That of a mailbox; most cells and labels are shorter.
_SHORTEST = 8
_SIGNS = frozenset("@\uff20")


class _Known(Record):
    """A datum as it stands, and how much of it from its beginning may be shown."""

    words: str
    shown: int


def hiding(*reports: Report) -> Hide:
    """Return a function that masks the private data of reports, also where they were cut."""
    known = [
        _Known(text[each.start : each.stop], 1 if each.what == "mailbox" else 3)
        for report in reports
        for text in _texts(report)
        for each in private_data(text)
    ]
    return lambda text: _without_parts(hidden(text), known)


def _texts(report: Report) -> Iterable[str]:
    return (report.title, report.signature, *_headings(report), *_bodies(report))


def hidden_outcome(outcome: Outcome, report: Report) -> Outcome:
    """Return an outcome with private data masked in why it was not checked, or crashed."""
    reasons = [word for each in outcome.not_checked for word in each.reason]
    if not any(map(_may_hold, (outcome.crash, *reasons))):
        return outcome
    hide = report.once(hiding)
    masked = (each._replace(reason=hidden_in(each.reason, hide)) for each in outcome.not_checked)
    return outcome._replace(not_checked=tuple(masked), crash=hide(outcome.crash))


def _may_hold(text: str) -> bool:
    return not _SIGNS.isdisjoint(text) or any(map(str.isdecimal, text))


def _headings(report: Report) -> Iterable[str]:
    return (part.heading for part in (*report.sections.values(), *report.extra_sections))


def _bodies(report: Report) -> Iterable[str]:
    return (text for _, text in passages(report))


# Labels and names of organs come again and again: a finding may name each cell of a report.
@lru_cache(2**12)
def hidden(text: str) -> str:
    """Return a text with its whole private data masked."""
    if len(text) < _SHORTEST or not _may_hold(text):
        return text
    for each in sorted(private_data(text), key=_start, reverse=True):
        text = text[: each.start] + each.masked + text[each.stop :]
    return text


def _start(each: Private) -> int:
    return each.start


def _without_parts(text: str, known: Iterable[_Known]) -> str:
    """Mask what a rule left of a number when it shortened the words around it."""
    for words, shown in known:
        for length in range(len(words) - 1, _FEWEST - 1, -1):
            text = text.replace(words[:length], words[:shown] + "*" * (length - shown))
            if "@" not in words:
                text = text.replace(words[-length:], "*" * length)
    return text


def hidden_tables(tables: Mapping[str, Table]) -> dict[str, Table]:
    """Return tables with the private data masked in what the document filled in."""
    return {key: _hidden_table(table) for key, table in tables.items()}


def _hidden_table(table: Table) -> Table:
    return table._replace(
        rows=hidden_in(table.rows, hidden),
        extra_rows=hidden_in(table.extra_rows, hidden),
        labels=hidden_in(table.labels, hidden),
        unread=hidden_in(table.unread, hidden),
    )


def hidden_in(value: Any, hide: Hide) -> Any:
    """Return a value, be it one that holds others, with the private data in its texts masked."""
    if isinstance(value, str):
        return hide(value) if type(value) is str else value
    if isinstance(value, Text):
        return Text(hide(value.zh), hide(value.en))
    if isinstance(value, tuple):
        inner = (hidden_in(each, hide) for each in value)
        return tuple.__new__(type(value), inner)
    if isinstance(value, list):
        return [hidden_in(each, hide) for each in value]
    if isinstance(value, Mapping):
        return {key: hidden_in(each, hide) for key, each in value.items()}
    return value
