"""Which figure of the tables does a phrase speak of, given what its sentence is about?"""

from collections.abc import Collection
from functools import lru_cache

OUTCOMES = ("granted", "partly_granted", "refused", "unavailable", "not_processed", "otherwise")
REASONS = {
    "state_secret": "refused",
    "third_party_rights": "refused",
    "internal_affairs": "refused",
    "process_information": "refused",
    "enforcement_case_file": "refused",
    "administrative_query": "refused",
    "not_held": "unavailable",
    "needs_creation": "unavailable",
    "still_unclear": "unavailable",
    "petition": "not_processed",
    "repeated": "not_processed",
    "publication": "not_processed",
    "excessive": "not_processed",
}
APPLICANTS = (
    "natural_person",
    "legal",
    "commercial_enterprise",
    "research_institution",
    "public_welfare_organization",
    "legal_service_organization",
)
REMEDIES = ("review", "litigation", "remedies", "direct", "after")
RESULTS = ("upheld", "corrected", "other_result", "pending")
DOCUMENTS = ("normative_documents", "regulations")
DECISIONS = ("licences", "penalties", "coercion")
# Behind the name of a kind of decisions: what it counts is the matters that are decided on.
ITEMS = "_items"
# These may stand beside any topic: they say when, whose, and that there is none.
_BESIDE = frozenset({"year", "own", "area", "no"})
# Words that stand in table 三 alone: they count requests wherever they stand.
_OF_REQUESTS = frozenset(
    {"request", "results", "unavailable", "not_processed", *REASONS}
    - {"petition", "publication", "repeated"}
)
_WORK = ("got", "handled", "answered", "processed")
_ACTS = ("issue", "repeal", "force", "open", "open_total")


@lru_cache(maxsize=1024)
def topic_of(roles: tuple[str, ...], noun: str, act: str = "") -> str:
    """Return the topic that the roles of a phrase make, or ``""`` where it is not certain.

    Args:
        roles: what the words of the phrase mean.
        noun: what the sentence was about before: ``request``, a remedy, a kind of document.
        act: what it last said was done to documents.
    """
    said = set(roles) - _BESIDE
    if "declined" in said and noun == "request":
        # Applications for a licence are declined too.
        said = said - {"declined"} | {"not_processed"}
    if "cumulative" in said and "year" in roles:
        said.remove("cumulative")
    return (
        _of_remedies(said, noun)
        or _of_documents(said, noun, act)
        or _of_decisions(said, noun)
        or _of_requests(said - {"agent"}, noun)
        or _of_others(said, noun)
    )


def _one(said: set[str], of: Collection[str]) -> str:
    found = [each for each in of if each in said]
    return found[0] if len(found) == 1 else ""


def _of_remedies(said: set[str], noun: str) -> str:
    named = [each for each in REMEDIES if each in said]
    if named:
        remedy = named[0] if len(named) == 1 else _several(named)
        rest = said - {"agent", "request", *named}
        # 申请 alone may be an application for review; beside 被 or 因 it tells what led to it.
        if "request" in said and "agent" not in said:
            return ""
        result = _one(rest, RESULTS)
        return _joined(remedy, result) if rest <= {result} else ""
    result = _one(said, RESULTS)
    return f"{noun}_{result}" if noun in REMEDIES and said - {"agent"} == {result} else ""


def _several(named: list[str]) -> str:
    if named == ["review", "litigation"]:
        return "remedies"
    return named[1] if named in (["litigation", "direct"], ["litigation", "after"]) else ""


def _joined(remedy: str, result: str) -> str:
    return f"{remedy}_{result}" if remedy and result else remedy


def _of_documents(said: set[str], noun: str, act: str) -> str:
    kind = _one(said, DOCUMENTS)
    done = _one(said, _ACTS)
    if said - {kind, done} or not (kind or done):
        return ""
    kind = kind or (noun if noun in DOCUMENTS else "")
    done = done or act
    return f"{kind}_{done}" if kind and done else ""


def _of_decisions(said: set[str], noun: str) -> str:
    kind = _one(said, DECISIONS)
    if not kind and noun.endswith(ITEMS) and "decide" in said:
        # 行政许可事项17项，作出处理决定26件
        kind = noun.removesuffix(ITEMS)
    return kind if kind and not said - {kind, "make", "decide", "processed", "handled"} else ""


def _of_requests(said: set[str], noun: str) -> str:
    about = noun == "request" or not said.isdisjoint(_OF_REQUESTS)
    rest = said - {"request", "results"}
    if not about:
        # 上年结转 and 结转下年 stand for requests wherever pieces are counted.
        return ""
    for each in (*OUTCOMES, *REASONS, "carried_in", "carried_out"):
        if each in rest:
            return each if not rest - {each, "handled", "processed", "answered"} else ""
    applicant = _one(rest, APPLICANTS)
    if applicant:
        return applicant if rest == {applicant} else ""
    return _of_work(rest, named="request" in said) if "results" not in said else ""


def _of_work(rest: set[str], *, named: bool) -> str:
    if not rest:
        return "got" if named else ""
    if rest <= {"new", "got"} and "new" in rest:
        return "received"
    if len(rest) > 1 and rest <= set(_WORK):
        return "processed"
    return _one(rest, _WORK) if len(rest) == 1 else ""


def _of_others(said: set[str], noun: str) -> str:
    if "fees" in said:
        return "fees" if said <= {"fees", "paid", "sum"} else ""
    if "notice" in said:
        return "notices" if said <= {"notice", "send", "handling_fee"} else ""
    if "handling_fee" in said or noun == "handling_fee":
        return _of_handling_fee(said - {"handling_fee"}, named="handling_fee" in said)
    return "disclosed" if said == {"disclosed"} else ""


def _of_handling_fee(said: set[str], *, named: bool) -> str:
    if said == {"sum"}:
        return "handling_fee_sum"
    return "handling_fee" if said == {"paid"} or (named and not said) else ""
