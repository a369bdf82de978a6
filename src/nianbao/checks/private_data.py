"""QUA003: does the text hold private data?"""

from collections.abc import Iterator

from nianbao.model.passages import passages, sentence_at
from nianbao.model.report import Report
from nianbao.model.text import Text
from nianbao.prose import private
from nianbao.rule import Hit

_NAMES = {
    "identity": Text("身份证号", "an identity-card number"),
    "mobile": Text("手机号", "a mobile number"),
    "mailbox": Text("个人邮箱", "a personal mailbox"),
}
# Words by which a sentence tells how to reach the organ.
_CONTACT = (
    "联系", "电话", "咨询", "热线", "传真", "邮箱", "邮件", "邮编", "手机：", "手机:", "信箱",
    "E-mail", "e-mail", "email", "Email", "来电", "来信", "地址", "投诉", "受理机构",
)  # fmt: skip


def private_data(report: Report) -> Iterator[Hit]:
    """Find private data outside the sentences on how to contact the organ; all are masked."""
    for place, text in passages(report):
        for each in private.private_data(text):
            sentence = sentence_at(text, each.start, each.stop)
            if each.what != "identity" and any(word in sentence for word in _CONTACT):
                continue
            values = {"what": _NAMES[each.what], "masked": each.masked, "datum": each.what}
            yield Hit(place, values, quote=each.masked)
