"""Which figures of a sentence are listed as the parts of a whole?"""

from collections.abc import Iterator, Sequence

from nianbao.model.numbers import Number
from nianbao.model.passages import has_any
from nianbao.model.record import Record
from nianbao.prose.mentions import Mention, Statement
from nianbao.prose.topics import APPLICANTS, OUTCOMES, REASONS
from nianbao.prose.totals import is_outcome, sums, wholes

# A list with one of these words does not claim to be whole.
_OPEN = ("等", "包括", "主要", "之一", "为主", "重点", "部分为", "大部分", "不含", "除", "以及其他")
# Another statement begins with one of these words.
_STARTS = (
    "较", "比", "增", "减", "同比", "组织", "开展", "召开", "举办", "报送", "收到", "新收", "办结",
    "受理", "答复", "结转", "制发", "废止", "回应", "累计", "培训", "另", "此外", "同时", "完成",
    "全年", "本年",
)  # fmt: skip
_SIGNS = ("其中", "分别")
# How far behind the last figure a word may still open the list.
_NEAR = 6
# These are applicants, not what somebody organised.
_ORGANIZATIONS = "其他组织"


class Listed(Record):
    """Parts and their whole.

    Attributes:
        statement: the sentence.
        whole: the figure that they are parts of.
        parts: the figures listed.
        closed: whether the list says that it is whole (分别), or is one of outcomes or applicants,
            or of requests new and carried in.
        sign: the word that says that they are parts, ``（`` or 共.
        wholes: the numbers that the parts may add up to.
        sums: what the parts add up to, and the parts up to where another list may begin.
    """

    statement: Statement
    whole: Mention
    parts: tuple[Mention, ...]
    closed: bool
    sign: str
    wholes: tuple[Number, ...]
    sums: tuple[Number, ...]


def lists_of(statement: Statement) -> Iterator[Listed]:
    """Yield the lists of a sentence: a whole, a sign that parts follow, and two parts or more."""
    mentions = statement.mentions
    for number in range(1, len(mentions) - 1):
        whole, first = mentions[number - 1], mentions[number]
        sign = _sign(statement, whole, first) if _is_whole(whole, first) else ""
        if sign:
            parts = _parts(statement, mentions[number:])
            least = 1 if sign in _SIGNS else 2
            if len(parts) > least and not is_open(statement, whole, parts[-1]):
                yield _listed(statement, number, tuple(parts), sign)


def _sign(statement: Statement, whole: Mention, first: Mention) -> str:
    """Return by what the parts of a whole are introduced."""
    lead = statement.plain[whole.stop : first.at]
    for sign in _SIGNS:
        if sign in lead:
            return sign
    if lead.startswith("中"):
        return "其中"
    if lead.startswith(("（", "(")) and first.depth > whole.depth:
        return "（"
    return "共" if "共" in whole.head and lead.startswith(("，", "：")) else ""


def _is_whole(whole: Mention, first: Mention) -> bool:
    return whole.unit == first.unit != "" and whole.unit != "%" and whole.depth <= first.depth


def _parts(statement: Statement, mentions: Sequence[Mention]) -> list[Mention]:
    first = mentions[0]
    parts: list[Mention] = []
    at = first.start
    for mention in mentions:
        if mention.value and mention.at == mention.stop:
            # What came of all of them (均维持) is no part.
            continue
        lead = statement.plain[at : mention.at]
        if parts and "分别占" in lead and mention.unit == "%":
            break
        if parts and ("其中" in lead or "分别" in lead):
            return []
        if mention.depth < first.depth or (parts and _starts_anew(lead, mention, first)):
            break
        at = mention.stop
        if mention.depth > first.depth or mention.unit == "%":
            continue
        parts.append(mention)
    return parts


def _starts_anew(lead: str, mention: Mention, first: Mention) -> bool:
    if mention.unit == "%" or mention.depth > first.depth or _go_together(first, mention):
        return False
    if "carried_out" in (mention.means or ()) and lead.startswith("、") and is_outcome(first):
        return False
    if mention.unit != first.unit or _is_of_another_kind(mention, first):
        return True
    return any(word in lead.replace(_ORGANIZATIONS, "") for word in _STARTS)


def _is_of_another_kind(mention: Mention, first: Mention) -> bool:
    """Tell whether of two figures of requests one is of an outcome, and the other of none."""
    if is_outcome(first):
        return bool(mention.topic) and not is_outcome(mention)
    is_work = bool(first.topic) or "carried_in" in (first.means or ())
    return is_work and first.topic not in REASONS and is_outcome(mention)


def _go_together(first: Mention, mention: Mention) -> bool:
    """Tell whether two parts are of one division, whatever words they hold (法人或其他组织)."""
    applicants = {first.topic, mention.topic} <= set(APPLICANTS)
    return applicants or _are_pooled(first, mention)


def _are_pooled(*mentions: Mention) -> bool:
    """Tell whether these are the new requests and those carried in: together they are all."""
    topics = {mention.topic for mention in mentions}
    return topics in ({"received", "carried_in"}, {"got", "carried_in"})


def is_open(statement: Statement, before: Mention, last: Mention) -> bool:
    """Tell whether the words around a list say that it names some of its parts only."""
    words = statement.plain[before.stop : min(last.stop + _NEAR, statement.stop)]
    return has_any(words, _OPEN)


def _listed(statement: Statement, number: int, parts: tuple[Mention, ...], sign: str) -> Listed:
    topics = {role for part in parts for role in (part.topic, *(part.means or ()))}
    outcomes = bool(topics & set(OUTCOMES))
    closed = sign == "分别" or outcomes or _are_applicants(parts, topics) or _are_pooled(*parts)
    before = statement.mentions[:number]
    told = tuple(wholes(before, outcomes=outcomes))
    return Listed(statement, before[-1], parts, closed, sign, told, tuple(sums(statement, parts)))


def _are_applicants(parts: Sequence[Mention], topics: set[str]) -> bool:
    """Tell whether a list names people and all that are none."""
    return "natural_person" in topics and ("legal" in topics or _ORGANIZATIONS in parts[-1].head)
