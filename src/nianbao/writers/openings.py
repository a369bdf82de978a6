"""What does a blank report say, and where is it left open?"""

import re

from nianbao.model.edition import Edition
from nianbao.model.report import Organ

# SEC011 finds each of them, so that no report goes out with one left in it.
_OPEN = r"（此处[写填][^（）]{1,20}）"
_OVERVIEW = (
    "{organ}{year}年政府信息公开工作情况如下。",
    "（一）主动公开。（此处写本年公开的内容、方式和数量）",
    "（二）依申请公开。（此处写本年申请的数量和办理情况）",
    "（三）政府信息管理。（此处写审核、清理和归档等情况）",
    "（四）政府信息公开平台建设。（此处写网站、公报等平台情况）",
    "（五）监督保障。（此处写培训、检查等监督保障情况）",
)
# What article 50 asks of governments alone.
_RESULTS = "工作考核、社会评议和责任追究结果：（此处写三项结果，没有的如实写明）"
_PROBLEMS = (
    "存在的主要问题：（此处写本年存在的具体问题，逐条写）",
    "改进情况：（此处写每个问题的改进措施和进展）",
)
# The rules on the fee are in force since 2021.
_FIRST_FEE_YEAR = 2021
_FEE = (
    "本年度发出收费通知（此处填件数）件，总金额（此处填金额）元，"
    "实际收取信息处理费（此处填金额）元。"
)
_OTHER = "（此处写其他需要报告的事项，没有的如实写明）"


def title_of(organ: Organ, year: int) -> str:
    """Return the title of a report."""
    return f"{organ.name}{year}年政府信息公开工作年度报告"


def preface_of(edition: Edition, dates: str) -> str:
    """Return a preface with what the report rests on and the period that it covers."""
    return (
        f"本报告按照《中华人民共和国政府信息公开条例》和《{edition.title}》（{edition.basis}）编制，"
        f"所列数据的统计期限{dates}。"
    )


def texts_of(organ: Organ, year: int) -> dict[str, str]:
    """Return the text of each part that is told in words, with what is still to be written."""
    results = (_RESULTS,) if organ.kind in ("government", "office", None) else ()
    fee = (_FEE,) if year >= _FIRST_FEE_YEAR else ()
    opening, *aspects = _OVERVIEW
    return {
        "overview": "\n".join((opening.format(organ=organ.name, year=year), *aspects, *results)),
        "problems": "\n".join(_PROBLEMS),
        "other_matters": "\n".join((*fee, _OTHER)),
    }


def pieces_of(text: str) -> list[tuple[str, bool]]:
    """Return the pieces of a text, each with whether it is left open."""
    pieces = re.split(f"({_OPEN})", text)
    return [(piece, number % 2 == 1) for number, piece in enumerate(pieces) if piece]
