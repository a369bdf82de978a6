"""Of what does a text say that a share is: of what came, of what was done, of all?"""

from nianbao.model.numbers import Number
from nianbao.model.passages import has_any
from nianbao.model.report import Report
from nianbao.prose.measures import table_of
from nianbao.prose.mentions import Mention
from nianbao.prose.words import BLOT

_RECEIVED = ("/requests/received/total",)
_POOL = ("/requests/received/total", "/requests/carried_in/total")
_HANDLED = ("/requests/results/total/total",)
_CELLS = {"done": (_HANDLED,), "got": (_RECEIVED, _POOL)}
_TOPICS = {
    "done": ("handled", "answered", "processed"),
    "got": ("got", "received", "pool", "processed"),
}
# By which words a base is named, the plainest first.
_NAMES = {
    "done": ("办结", "答复", "办理", "处理", "结果"),
    "got": ("收到", "新收", "受理", "申请"),
    "all": ("总", "全部", "全年", "公开"),
}
# What a share may be of; with any other word its base is not clear.
_KNOWN = (
    "政府信息公开", "依申请公开", "主动公开", "申请", "办理", "办结", "答复", "处理", "受理",
    "收到", "新收", "全部", "总数", "总量", "信息", "公开", "全年", "本年", "比例", "比重",
    "结果", "件", "数", "量", "总", "比", "的", "为", "达", "到", "其", "当年", "年度",
)  # fmt: skip
_TOTALS = ("共", "总", "全年", "累计", "合计")


def is_known(words: str) -> bool:
    """Tell whether all of the words between 占 and a share are such as name a base."""
    rest = words.replace(BLOT, "")
    for known in _KNOWN:
        rest = rest.replace(known, "")
    return not rest.strip(" ：:")


def base_of(words: str) -> str:
    """Return the base that words name: ``done``, ``got``, ``all``, or ``""`` for none."""
    return next((base for base, names in _NAMES.items() if has_any(words, names)), "")


def is_base(base: str, whole: Mention, part: Mention) -> bool:
    """Tell whether a figure told may be the base that the words name."""
    if base == "all":
        is_total = bool(whole.topic) or has_any(whole.head, _TOTALS)
        return not whole.part and (is_total or part.part)
    return not base or whole.topic in _TOPICS[base]


def in_tables(report: Report, part: Mention, base: str = "") -> list[Number]:
    """Return what a part may be a share of in table 三, where it is of requests."""
    if base not in _CELLS and not (part.topic and table_of(part.topic) == "requests"):
        return []
    numbers = report.figures.numbers
    sums = [
        sum(numbers[cell] for cell in cells)
        for cells in _CELLS.get(base, (_HANDLED, _RECEIVED, _POOL))
        if all(cell in numbers for cell in cells)
    ]
    return [each for each in sums if each >= part.value and each > 0]
