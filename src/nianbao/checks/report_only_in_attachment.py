"""DOC007: is the report given in files or pictures alone?"""

from collections.abc import Iterator

from nianbao.model.elsewhere import is_in_files, pictured
from nianbao.model.report import Report
from nianbao.model.text import Text
from nianbao.rule import Hit

_FILES = Text(
    "正文几乎没有文字和表格，报告仅以附件或图片提供",
    "The page holds hardly any text and no table; the report is given in files or pictures alone",
)


_NOWHERE = Text(
    "只读到标题，正文几乎没有文字和表格，可能由脚本、图片或插件显示，疑似转换丢失",
    "Only the title was read; the page holds hardly any text and no table, which scripts, pictures"
    " or plug-ins may show",
)


def report_only_in_attachment(report: Report) -> Iterator[Hit]:
    """Find pages without a body beside files, and parts that are pictures; one finding."""
    if is_in_files(report):
        what = _FILES if report.links or report.sections else _NOWHERE
        yield Hit("", {"what": what}, quote=" ".join(words for words, _ in report.links))
        return
    parts = pictured(report)
    if parts:
        headings = [report.sections[key].heading for key in parts]
        yield Hit("", {"what": _pictured(headings)}, tuple(f"/sections/{key}" for key in parts))


def _pictured(headings: list[str]) -> Text:
    parts = [f"“{each}”" for each in headings]
    return Text(
        f"{'、'.join(parts)}只有图片或已在转换时丢失的内容，没有可读的文字或表格",
        f"{', '.join(parts)}: pictures alone, or what was lost in conversion; no text or table to"
        " read",
    )
