"""Does a text report for an organ of another kind: a bureau in a town's report, or the reverse?

Towns tell with good reason what bureaus did, so only what an organ says of itself alone counts: how
many requests it got, how much it disclosed, how its report is called.
"""

import re
from collections.abc import Iterator

from nianbao.model.passages import has_any
from nianbao.model.report import Organ
from nianbao.prose.clauses import split_sentences
from nianbao.prose.organs import short_name
from nianbao.prose.subjects import (
    AREA,
    AUTHOR,
    BUREAUS,
    LETTER,
    OPENING,
    SUMMARY,
    TOWNS,
    Stranger,
    is_of_others,
)

_BUREAU = rf"((?:{AREA}|[县区市旗州]){LETTER}{{2,12}}?(?:局|委员会))"
_TOWN = rf"({LETTER}{{2,14}}?(?:{'|'.join(TOWNS)}))(?:人民政府|办事处)?"
_YEAR = "(?:20\\d\\d年度?|本年度?|全年)?"
_OF_ITSELF = (
    "(?:共|新|未|没有)*收到[^，。]{0,6}信息公开[^，。]{0,4}申请"
    "|共?主动公开[^，。]{0,4}信息\\d|(?:未|没有)收取[^，。]{0,8}处理费"
    f"|{SUMMARY}|{AUTHOR}"
)
_IN_ITS_TITLE = "现将|现(?:向社会)?(?:公布|发布)|编制|本报告[是为即]|(?:^|编制|本报告[是为即])《"
_REPORT = f"{_YEAR}政府信息公开(?:工作)?{_YEAR}(?:年度报告|度报告|年报)"
# Each pattern with words that it needs: few texts hold them, and compiling it takes a millisecond.
_BUREAU_REPORTS = (
    ("", rf"(?:^|[，,]){OPENING}{_BUREAU}{_YEAR}[，,]?(?:{_OF_ITSELF})"),
    ("政府信息公开", rf"(?:{_IN_ITS_TITLE}){_BUREAU}{_REPORT}"),
    # 本局 of whoever is told of (各部门公开本局信息) does not begin what is said.
    ("本局", r"(?:^|[，：:,年度])\s*(本局)(?![域面部限势（(])"),
)
_TOWN_REPORTS = (("政府信息公开", rf"(?:{_IN_ITS_TITLE}){_TOWN}{_REPORT}"),)
_ENDINGS = ("局", "委员会")
# Committees of villagers, and what belongs to a town, are no bureaus.
_BELOW = re.compile("村[民委]|社区|居民|镇|乡|街道")


def of_another_kind(text: str, organ: Organ) -> Iterator[Stranger]:
    """Yield the organs of another kind that a text names as if they reported."""
    own = short_name(organ.name)
    if organ.level == "township":
        if own.endswith(TOWNS) and has_any(text, _ENDINGS):
            found = _reporting(text, own, _ENDINGS, _BUREAU_REPORTS)
            yield from (each for each in found if not _BELOW.search(each.name))
    elif (
        organ.kind == "department"
        and own.endswith(BUREAUS)
        and "政府信息公开" in text
        and has_any(text, TOWNS)
    ):
        yield from _reporting(text, own, TOWNS, _TOWN_REPORTS)


def _reporting(
    text: str, own: str, endings: tuple[str, ...], patterns: tuple[tuple[str, str], ...]
) -> Iterator[Stranger]:
    for sentence in split_sentences(text):
        if own in sentence or not has_any(sentence, endings):
            continue
        if is_of_others(sentence.replace("本局", "")):
            continue
        for words, pattern in patterns:
            if words in sentence and (found := re.search(pattern, sentence)):
                yield Stranger(found[1], sentence.strip())
