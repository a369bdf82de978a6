"""TXT007: is a figure told twice, and otherwise?"""

from collections.abc import Iterator

from nianbao.model.report import Report
from nianbao.prose.repeats import repeats
from nianbao.rule import Hit


def figure_repeated_differently(report: Report) -> Iterator[Hit]:
    """Find figures that come again in the same words with another number."""
    for repeat in repeats(report):
        quote = repeat.statement.quote(repeat.mention)
        values = {"quote": quote, "first": repeat.first_at.quote(repeat.first)}
        yield Hit(repeat.statement.place, values, (repeat.first_at.place,), quote)
