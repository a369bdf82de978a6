"""Does a title name an annual report, or another document about one?"""

_ABOUT = ("信息公开", "政务公开", "政府信息", "政务信息")
_REPORTS = ("报告", "年报")
_NOTICES = ("的通知", "的函", "格式", "模板", "样式", "样表", "填报说明")
_WEBSITES = "政府网站工作年度报表"


def names_report(title: str) -> bool:
    """Tell whether a title is that of an annual report."""
    words = _bare(title)
    return words.endswith(_REPORTS) and any(topic in words for topic in _ABOUT)


def names_notice(title: str) -> bool:
    """Tell whether a title is that of a notice, of the form itself or of the form on websites."""
    words = title.strip(" 《》").rstrip("）)")
    return words.endswith(_NOTICES) or _bare(title).endswith(_NOTICES) or _WEBSITES in title


def _bare(title: str) -> str:
    """Return a title without brackets around it and notes in brackets behind it."""
    words = title.strip(" 《》")
    while words.endswith(("）", ")")):
        words = words[: max(words.rfind("（"), words.rfind("("), 0)].rstrip(" 》")
    return words
