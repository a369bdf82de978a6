"""Which reports does a manifest list, and what does it say of them?"""

import os
import re
from datetime import date

from nianbao.audit.sheets import Row, SheetError, rows_of
from nianbao.model.record import Record
from nianbao.model.text import Text

_HEADS = {
    "organ": ("organ", "机关", "机关名称"),
    "year": ("year", "年度", "年份"),
    "path": ("path", "file", "文件", "路径"),
    "url": ("url", "网址", "链接"),
    "published": ("published", "publication date", "发布日期", "公开日期"),
}
_KEYS = {head: key for key, heads in _HEADS.items() for head in heads}


class Told(Record):
    """What a manifest says of a report, each used where the report itself does not say it.

    Attributes:
        organ, url: ``""`` where it says nothing.
        year, published: None where it says nothing.
    """

    organ: str = ""
    year: int | None = None
    url: str = ""
    published: date | None = None


class Listed(Record):
    """One row of a manifest: its line, the path of the report (``""``: none), what it says."""

    line: int
    path: str
    told: Told


def listed_in(path: str) -> list[Listed]:
    """Return the rows of a manifest; paths are seen from its folder.

    Raises:
        SheetError: it cannot be used.
    """
    return [_listed(row, path) for row in rows_of(path, _KEYS)]


def _listed(row: Row, path: str) -> Listed:
    name = row.words.get("path", "")
    whole = os.path.normpath(os.path.join(os.path.dirname(path), name)) if name else ""
    words = row.words
    try:
        year, day = words.get("year"), words.get("published")
        told = Told(
            words.get("organ", ""),
            _year(year) if year else None,
            words.get("url", ""),
            date.fromisoformat(day.replace("/", "-")) if day else None,
        )
    except ValueError:
        raise SheetError(_NO_DATE, path, row.line) from None
    return Listed(row.line, whole, told)


def _year(word: str) -> int:
    if not re.fullmatch(r"\d{4}年?", word):
        raise ValueError
    return int(word.removesuffix("年"))


_NO_DATE = Text(
    "年度应写作 2024，发布日期应写作 2025-01-31",
    "the year is written as 2024, the day of publication as 2025-01-31",
)
