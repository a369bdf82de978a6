"""DAT006: was the report published in time?"""

from collections.abc import Iterator

from nianbao.model.report import Report
from nianbao.model.text import Text
from nianbao.prose.competence import deadline_of
from nianbao.rule import Hit, NotChecked

_UNTOLD = Text(
    "无法判断机关的级别和类别，不知道期限",
    "the level and kind of the organ cannot be told, so its deadline is not known",
)
_MOVED = Text(
    "日期晚于次年，像是网站迁移时标注的",
    "the date is later than the year after, as if set when the site moved",
)
_NO_DEADLINE_BEFORE = 2019


def published_late(report: Report) -> Iterator[Hit | NotChecked]:
    """Find dates of publication behind the deadline of the organ."""
    published, year = report.published, report.year
    if published is None or year is None or year < _NO_DEADLINE_BEFORE or published.year <= year:
        return
    deadline = deadline_of(report.organ, year) if report.organ else None
    if deadline is None:
        yield NotChecked(_UNTOLD, "/published")
    elif published.year > year + 1:
        yield NotChecked(_MOVED, "/published")
    elif published > deadline.day:
        yield Hit(
            "/published",
            {
                "published": published.isoformat(),
                "deadline": deadline.day.isoformat(),
                "named": deadline.is_named,
            },
        )
