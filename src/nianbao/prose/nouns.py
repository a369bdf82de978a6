"""What is a sentence about, once it has counted something?"""

from functools import cache

from nianbao.model.passages import has_any
from nianbao.prose.mentions import Mention
from nianbao.prose.topics import DECISIONS, DOCUMENTS, ITEMS, REMEDIES

UNKNOWN = "?"
_COMPARES = ("较", "比", "增加", "减少", "增长", "下降")
_PIECES = frozenset(("件", "份", "宗", "例", "起", "条", "次", "个", "项"))
_ACTS = ("issue", "repeal", "force", "open", "open_total")
_MATTERS = (("行政许可", "licences"), ("行政处罚", "penalties"), ("行政强制", "coercion"))
_FEES = ("notices", "handling_fee", "handling_fee_sum")


def noun_of(mention: Mention, *, is_listed: bool = False) -> str:
    """Return what a figure counts, ``"?"`` where that is not known, ``""`` for no piece.

    Args:
        mention: the figure.
        is_listed: whether its words go on with a list (行政许可、行政处罚事项17项).
    """
    if mention.topic:
        return noun_of_topic(mention.topic)
    if mention.means == ("handled",) and not mention.noun:
        return "request"
    if mention.unit == "项" and (items := _items_of(mention)):
        return UNKNOWN if is_listed else items
    documents = [each for each in DOCUMENTS if each in (mention.means or ())]
    if len(documents) == 1:
        return documents[0]
    return UNKNOWN if mention.unit in _PIECES and _is_of_its_own(mention) else ""


def _items_of(mention: Mention) -> str:
    """Return of which decisions a figure counts the matters, ``""`` where of none or of several."""
    named = [kind for word, kind in _MATTERS if word in mention.head]
    if len(named) != 1 or ("事项" not in mention.head and "项目" not in mention.head):
        return ""
    return named[0] + ITEMS if mention.noun in ("", UNKNOWN, named[0] + ITEMS) else UNKNOWN


@cache
def noun_of_topic(topic: str) -> str:
    """Return what a topic counts, for the words behind."""
    for noun in (*DOCUMENTS, *DECISIONS):
        if topic.startswith(noun):
            return noun
    if is_remedy(topic):
        return topic.partition("_")[0]
    if topic in _FEES:
        return "handling_fee"
    return "" if topic in ("disclosed", "fees") else "request"


@cache
def act_of(topic: str) -> str:
    """Return what a topic says was done to documents, or ``""``."""
    return next((act for act in _ACTS if topic.endswith(f"_{act}")), "")


@cache
def is_remedy(topic: str) -> bool:
    """Tell whether a topic counts reviews or lawsuits."""
    return topic.partition("_")[0] in REMEDIES


def _is_of_its_own(mention: Mention) -> bool:
    """Tell whether a figure counts something else than those before, and does not compare them."""
    if mention.means is not None:
        return "channel" not in mention.means and "rest" not in mention.means
    return mention.this_year and not has_any(mention.head, _COMPARES)
