"""TXT001: does the text tell the figures of the tables?"""

from collections.abc import Iterator

from nianbao.model.report import Report
from nianbao.prose.contradictions import contradictions
from nianbao.rule import Hit, NotChecked


def text_table_mismatch(report: Report) -> Iterator[Hit | NotChecked]:
    """Find figures in the text that the tables contradict."""
    return contradictions(report, "figure")
