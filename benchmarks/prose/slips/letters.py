"""Private data, wrong numbers of documents, and other words that must not stand so."""

from random import Random

from benchmarks.prose.draft import Draft
from benchmarks.prose.phrases import Phrase, Said
from benchmarks.prose.slips.planted import Planted, added, replaced

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_DIGITS = "10X98765432"
_RIGHT_NUMBER = "国办公开办函〔2021〕30号"
_WRONG_NUMBERS = ("国办发〔2021〕30号", "国办函〔2021〕30号", "国办公开办函〔2019〕30号")
_SIX = ("六个部分", "六部分")
_LEFT = ("（文字描述）", "该部分以表格形式报告。", "由XX单位负责。", "（此处填写单位名称）")
_LONG = 30


def private_mobile(draft: Draft, rng: Random) -> Planted | None:
    """Tell the mobile number of an applicant."""
    number = f"1{rng.choice('35789')}{rng.randint(0, 999_999_999):09}"
    words = f"已答复申请人{draft.facts['clerk']}（手机号{number}）。"
    return added(draft, "requests", _words(draft, words), "QUA003")


def private_identity(draft: Draft, rng: Random) -> Planted | None:
    """Tell the identity-card number of an applicant."""
    born = f"{rng.randint(1950, 2002)}{rng.randint(1, 12):02}{rng.randint(1, 28):02}"
    digits = f"6401{rng.randint(1, 30):02}{born}{rng.randint(1, 999):03}"
    sum_ = sum(int(digit) * weight for digit, weight in zip(digits, _WEIGHTS, strict=True))
    words = (
        f"申请人{draft.facts['clerk']}（身份证号{digits}{_CHECK_DIGITS[sum_ % 11]}）已领取答复书。"
    )
    return added(draft, "requests", _words(draft, words), "QUA003")


def wrong_document_number(draft: Draft, rng: Random) -> Planted | None:
    """Cite the notice on the form by a number that it does not have."""
    wrong = draft.facts["basis"].replace(_RIGHT_NUMBER, rng.choice(_WRONG_NUMBERS))
    return _other_basis(draft, wrong, "DOC005")


def obsolete_basis(draft: Draft, rng: Random) -> Planted | None:  # noqa: ARG001  # slips agree
    """Rest on the form of 2019 alone in a report for 2021 or later."""
    old = "《政府信息公开工作年度报告格式（试行）》（国办公开办函〔2019〕60号）"
    return _other_basis(draft, old, "DOC004")


def wrong_parts(draft: Draft, rng: Random) -> Planted | None:
    """Announce another number of parts than there are."""
    for where, said in draft.sentences("preface_more"):
        for words in _SIX:
            if words in said.phrase.say:
                other = said.phrase.say.replace(words, rng.choice("四五七") + words[1:])
                now = said._replace(phrase=said.phrase._replace(say=other))
                return replaced(draft, where, now, "SEC009")
    return None


def malformed_post_code(draft: Draft, rng: Random) -> Planted | None:
    """Lose or double a digit of the post code."""
    for where, said in draft.sentences("contact"):
        if "post" in said.phrase.keys:
            code = said.facts["post"]
            other = rng.choice((code[1:], code + code[-1]))
            return replaced(draft, where, said.with_facts(post=other), "QUA004")
    return None


def instruction_left(draft: Draft, rng: Random) -> Planted | None:
    """Leave words of the template."""
    key = rng.choice(("overview", "other_matters"))
    return added(draft, key, _words(draft, rng.choice(_LEFT)), "SEC011")


def paragraph_twice(draft: Draft, rng: Random) -> Planted | None:
    """Let a paragraph stand twice in the overview."""
    long = [
        paragraph
        for paragraph in draft.texts["overview"][1:]
        if len("".join(map(str, paragraph))) > _LONG and paragraph[0].phrase.group != "aspects"
    ]
    if not long:
        return None
    again = rng.choice(long)
    changed = draft.with_text("overview", *draft.texts["overview"], again)
    words = "".join(map(str, again))
    return Planted(changed, ("SEC012",), ("/sections/overview",), words, words)


def _other_basis(draft: Draft, basis: str, rule: str) -> Planted | None:
    where, said = next(draft.sentences("preface"))
    if draft.edition != "2021" or "basis" not in said.phrase.keys:
        return None
    return replaced(draft, where, said.with_facts(basis=basis), rule)


def _words(draft: Draft, words: str) -> Said:
    return Said(Phrase("added", words), draft.facts)
