"""SEC012: does a paragraph come twice?"""

from collections.abc import Iterator

from nianbao.model.naming import label_of
from nianbao.model.passages import has_any, passages
from nianbao.model.report import Report
from nianbao.model.text import Text
from nianbao.rule import Hit, NotChecked

_SHORTEST, _MOST, _SHOWN = 30, 2, 20
# Sentences that lead to a table, tell the period or stand on the form.
_USUAL = ("下表", "表格", "统计期", "统计时", "勾稽", "如下", "信息内容")
_TWICE = Text(
    "有三段以上重复，像是整篇被抓取了两遍",
    "three paragraphs or more come twice, as if the article had been crawled twice",
)


def duplicated_paragraph(report: Report) -> Iterator[Hit | NotChecked]:
    """Find long paragraphs that stand in the report before, letter for letter."""
    first: dict[str, str] = {}
    again: dict[str, str] = {}
    for place, text in passages(report):
        for line in map(str.strip, text.split("\n")):
            if len(line) < _SHORTEST or has_any(line, _USUAL):
                continue
            if line in first:
                again.setdefault(line, place)
            first.setdefault(line, place)
    if len(again) > _MOST:
        yield NotChecked(_TWICE)
        return
    for line, place in again.items():
        named = f"“{label_of(first[line], report)}”"
        quote = f"{line[:_SHOWN]}…"
        related = (first[line],) if first[line] != place else ()
        yield Hit(place, {"first": named, "quote": quote}, related, quote=line)
