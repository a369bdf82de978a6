"""Do the shares that a text tells fit its figures?"""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from itertools import zip_longest

from nianbao.model.numbers import Number
from nianbao.model.passages import has_any
from nianbao.model.record import Record
from nianbao.model.report import Report
from nianbao.prose.bases import base_of, in_tables, is_base, is_known
from nianbao.prose.measures import LOOSE, table_of, ways_of
from nianbao.prose.mentions import Mention, Statement
from nianbao.prose.statements import statements_of
from nianbao.prose.topics import topic_of
from nianbao.prose.words import roles

_NOT_A_SHARE = ("率", "增", "减", "较", "同比", "提高", "下降", "约", "近", "超", "分别")

# How many figures before may be the whole: that of all may stand far ahead.
_REACH = 40
_SEVERAL = "分别占"
_JOINED = ("", "、", "和", "与", "及", "以及")


class Share(Record):
    """A share that does not fit: the part, the whole nearest to it, and what it would be."""

    statement: Statement
    share: Mention
    part: Mention
    whole: Number
    correct: Decimal


def wrong_shares(report: Report) -> Iterator[Share]:
    """Yield the shares that fit no whole they may be of."""
    before: tuple[Mention, ...] = ()
    place = ""
    for statement in statements_of(report):
        if statement.place != place:
            place, before = statement.place, ()
        mentions = statement.mentions
        for number in range(1, len(mentions)):
            part, share = mentions[number - 1], mentions[number]
            if share.unit == "%" and _is_share(statement, part, share):
                told = _without_shares(mentions[:number])
                yield from _compared(report, statement, (part, share), (told, before))
            elif share.unit == "%" and _SEVERAL in share.head:
                yield from _of_several(report, statement, number, before)
            elif share.unit == "%" and "占" in share.head:
                yield from _of_table(report, statement, share, _without_shares(mentions[:number]))
        before = (*before, *_without_shares(mentions))[-_REACH:]


def _without_shares(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Return the figures that are not themselves said to be a share."""
    return tuple(
        mention
        for mention, behind in zip_longest(mentions, mentions[1:])
        if mention.unit != "%" and not (behind and behind.unit == "%")
    )


def _is_share(statement: Statement, part: Mention, share: Mention) -> bool:
    words = statement.plain[part.stop : share.at]
    if "占" not in words or has_any(words, _NOT_A_SHARE):
        return False
    if not (part.exact and share.exact and part.unit and part.unit != "%"):
        return False
    between, _, base = words.rpartition("占")
    return len(between.strip("，,、（( 其")) == 0 and is_known(base)


def _compared(
    report: Report,
    statement: Statement,
    pair: tuple[Mention, Mention],
    told: tuple[tuple[Mention, ...], tuple[Mention, ...]],
) -> Iterator[Share]:
    part, share = pair
    base = base_of(statement.plain[share.start : share.at].rpartition("占")[2])
    here = _wholes(part, told[0])
    wholes = [each.value for each in (*here, *_wholes(part, told[1]))]
    wholes += [*in_tables(report, part), *in_tables(report, part, base)]
    # The sentences before may count something else: they excuse a share, and accuse none.
    if any(fits(part.value, each, share.value) for each in wholes):
        return
    bases = [each.value for each in here if is_base(base, each, part)]
    for whole in (*bases, *in_tables(report, part, base))[:1]:
        yield Share(statement, share, part, whole, _correct(part.value, whole, share.value))


def _correct(part: Number, whole: Number, share: Number) -> Decimal:
    """Return what a share would be, to as many places as it was told with."""
    places = min(int(Decimal(share).as_tuple().exponent), 0)
    value = Decimal(100) * Decimal(part) / Decimal(whole)
    return value.quantize(Decimal(1).scaleb(places), ROUND_HALF_UP)


def _of_several(
    report: Report, statement: Statement, number: int, before: tuple[Mention, ...]
) -> Iterator[Share]:
    """Compare shares that are told behind their parts (自然人3件、企业1件，分别占75%和25%)."""
    shares = _shares_from(statement.mentions[number:])
    first = number - len(shares)
    parts = statement.mentions[max(first, 0) : number]
    words = statement.plain[parts[-1].stop : shares[0].at]
    lead, _, base = words.partition(_SEVERAL)
    exact = all(each.exact and each.unit == parts[0].unit != "%" for each in parts)
    if first < 0 or not exact or lead.strip("，, ") or not is_known(base):
        return
    # All of the parts together may be the whole; they may also be some of it.
    together = parts[0]._replace(value=sum(part.value for part in parts), at=-1)
    told = _without_shares(statement.mentions[:first]), (*before, together)
    for part, share in zip(parts, shares, strict=True):
        yield from _compared(report, statement, (part, share), told)


def _shares_from(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Return the shares that follow one another at once."""
    behind = [each.unit == "%" and each.head.strip() in _JOINED for each in mentions[1:]]
    return mentions[: (*behind, False).index(False) + 1]


def _of_table(
    report: Report, statement: Statement, share: Mention, told: tuple[Mention, ...]
) -> Iterator[Share]:
    """Compare a share of requests whose number only table 三 tells (自然人申请占75%)."""
    words, _, base = share.head.rpartition("占")
    topic = topic_of(roles(words) or ("?",), "request")
    bad = has_any(share.head, _NOT_A_SHARE) or not is_known(base)
    if bad or not share.is_told or table_of(topic) != "requests" or topic in LOOSE:
        return
    numbers = report.figures.numbers
    for way in ways_of(report, topic)[:1]:
        if all(cell in numbers for cell in way.cells):
            number = sum(numbers[cell] for cell in way.cells)
            part = share._replace(value=number, topic=topic, unit="件", at=-1)
            yield from _compared(report, statement, (part, share), (told, ()))


def _wholes(part: Mention, told: tuple[Mention, ...]) -> list[Mention]:
    """Return what a part may be a share of among other figures told, the nearest first."""
    return [
        each
        for each in reversed(told)
        if each.at != part.at
        and each.unit == part.unit
        and each.exact
        and each.value >= part.value
        and each.value > 0
    ]


def fits(part: Number, whole: Number, share: Number) -> bool:
    """Tell whether a share is that of a part, rounded or cut off at its last digit."""
    step = Decimal(1).scaleb(int(Decimal(share).as_tuple().exponent)) if share else Decimal(1)
    difference = Decimal(100) * Decimal(part) / Decimal(whole) - Decimal(share)
    return -step / 2 <= difference < step
