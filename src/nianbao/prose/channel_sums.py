"""Do the requests by each channel add up to all of them?"""

from collections.abc import Iterator

from nianbao.model.numbers import Number
from nianbao.model.record import Record
from nianbao.model.report import Report
from nianbao.prose.lists import is_open
from nianbao.prose.mentions import Mention, Statement
from nianbao.prose.statements import statements_of

_WHOLES = ("got", "received", "processed", "handled", "answered", "pool")
_CELLS = ("/requests/received/total", "/requests/carried_in/total")
_ONLY = frozenset({"channel", "request", "got", "new", "year", "own"})


class Channels(Record):
    """Requests by channel, and what they should add up to."""

    statement: Statement
    parts: tuple[Mention, ...]
    total: Number
    whole: Number
    cells: tuple[str, ...]


def wrong_channels(report: Report) -> Iterator[Channels]:
    """Yield lists of channels whose figures fit no number of requests, told or in the table."""
    told: tuple[Mention, ...] = ()
    place = ""
    for statement in statements_of(report):
        if statement.place != place:
            place, told = statement.place, ()
        parts = _run(statement)
        first = parts[0].at if parts else statement.stop
        wholes = tuple(each for each in statement.mentions if each.at < first and _is_whole(each))
        told = wholes or told
        if len(parts) > 1 and _is_listed(statement, parts) and not _is_of_part(statement, parts[0]):
            fitting = [each.value for each in told if not _is_of_arrival(statement, parts[0], each)]
            yield from _compared(report, statement, tuple(parts), fitting)


def _is_of_arrival(statement: Statement, first: Mention, whole: Mention) -> bool:
    """Tell whether channels are those by which requests came, and a figure is of those handled."""
    before = statement.plain[statement.start : first.at]
    return "申请渠道" in before and whole.topic in ("handled", "answered")


def _is_whole(mention: Mention) -> bool:
    return mention.topic in _WHOLES and mention.exact and bool(mention.unit)


def _is_of_part(statement: Statement, first: Mention) -> bool:
    """Tell whether channels stand in a bracket behind some requests (自然人9件（网上6件…）)."""
    before = [each for each in statement.mentions if each.at < first.at and each.unit]
    return bool(before) and before[-1].depth < first.depth and not _is_whole(before[-1])


def _run(statement: Statement) -> list[Mention]:
    """Return the figures by channel: those of the first depth, one behind the other."""
    parts: list[Mention] = []
    for mention in statement.mentions:
        if mention.means and "channel" in mention.means and _ONLY.issuperset(mention.means):
            if not parts or mention.depth == parts[0].depth:
                parts.append(mention)
        elif parts and mention.unit != "%" and mention.depth <= parts[0].depth:
            break
    return parts


def _is_listed(statement: Statement, parts: list[Mention]) -> bool:
    """Tell whether the figures are one whole list of requests of this year."""
    before = max(
        (each.stop for each in statement.mentions if each.stop <= parts[0].start),
        default=statement.start,
    )
    first = parts[0]._replace(stop=before)
    inner = statement.plain[parts[0].stop : parts[-1].at]
    return (
        all(each.is_told and each.scope != "other" for each in parts)
        and all(each.noun == "request" for each in parts)
        and len({each.unit for each in parts}) == 1
        and not is_open(statement, first, parts[-1])
        and "其中" not in inner
    )


def _compared(
    report: Report, statement: Statement, parts: tuple[Mention, ...], told: list[Number]
) -> Iterator[Channels]:
    total = sum(each.value for each in parts)
    numbers = report.figures.numbers
    received, carried_in = (numbers.get(cell) for cell in _CELLS)
    if total in told or (received is not None and total == received):
        return
    if received is not None and carried_in is not None and total == received + carried_in:
        return
    if told:
        yield Channels(statement, parts, total, told[0], _CELLS[:1] if received is not None else ())
    elif received is not None and carried_in is not None:
        yield Channels(statement, parts, total, received, _CELLS[:1])
