"""DOC002: are the tables those of the edition that the year asks for?"""

from collections.abc import Iterator

from nianbao.editions import edition_for
from nianbao.model.report import Report
from nianbao.model.text import Text
from nianbao.rule import Hit, NotChecked

_UNTOLD = Text("标题和统计期限都没有写明年份", "neither title nor period names the year")
_NO_VOTE = Text("表格的标签看不出是哪一版", "the labels of the tables do not tell the edition")


def wrong_edition_for_year(report: Report) -> Iterator[Hit | NotChecked]:
    """Compare the edition the tables vote for with the one that governs the year."""
    if report.year is None or not report.year_stated:
        yield NotChecked(_UNTOLD)
        return
    expected = edition_for(report.year)
    if report.edition is None or expected is None or not _voted(report):
        yield NotChecked(_NO_VOTE)
    elif report.edition is not expected:
        values = {"year": report.year, "found": report.edition.key, "expected": expected.key}
        yield Hit("/edition", values)


def _voted(report: Report) -> bool:
    return any(table.voted for table in report.tables.values())
