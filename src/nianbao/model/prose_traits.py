"""In what are the title, the date and the texts of a report out of the ordinary?"""

import re
from datetime import date
from functools import cache

from nianbao.model.passages import has_any, passages
from nianbao.model.report import Report

PROSE_TRAITS = (
    "channels",
    "contacts",
    "dates",
    "generic",
    "last-year",
    "links",
    "long-digits",
    "problems",
    "reductions",
    "repeats",
    "shares",
    "title",
    "unaccounted",
    "untold-fee",
)

_PARAGRAPH = 30
_NUMERALS = tuple(str.maketrans("0123456789", f"{zero}一二三四五六七八九") for zero in "\u3007○")
_CONTACTS = ("邮编", "邮政编码", "电话", "传真")
_ACCOUNTS = ("考核", "评议", "追究", "追责", "问责")
# Of two channels one at least has one of these words: the other may be a website.
_CHANNELS = (
    "网络", "网上", "在线", "互联网", "信函", "信件", "来信", "挂号", "邮", "当面", "现场", "窗口",
    "传真", "来访",
)  # fmt: skip
_SHARES = ("%", "\uff05", "百分之")
_FEES = ("处理费", "處理費")
_PROBLEMS = ("问题", "不足")
_REMEDIES = ("改进", "下一步", "措施", "今后")
# A mobile number or one of an identity card, or what may be one, in digits of either width. The
# first digit stands before the choice: a pattern that begins with a set is tried at these alone.
_LONG = r"[12\uff11\uff12]\d\d(?:[ -]?\d{4}[ -]?\d{4}|\d{5}[ -]?\d{3}\w)"


def prose_traits(report: Report) -> dict[str, bool]:
    """Return which traits of title, date and texts a report has.

    ``contacts``: a telephone or a postcode is given. ``dates``: it was published, and not in
    the January behind its year. ``generic``: the overview holds no figure. ``last-year``: a
    text names the year before, or the overview opens with the year before that. ``links``: it
    offers a file. ``long-digits``: a number of eleven digits, or a mailbox. ``problems``: the
    part on problems is short, or lacks the usual words for problems or remedies. ``repeats``: a
    paragraph comes twice. ``title``: the title is not in the usual words. ``unaccounted``: no
    appraisal and no accountability is spoken of. ``channels``: a word is named by which
    applications come. ``shares``: a share of a hundred is told. ``reductions``: reduced fees
    are named. ``untold-fee``: no fee for handling requests is named.
    """
    texts = [text for _, text in passages(report)]
    whole = "\n".join(texts)
    return {
        "channels": has_any(whole, _CHANNELS),
        "contacts": has_any(whole, _CONTACTS),
        "dates": _is_out_of_january(report),
        "generic": not any(map(str.isdigit, _text(report, "overview"))),
        "last-year": _names_last_year(report, whole),
        "links": bool(report.links),
        "long-digits": _has_long_digits(report, whole),
        "problems": _are_problems_odd(_text(report, "problems")),
        "reductions": _names_reductions(report, whole),
        "repeats": _has_repeats(whole),
        "shares": has_any(whole, _SHARES),
        "title": _is_title_odd(report),
        "unaccounted": not has_any(whole, _ACCOUNTS),
        "untold-fee": not has_any(whole, _FEES),
    }


def _has_long_digits(report: Report, whole: str) -> bool:
    parts = (*report.sections.values(), *report.extra_sections)
    words = "\n".join((report.title, *(part.heading for part in parts), whole))
    return "@" in words or "\uff20" in words or re.search(_LONG, words) is not None


def _names_last_year(report: Report, whole: str) -> bool:
    if report.year is None:
        return False
    opening = _text(report, "overview")[:_PARAGRAPH]
    return has_any(whole, spellings(report.year - 1)) or str(report.year - 2) in opening


@cache
def spellings(year: int) -> tuple[str, ...]:
    """Return how a year may be written: in digits, and in numerals with either sign for zero."""
    return (str(year), *(str(year).translate(signs) for signs in _NUMERALS))


def _names_reductions(report: Report, whole: str) -> bool:
    return "减免" in whole or any("减免" in part.heading for part in report.extra_sections)


def _text(report: Report, key: str) -> str:
    section = report.sections.get(key)
    return section.text if section else ""


def _is_out_of_january(report: Report) -> bool:
    published, year = report.published, report.year
    if published is None or year is None:
        return published is not None
    return not date(year + 1, 1, 1) <= published <= date(year + 1, 1, 31)


def _are_problems_odd(text: str) -> bool:
    # As long as that without the spaces in it, or longer.
    is_long = len(text) > 2 * _PARAGRAPH
    return not (is_long and has_any(text, _PROBLEMS) and has_any(text, _REMEDIES))


def _has_repeats(text: str) -> bool:
    lines = [line for line in text.split("\n") if len(line) >= _PARAGRAPH]
    return len(set(lines)) < len(lines)


def _is_title_odd(report: Report) -> bool:
    title = report.title
    return not (
        "政府信息公开工作年度报告" in title
        and str(report.year) in title
        and report.organ is not None
        and report.organ.name[:2] in title
    )
