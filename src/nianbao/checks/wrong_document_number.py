"""DOC005: are the numbers of the documents that rule the report written right?"""

from collections.abc import Iterator

from nianbao.model.passages import has_any, passages, sentence_at
from nianbao.model.report import Report
from nianbao.prose.citations import Citation, citations
from nianbao.rule import Hit

_FORM = "国办公开办函"
_NUMBERS = {2019: 60, 2021: 30}
_FEES = ("国办函", 2020, 109)
_ALL_RIGHT = (_FEES, *((_FORM, *each) for each in _NUMBERS.items()))
# Without these words beside it, the number may be that of another document.
_ABOUT_FORM = ("年度报告", "年报", "报告格式")
# What a preface says it was made by, is the notice.
_MADE_BY = ("编制", "格式")
_SINCE = 2021
_ABOUT_FEES = ("信息处理费",)


def wrong_document_number(report: Report) -> Iterator[Hit]:
    """Find numbers that miss that of the notice on the form or of the rules on fees."""
    told: set[tuple[str, int, int]] = set()
    for place, text in passages(report):
        for each in citations(text):
            met = each.office, each.year, each.number
            if met in _ALL_RIGHT:
                continue
            right = _right(each, place, sentence_at(text, each.start, each.stop), report.year)
            if right and met not in told:
                told.add(met)
                office, year, number = right
                quote = text[each.start : each.stop]
                values = {"quote": quote, "right": f"{office}〔{year}〕{number}号"}
                yield Hit(place, values, quote=quote)


def _right(
    each: Citation, place: str, sentence: str, year: int | None
) -> tuple[str, int, int] | None:
    """Return the number that is meant, where the sentence tells and just one part is wrong."""
    if each.number == _FEES[2] and has_any(sentence, _ABOUT_FEES):
        return _FEES
    words = (*_ABOUT_FORM, *_MADE_BY) if place == "/preface" else _ABOUT_FORM
    if not has_any(sentence, words):
        return None
    if _NUMBERS.get(each.year) == each.number:
        return _FORM, each.year, each.number
    if (
        each.office == _FORM
        and year
        and (each.year in _NUMBERS or each.number in _NUMBERS.values())
    ):
        # The notice that holds for the report: the other one would be wrong advice.
        valid = _SINCE if year >= _SINCE else min(_NUMBERS)
        return _FORM, valid, _NUMBERS[valid]
    return None
