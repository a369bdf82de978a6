"""Why may a part or table be there all the same, though it was not found?"""

from nianbao.model.elsewhere import pictured
from nianbao.model.extent import ends_before
from nianbao.model.lost_headings import lost_headings
from nianbao.model.numbering import numbering_of
from nianbao.model.report import Report
from nianbao.model.text import Text

_BEHIND = Text(
    "文档疑似不完整，之后的内容未检查", "the document seems cut short; what follows was not checked"
)
_PICTURED = Text(
    "这里是图片，读不到其中的内容", "a picture stands here, and what it shows cannot be read"
)
_LOST = Text(
    "各部分的标题疑似在转换时丢失，见SEC013", "the headings seem to be lost on the way, see SEC013"
)
_NUMBER_ALONE = Text(
    "标题只剩编号，见SEC005", "of the heading the number alone is left, see SEC005"
)


def excuse(report: Report, pointer: str) -> Text | None:
    """Return why a part, table or row that was not found is not called absent, or None."""
    if ends_before(report, pointer):
        return _BEHIND
    _, *above, key = pointer.split("/")
    if above == ["sections"]:
        if lost_headings(report):
            return _LOST
        return _NUMBER_ALONE if _has_number_alone(report, key) else None
    return excuse_of_picture(report, key) if not above else None


def excuse_of_picture(report: Report, key: str) -> Text | None:
    """Return why a part without text or table is not called empty, or None."""
    return _PICTURED if key in pictured(report) else None


def _has_number_alone(report: Report, key: str) -> bool:
    """Tell whether a heading has the number of a part and no words."""
    keys = [part.key for part in report.edition.parts] if report.edition else []
    found = [numbering_of(section.heading) for section in report.extra_sections]
    return any(each.number == keys.index(key) + 1 and not each.words for each in found)
