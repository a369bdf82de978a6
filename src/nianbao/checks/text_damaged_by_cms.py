"""DOC008: did the text lose characters on its way to the site?"""

import re
from collections.abc import Iterator

from nianbao.model.report import Report
from nianbao.rule import Hit

# A mailbox whose @ was lost: a name run together with the host of a known mail service.
_MAILBOX = (
    r"(?:邮箱|E-?mail)[^A-Za-z0-9@]{0,6}"
    r"([\w.\-]{2,40}?(?:126|163|qq|sina|sohu|gmail|gov)\.(?:com|cn|net))(?![\w@])"
)


def text_damaged_by_cms(report: Report) -> Iterator[Hit]:
    """Find dates that lost 年, 月 or 日, and mailboxes that lost @."""
    if report.period and report.period.problem == "damaged":
        yield Hit("", {"quote": report.period.text}, quote=report.period.text)
    for text in (report.preface, *(section.text for section in report.sections.values())):
        named = "邮箱" in text or "mail" in text
        for found in re.finditer(_MAILBOX, text, re.ASCII | re.IGNORECASE) if named else ():
            yield Hit("", {"quote": found[1]}, quote=found[1])
