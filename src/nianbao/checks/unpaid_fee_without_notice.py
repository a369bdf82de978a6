"""XTB001: are there fees not paid, though no notice of a fee was sent?"""

from collections.abc import Iterator

from nianbao.model.report import Report
from nianbao.prose.statements import statements_of
from nianbao.rule import Hit

_UNPAID = "/requests/results/other/fee_unpaid/total"


def unpaid_fee_without_notice(report: Report) -> Iterator[Hit]:
    """Find a text that denies notices of fees which applicants are said not to have paid."""
    unpaid = report.figures.numbers.get(_UNPAID)
    if not unpaid:
        return
    for statement in statements_of(report):
        for mention in statement.mentions:
            if mention.topic == "notices" and mention.is_claim and mention.value == 0:
                quote = statement.quote(mention)
                yield Hit(statement.place, {"count": unpaid, "quote": quote}, (_UNPAID,), quote)
                return
