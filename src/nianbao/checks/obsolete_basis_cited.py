"""DOC004: does the report rest on documents that no longer apply?"""

from collections.abc import Iterator

from nianbao.model.passages import has_any, passages, sentence_at
from nianbao.model.report import Report
from nianbao.prose.citations import Citation, citations, orders
from nianbao.rule import Hit

_FIRST_YEAR = 2021
# Words by which a sentence tells of the past.
_HISTORY = (
    "废止", "原条例", "原《", "原规定", "原文件", "原格式", "此前", "曾经", "曾于", "修订前",
    "修改前", "以前的", "旧条例", "旧格式", "代替", "替代", "取代", "不再",
)  # fmt: skip
# Of the Regulations, an order may be named with the year in which they were revised.
_REVISED = ("修订", "修改")


def obsolete_basis_cited(report: Report) -> Iterator[Hit]:
    """Find documents cited as a basis in reports for 2021 and later that apply no more.

    The form of 2019 beside that of 2021, and the old Regulations beside the new, are history.
    """
    if report.year is None or report.year < _FIRST_YEAR:
        return
    cited = [
        (place, text, each)
        for place, text in passages(report)
        for each in (*citations(text), *orders(text))
    ]
    known = {(each.year, each.number) for _, _, each in cited}
    told: set[tuple[int, int]] = set()
    for place, text, each in cited:
        if (each.year, each.number) in told or not _is_obsolete(each, known):
            continue
        if not _is_history(each, sentence_at(text, each.start, each.stop)):
            told.add((each.year, each.number))
            quote = text[each.start : each.stop]
            yield Hit(place, {"quote": quote}, quote=quote)


def _is_history(each: Citation, sentence: str) -> bool:
    words = _HISTORY + (_REVISED if each.office == "国务院令" else ())
    return has_any(sentence, words)


def _is_obsolete(each: Citation, known: set[tuple[int, int]]) -> bool:
    match each.office, each.year, each.number:
        case "国办公开办函", 2019, 60:
            return (2021, 30) not in known
        case "国办公开办函", 2016, 201:
            return True
        case "国务院令", _, 492:
            return (0, 711) not in known
    return False
