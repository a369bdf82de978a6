"""XTB003: are there reviews and lawsuits though there were no requests?"""

from collections.abc import Iterator

from nianbao.model.report import Report
from nianbao.rule import Hit

_REQUESTS = ("/requests/received/total", "/requests/carried_in/total")
_REMEDIES = tuple(
    f"/review_litigation/{row}/total"
    for row in ("review", "litigation_direct", "litigation_after_review")
)


def remedies_without_requests(report: Report) -> Iterator[Hit]:
    """Find a table 四 with cases beside a table 三 without requests."""
    figures = report.figures
    numbers = figures.numbers
    filled = tuple(cell for cell in _REMEDIES if numbers.get(cell))
    if filled and all(numbers.get(cell) == 0 for cell in _REQUESTS):
        count = sum(numbers[cell] for cell in filled)
        notes = figures.notes_on(_REQUESTS)
        yield Hit("/review_litigation", {"count": count}, (*filled, *_REQUESTS), notes=notes)
