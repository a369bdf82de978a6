"""FEE002: can the fee told in the text be what the tariff asks for?"""

from collections.abc import Iterator

from nianbao.model.report import Report
from nianbao.prose.mentions import Mention, Statement
from nianbao.prose.statements import statements_of
from nianbao.rule import Hit

_FACTORS = {"元": 1, "万元": 10_000}
_TOPICS = ("handling_fee", "handling_fee_sum")


def fee_amount_not_multiple(report: Report) -> Iterator[Hit]:
    """Find fees for handling requests that are no multiple of 10 元."""
    for statement in statements_of(report):
        for mention in statement.mentions:
            if mention.topic in _TOPICS and mention.is_claim and mention.unit in _FACTORS:
                yield from _judged(statement, mention)


def _judged(statement: Statement, mention: Mention) -> Iterator[Hit]:
    amount = mention.value * _FACTORS[mention.unit]
    if amount % 10:
        quote = statement.quote(mention)
        yield Hit(statement.place, {"amount": amount, "quote": quote}, quote=quote)
