"""What is missing, late or beyond the power of an organ."""

from copy import deepcopy
from datetime import date, timedelta
from random import Random

from benchmarks.prose.draft import Draft
from benchmarks.prose.figure import Figure
from benchmarks.prose.phrases import Phrase, Said, phrases
from benchmarks.prose.slips.planted import Planted

_FEES = ("fee_none", "fee_some")
_NO_POWER = ("department", "government", "dispatched")
# Words that tell of what was done about earlier problems.
_REMEDIED = ("整改", "改进")
_ACCOUNTS = ("考核", "评议", "责任追究", "追责", "问责")


def published_late(draft: Draft, rng: Random) -> Planted | None:
    """Publish after the day that the law sets."""
    if draft.author.organ.level == "township":
        return None
    late = draft.published.replace(month=4, day=1) + timedelta(days=rng.randint(0, 60))
    return _published(draft, late, "DAT006")


def published_early(draft: Draft, rng: Random) -> Planted | None:
    """Publish before the year has ended."""
    early = date(draft.year, 12, 31) - timedelta(days=rng.randint(3, 40))
    return _published(draft, early, "DAT007")


def rules_without_power(draft: Draft, rng: Random) -> Planted | None:
    """Enter regulations for an organ that can make none."""
    organ = draft.author.organ
    if draft.author.makes_rules or draft.author.whole_area or organ.level == "province":
        return None
    if organ.kind not in _NO_POWER:
        return None
    tables = deepcopy(draft.tables)
    row = tables["disclosure"]["regulations"]
    count = rng.randint(1, 6)
    first, last = next(iter(row)), list(row)[-1]
    row[first] = row[last] = count
    place = f"/disclosure/regulations/{first}"
    return Planted(draft._replace(tables=tables), ("ORG001",), (place,), "0", str(count))


def fee_not_told(draft: Draft, rng: Random) -> Planted | None:  # noqa: ARG001  # slips agree
    """Say nothing of the fee for handling requests."""
    if not draft.facts["fee_year"] or "收费" in draft.text("overview"):
        return None
    kept = tuple(
        said
        for paragraph in draft.texts["other_matters"]
        for said in paragraph
        if said.phrase.group not in _FEES and "收费" not in str(said)
    )
    changed = draft.with_text("other_matters", (*kept, _said(draft, "无其他需要报告的事项。")))
    return _changed(draft, changed, "other_matters", "FEE001")


def odd_fee(draft: Draft, rng: Random) -> Planted | None:
    """Receive a fee that no rate can give."""
    paid = rng.choice((105, 213, 337, 1_001))
    return _with_fee(draft, {"fee_notices": 1, "fee_total": paid, "fee_paid": paid}, "FEE002")


def fee_not_in_table(draft: Draft, rng: Random) -> Planted | None:
    """Receive a fee of which the table of fees knows nothing."""
    if draft.tables["disclosure"]["fees"].get("amount", 1):
        return None
    paid = 100 * rng.randint(1, 9)
    known = {"fee_notices": 1, "fee_total": paid, "fee_paid": paid}
    planted = _with_fee(draft, known, "XTB002")
    return planted and planted._replace(places=("/disclosure/fees/amount",))


def unpaid_fee_denied(draft: Draft, rng: Random) -> Planted | None:
    """Deny that a fee was asked for, where requests ended for want of payment."""
    if not draft.facts["fee_notices"] or draft.facts["fee_paid"]:
        return None
    words = rng.choice(("本年度未发出信息处理费收费通知。", "未发出收费通知，未收取信息处理费。"))
    changed = draft.with_text("other_matters", (_said(draft, words),))
    return _changed(draft, changed, "other_matters", "XTB001")


def no_problems(draft: Draft, rng: Random) -> Planted | None:
    """Name no problem."""
    words = rng.choice(("无。", "没有。", "无", "不存在问题。"))
    return _changed(
        draft, draft.with_text("problems", (_said(draft, words),)), "problems", "QUA001"
    )


def no_remedy(draft: Draft, rng: Random) -> Planted | None:  # noqa: ARG001  # slips agree
    """Name problems, but nothing to be done about them."""
    changed = draft
    for where, _ in [*draft.sentences("problem_turn", "remedies")][::-1]:
        changed = changed.with_sentence(where)
    if any(word in changed.text("problems") for word in _REMEDIED):
        return None
    return _changed(draft, changed, "problems", "QUA002")


def aspects_lost(draft: Draft, rng: Random) -> Planted | None:  # noqa: ARG001  # slips agree
    """Keep only the first of the five aspects."""
    told = draft.texts["overview"]
    second = phrases("aspects")[1]
    at = next(number for number, each in enumerate(told) if each and each[0].phrase == second)
    changed = draft.with_text("overview", *told[:at])
    return _changed(draft, changed, "overview", "SEC007")


def accounts_lost(draft: Draft, rng: Random) -> Planted | None:  # noqa: ARG001  # slips agree
    """Let a government say nothing of assessment, appraisal and accountability."""
    if draft.author.organ.kind != "government":
        return None
    changed = draft
    for where, said in list(draft.sentences())[::-1]:
        if any(word in str(said) for word in _ACCOUNTS):
            changed = changed.with_sentence(where)
    changed = changed.with_text(
        "overview", *changed.texts["overview"], (_said(draft, "开展业务培训，加强日常监督。"),)
    )
    return _changed(draft, changed, "overview", "SEC008")


def _published(draft: Draft, day: date, rule: str) -> Planted:
    changed = draft._replace(published=day)
    return Planted(changed, (rule,), ("/published",), str(draft.published), str(day))


def _with_fee(draft: Draft, known: dict[str, int], rule: str) -> Planted | None:
    if not draft.facts["fee_year"] or draft.facts["fee_notices"]:
        return None
    facts = {**draft.facts, **{key: Figure(number) for key, number in known.items()}}
    changed = draft
    for where, _ in draft.sentences("fee_none"):
        changed = changed.with_sentence(where, Said(phrases("fee_some")[0], facts))
    return _changed(draft, changed, "other_matters", rule)


def _changed(draft: Draft, changed: Draft, key: str, rule: str) -> Planted:
    was, now = draft.text(key), changed.text(key)
    return Planted(changed, (rule,), (f"/sections/{key}",), was, now)


def _said(draft: Draft, words: str) -> Said:
    return Said(Phrase("added", words), draft.facts)
