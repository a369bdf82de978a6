"""Which private data stand in a text, and how are they shown without being told?"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal

from nianbao.model.record import Record

What = Literal["identity", "mobile", "mailbox"]

# Not within a longer number, an address or the name of a file.
_ALONE, _ENDS = r"(?<![A-Za-z0-9_./=-])", r"(?![A-Za-z0-9_])"
_IDENTITY = rf"{_ALONE}[1-9]\d{{5}}[ -]?\d{{8}}[ -]?\d{{3}}[\dXx]{_ENDS}"
_MOBILE = rf"{_ALONE}1[3-9]\d([ -]?)\d{{4}}\1\d{{4}}{_ENDS}"
_MAILBOX = (
    r"(?<![A-Za-z0-9_.-])([A-Za-z0-9][A-Za-z0-9._-]{0,40})"
    r"@([A-Za-z0-9-]{1,30}(?:\.[A-Za-z]{2,6}){1,2})"
)
# From letters of full width to as many plain ones, so that offsets stay.
_WIDE = {ord(letter) + 0xFEE0: letter for letter in "0123456789Xx@.-"}
# Of those who offer mailboxes to persons.
_PROVIDERS = (
    "qq.com", "vip.qq.com", "foxmail.com", "163.com", "126.com", "yeah.net", "sina.com", "sina.cn",
    "sohu.com", "139.com", "189.cn", "wo.cn", "aliyun.com", "gmail.com", "hotmail.com",
    "outlook.com", "21cn.com", "tom.com",
)  # fmt: skip
# GB 11643: the weight of each digit, and the last letter for each remainder.
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_FIRST_BIRTH, _LAST_BIRTH = 1900, 2099


class Private(Record):
    """A private datum in a text.

    Attributes:
        what: what it is.
        start, stop: where it stands.
        masked: how it may be shown.
    """

    what: What
    start: int
    stop: int
    masked: str


def private_data(text: str) -> Iterator[Private]:
    """Yield the identity-card numbers, mobile numbers and personal mailboxes of a text.

    Digits may be of full width; an identity-card number may stand in three groups.
    """
    text = text.translate(_WIDE)
    for found in re.finditer(_IDENTITY, text, re.ASCII):
        if is_identity_number(re.sub("[ -]", "", found[0])):
            masked = f"{found[0][:3]}{'*' * 14}{found[0][-1]}"
            yield Private("identity", found.start(), found.end(), masked)
    for found in re.finditer(_MOBILE, text, re.ASCII):
        yield Private("mobile", found.start(), found.end(), f"{found[0][:3]}******{found[0][-2:]}")
    for found in re.finditer(_MAILBOX, text, re.ASCII) if "@" in text else ():
        if found[2].lower() in _PROVIDERS:
            masked = f"{found[1][0]}***@{found[2]}"
            yield Private("mailbox", found.start(), found.end(), masked)


def is_identity_number(number: str) -> bool:
    """Tell whether 18 letters are an identity-card number by GB 11643: birthday and check digit."""
    try:
        born = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    remainder = sum(map(_product, number[:17], _WEIGHTS)) % 11
    return _FIRST_BIRTH <= born.year <= _LAST_BIRTH and number[17].upper() == _CHECKS[remainder]


def _product(digit: str, weight: int) -> int:
    return int(digit) * weight
