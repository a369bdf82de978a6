"""XTB002: is a fee that was received missing from table 二?"""

from collections.abc import Iterator

from nianbao.model.report import Report
from nianbao.prose.statements import statements_of
from nianbao.rule import Hit

_AMOUNT = "/disclosure/fees/amount"
_FACTORS = {"元": 1, "万元": 10_000}
# Less than that is rounded to 0.00 万元.
_LEAST = 50


def fee_not_in_t2(report: Report) -> Iterator[Hit]:
    """Find a fee for handling requests, told in the text, over an amount of 0 in the table."""
    if report.figures.numbers.get(_AMOUNT) != 0 or _AMOUNT in report.figures.blanks:
        return
    for statement in statements_of(report):
        for mention in statement.mentions:
            if mention.topic == "handling_fee" and mention.is_claim and mention.unit in _FACTORS:
                amount = mention.value * _FACTORS[mention.unit]
                if amount >= _LEAST:
                    quote = statement.quote(mention)
                    values = {"amount": amount, "quote": quote}
                    yield Hit(_AMOUNT, values, (statement.place,), quote)
                    return
