"""What do the figures before say of the next one: is it of all requests, or of some of them?"""

from nianbao.model.passages import has_any
from nianbao.prose.frames import Frame
from nianbao.prose.topics import APPLICANTS, DECISIONS, OUTCOMES, REASONS, REMEDIES

_GOT = frozenset(("got", "received", "pool"))
_DONE = frozenset(("handled", "answered", "processed"))
_HANDLED = frozenset(("handled", "answered"))
_PLACES = frozenset(("new", "carried_in"))
_RESULTS = frozenset((*OUTCOMES, *REASONS))
# A notice of decisions is none of the decisions themselves.
_SHOWN = ("公示", "公布", "发布", "公开", "归集", "报送", "上传")
# With these words a sentence counts what came, and then what of it was a request.
_SCREENED = ("撤回", "扣除", "剔除", "实际受理", "有效申请")
_WITH = ("含", "连同", "加", "包括", "算上")
_ALL = ("共", "共计", "合计", "总计")
_APPLICANTS = ("自然人", "企业", "法人", "机构", "组织")


def governed(topic: str, head: str, sentence: str, frame: Frame) -> str:
    """Return what a topic is, given what its sentence has told: ``""`` where that is not certain.

    Args:
        topic: what the words of the figure say.
        head: these words.
        sentence: the words of the sentence.
        frame: what it was about so far.
    """
    if topic in APPLICANTS:
        # Behind 答复11件 the applicants are those of requests answered, behind an outcome its own.
        return {"": topic, "done": f"{topic}_done"}.get(frame.told, "")
    if topic == "carried_in" and _is_pool(head):
        return "pool"
    if topic in ("got", "processed") and has_any(sentence, _SCREENED):
        return ""
    return "" if _is_of_some(topic, frame) else topic


def _is_of_some(topic: str, frame: Frame) -> bool:
    """Tell whether a figure is of some of what its words count, or of notices of it."""
    if topic in _RESULTS:
        return frame.narrowed
    if topic in ("carried_in", "received"):
        said = frame.verb[1] or ()
        return not (_HANDLED.isdisjoint(said) or _PLACES.isdisjoint(said))
    return topic in DECISIONS and has_any(frame.verb[0], _SHOWN)


def _is_pool(head: str) -> bool:
    """Tell whether what was carried in is added to the rest (含上年结转共12件)."""
    words = head.strip()
    return words.startswith(_WITH) and words.endswith(_ALL)


def hear_topic(frame: Frame, head: str, topic: str, means: tuple[str, ...] | None) -> None:
    """Take in what a figure was of, for those behind it."""
    if topic in _GOT:
        frame.told, frame.narrowed, frame.pooled = "", False, True
    elif topic in _DONE:
        frame.told, frame.narrowed, frame.pooled = "done", False, False
    elif topic in _RESULTS:
        frame.told, frame.pooled = "outcome", False
    elif topic != "carried_out" and ("结转" in head or (means and "carried_in" in means)):
        frame.narrowed = not frame.pooled


def narrows(words: str) -> bool:
    """Tell whether words without figures say that what follows is of some applicants only."""
    return words.rstrip().endswith("中") and has_any(words, _APPLICANTS)


def together(noun: str, before: str, topic: str) -> str:
    """Return what two remedies told in a row are together, for the results told behind them.

    Args:
        noun: what the sentence was about so far.
        before: the topic of the figure before.
        topic: that of this one.
    """
    if before not in REMEDIES or before == topic:
        return ""
    return "remedies" if {"review", "remedies"} & {noun, topic} else "litigation"
