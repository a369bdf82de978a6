"""QUA003: does the text hold private data?"""

import re
from collections.abc import Iterator

from nianbao.model.passages import has_any, passages, sentence_at
from nianbao.model.report import Report
from nianbao.model.text import Text
from nianbao.prose import private
from nianbao.rule import Hit

_NAMES = {
    "identity": Text("身份证号", "an identity-card number"),
    "mobile": Text("手机号", "a mobile number"),
    "mailbox": Text("个人邮箱", "a personal mailbox"),
}
# Somebody who is no official: 王某, or one who applied; not what applicants may do.
_PERSON = r"某|(?:申请|当事|举报|投诉|信访)人(?![可也如应请向到通拨需若或的能])"
# Words by which a sentence tells how to reach the organ.
_CONTACT = (
    "联系", "电话", "咨询", "热线", "传真", "邮箱", "邮件", "邮编", "手机：", "手机:", "信箱",
    "E-mail", "e-mail", "email", "Email", "来电", "来信", "地址", "投诉", "受理机构",
)  # fmt: skip


def private_data(report: Report) -> Iterator[Hit]:
    """Find private data outside the sentences on how to contact the organ; all are masked."""
    for place, text in _texts(report):
        for each in private.private_data(text):
            sentence = sentence_at(text, each.start, each.stop)
            if each.what != "identity" and _is_contact(sentence):
                continue
            values = {"what": _NAMES[each.what], "masked": each.masked, "datum": each.what}
            yield Hit(place, values, quote=each.masked)


def _texts(report: Report) -> Iterator[tuple[str, str]]:
    yield "/title", report.title
    for key, section in report.sections.items():
        yield f"/sections/{key}/heading", section.heading
    for number, part in enumerate(report.extra_sections):
        yield f"/extra_sections/{number}/heading", part.heading
    yield from passages(report)


def _is_contact(sentence: str) -> bool:
    """Tell whether a sentence says how to reach the organ, and not how to reach somebody else."""
    if not has_any(sentence, _CONTACT):
        return False
    return "联系人" in sentence or re.search(_PERSON, sentence) is None
