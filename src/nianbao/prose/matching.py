"""Does what a text says agree with the tables?"""

from collections.abc import Iterator
from decimal import Decimal

from nianbao.model.naming import label_of
from nianbao.model.numbers import Number
from nianbao.model.record import Record
from nianbao.model.report import Report
from nianbao.model.text import Text
from nianbao.prose.measures import LOOSE, Way, ways_of
from nianbao.prose.mentions import Mention, Statement
from nianbao.prose.phrases import Means
from nianbao.prose.statements import statements_of
from nianbao.prose.topics import OUTCOMES

_PIECES = ("件", "份", "宗", "例", "起", "次", "个", "条", "项", "")
# Items of a list are counted in these, decisions are not: 行政许可事项12项.
_ITEMS = ("项", "条", "个", "份")
_MONEY = {"元": Decimal(1), "万元": Decimal(10_000), "亿元": Decimal(100_000_000)}
_GROUPS = {
    "refused": Text("（三）不予公开各项合计", "the sum of （三）不予公开"),
    "unavailable": Text("（四）无法提供各项合计", "the sum of （四）无法提供"),
    "not_processed": Text("（五）不予处理各项合计", "the sum of （五）不予处理"),
    "otherwise": Text("（六）其他处理各项合计", "the sum of （六）其他处理"),
}


class Verdict(Record):
    """A claim that the tables contradict, or that cannot be compared with them.

    Attributes:
        statement, claim: who says it.
        expected: what the tables hold; None where a cell that it needs has no number.
        cells: the cells it stands in.
    """

    statement: Statement
    claim: Mention
    expected: Number | None
    cells: tuple[str, ...]


def verdicts(report: Report) -> tuple[Verdict, ...]:
    """Return the claims of a report that its tables contradict, or cannot be compared with.

    Blank cells count as 0 where a claim agrees with that; none contradicts a claim.
    """
    return report.once(_verdicts)


def _verdicts(report: Report) -> tuple[Verdict, ...]:
    told = [each for statement in statements_of(report) for each in _told(report, statement)]
    settled = {mention.topic for mention, verdict in told if verdict is None}
    # An office may tell of its whole area beside its own figures, which the tables hold.
    return tuple(
        verdict
        for mention, verdict in told
        if verdict and not (mention.scope == "area" and mention.topic in settled)
    )


def _told(report: Report, statement: Statement) -> Iterator[tuple[Mention, Verdict | None]]:
    """Yield the claims of a sentence, each with what the tables say of it."""
    sums: dict[Means | None, Number] = {}
    for mention in statement.mentions:
        if not (mention.is_claim and _counts(mention)):
            continue
        verdict = _verdict(report, statement, mention)
        if verdict and mention.topic in OUTCOMES:
            # A sentence may tell an outcome of new requests, and again of old ones.
            sums = sums or _sums(statement)
            whole = mention._replace(value=sums[mention.means])
            verdict = verdict if _verdict(report, statement, whole) else None
        yield mention, verdict


def _sums(statement: Statement) -> dict[Means | None, Number]:
    """Return what the figures of a sentence with the same words add up to."""
    sums: dict[Means | None, Number] = {}
    for each in statement.mentions:
        sums[each.means] = sums.get(each.means, 0) + each.value
    return sums


def _counts(mention: Mention) -> bool:
    topic, unit = mention.topic, mention.unit
    if topic == "fees":
        return unit in _MONEY
    if topic in ("licences", "penalties", "coercion"):
        return unit in _PIECES and unit not in _ITEMS
    return unit in _PIECES


def _verdict(report: Report, statement: Statement, mention: Mention) -> Verdict | None:
    ways = ways_of(report, mention.topic)
    if mention.topic == "litigation" and not mention.unit:
        # Where none is said to be, neither kind is.
        ways = ways[:1]
    if not ways:
        return None
    numbers = [_number(report, way) for way in ways]
    if any(number is not None and _agrees(mention, number) for number in numbers):
        return None
    for way, number in zip(ways, numbers, strict=True):
        if number is None or not report.figures.blanks.isdisjoint(way.cells):
            return Verdict(statement, mention, None, way.cells)
    if _agrees_by_parts(report, mention, ways):
        return None
    return Verdict(statement, mention, numbers[0], ways[0].cells)


def _number(report: Report, way: Way) -> Number | None:
    numbers = report.figures.numbers
    try:
        return sum(numbers[cell] for cell in way.cells) - sum(numbers[cell] for cell in way.less)
    except KeyError:
        return None


def _agrees(mention: Mention, number: Number) -> bool:
    if mention.topic != "fees":
        return mention.value == number
    factor = _MONEY["万元"] / _MONEY[mention.unit]
    told = Decimal(mention.value)
    # The text may round: 96.17万元 for 96.1716.
    step = Decimal(1).scaleb(int(told.as_tuple().exponent)) / 1
    return abs(Decimal(number) * factor - told) < step


def _agrees_by_parts(report: Report, mention: Mention, ways: tuple[Way, ...]) -> bool:
    """Tell whether a claim fits the columns of a row whose total does not add up."""
    for way in ways:
        if way.less:
            continue
        parts = [part for cell in way.cells for part in _parts(report, cell)]
        number = _number(report, Way(tuple(parts)))
        if number is not None and _agrees(mention, number):
            return True
    return False


def _parts(report: Report, cell: str) -> tuple[str, ...]:
    form = report.form(cell.split("/")[1])
    ways = form.totals.get(cell, ()) if form else ()
    return ways[0].parts if ways else (cell,)


def named(report: Report, verdict: Verdict) -> Text:
    """Return how to call the cells that a claim is compared with."""
    cells, topic = verdict.cells, verdict.claim.topic
    table = label_of(cells[0], report).partition(" · ")[0]
    if len(cells) == 1:
        label = f"{table} · {_short(cells[0], report)}"
        return Text(f"“{label}”", f"“{label}”")
    if topic in _GROUPS:
        group = _GROUPS[topic]
        return Text(f"{table}{group.zh}", f"{group.en} in {table}")
    labels = _listed([_short(cell, report) for cell in cells])
    return Text(f"{table}“{labels}”合计", f"the sum of “{labels}” in {table}")


def _listed(labels: list[str]) -> str:
    """Return labels in a row; what all of them begin with (the row) is said once."""
    heads = {label.rpartition(" · ")[0] for label in labels}
    if len(heads) > 1 or "" in heads:
        return "、".join(labels)
    return f"{heads.pop()} · {'、'.join(label.rpartition(' · ')[2] for label in labels)}"


def _short(cell: str, report: Report) -> str:
    return label_of(cell, report).partition(" · ")[2].removesuffix(" · 总计")


def is_loose(mention: Mention) -> bool:
    """Tell whether the words leave open which of several figures is meant."""
    return mention.topic.rpartition("_")[2] in LOOSE or mention.topic in LOOSE
