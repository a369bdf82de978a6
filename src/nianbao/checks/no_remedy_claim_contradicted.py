"""TXT003: do text and table agree on whether there were reviews and lawsuits?"""

from collections.abc import Iterator

from nianbao.model.report import Report
from nianbao.prose.contradictions import contradictions
from nianbao.rule import Hit, NotChecked


def no_remedy_claim_contradicted(report: Report) -> Iterator[Hit | NotChecked]:
    """Find where one of text and table says that there were none, the other that there were."""
    return contradictions(report, "remedy")
