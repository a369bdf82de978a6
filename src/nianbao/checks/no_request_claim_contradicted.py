"""TXT002: do text and table agree on whether there were requests?"""

from collections.abc import Iterator

from nianbao.model.report import Report
from nianbao.prose.contradictions import contradictions
from nianbao.rule import Hit, NotChecked


def no_request_claim_contradicted(report: Report) -> Iterator[Hit | NotChecked]:
    """Find where one of text and table says that no request came in, the other that some did."""
    return contradictions(report, "request")
