"""Which findings of a document are shown, and in which order?"""

from collections import Counter
from collections.abc import Iterable, Iterator

from nianbao.model.record import Record
from nianbao.result import Finding

LIMIT = 8


class Row(Record):
    """A finding as it is shown.

    Attributes:
        finding: the finding.
        first: whether it is the first of its rule in the document.
        cut: how many more findings of its rule are not shown; 0 unless it is the last shown.
    """

    finding: Finding
    first: bool
    cut: int


def rows(findings: Iterable[Finding]) -> Iterator[Row]:
    """Yield the findings to show: the gravest first, else as given, ``LIMIT`` for each rule."""
    ordered = sorted(findings, key=lambda finding: -finding.severity)
    totals = Counter(finding.rule.code for finding in ordered)
    met: Counter[str] = Counter()
    for finding in ordered:
        code = finding.rule.code
        met[code] += 1
        if met[code] <= LIMIT:
            cut = totals[code] - LIMIT if met[code] == LIMIT else 0
            yield Row(finding, first=met[code] == 1, cut=cut)
