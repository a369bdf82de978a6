"""QUA004: can one reach the organ by the postcode and telephone it gives?"""

import re
from collections.abc import Iterator

from nianbao.model.passages import passages
from nianbao.model.report import Report
from nianbao.model.text import Text
from nianbao.rule import Hit

_POSTCODE = r"(?:邮编|邮政编码)\s*(?:为|是)?\s*[:：]?\s*(\d{1,12})(?!\d)"
# A number of a telephone has a colon before it, or is too long to count calls; behind a count
# stands what is counted.
_TELEPHONE = (
    r"(电话|传真)(?:号码)?\s*(?:[:：为]\s*(?=[(（]?\d)|(?=\d{7}))([(（]?\d[\d()（）\-—–－ ]{1,24}+)"
    r"(?![个次件条部人余万])"
)
# 0931-1234567-801
_EXTENSION = r"(?<=\d{7})[\-—–－]\d{1,5}$"
_RIGHT = (
    r"0(?:10|2\d)\d{7,8}|0[3-9]\d{2}\d{7,8}",  # area code and number
    r"(?:86)?1[3-9]\d{9}",
    r"\d{3,5}",
    r"[48]00\d{7}",
    r"9[56]\d{3,6}",
)
_SIX = Text("应为6位数字", "it should have 6 digits")
_NO_AREA = Text("没有区号", "it has no area code")
_LENGTH = Text("位数不对", "the number of digits is wrong")
_NAMES = {"电话": Text("电话", "telephone number"), "传真": Text("传真", "fax number")}
_CODE = Text("邮编", "postcode")


def contact_malformed(report: Report) -> Iterator[Hit]:
    """Find postcodes that have not six digits, and telephone numbers that cannot be dialled."""
    for place, text in passages(report):
        if "邮编" in text or "邮政编码" in text:
            for found in re.finditer(_POSTCODE, text):
                if len(found[1]) != 6:
                    yield _hit(place, _CODE, found[1], _SIX)
        if "电话" in text or "传真" in text:
            for found in re.finditer(_TELEPHONE, text):
                number = found[2].strip(" -—–－(（)）")
                problem = _problem(_digits(number))
                is_told = problem is _NO_AREA and "区号" in text
                if problem and not is_told:
                    yield _hit(place, _NAMES[found[1]], number, problem)


def _digits(number: str) -> str:
    """Return the digits one dials, in plain width, without those of an extension."""
    whole = re.sub(_EXTENSION, "", number)
    return "".join(str(int(each)) for each in whole if each.isdecimal())


def _problem(digits: str) -> Text | None:
    if any(re.fullmatch(right, digits) for right in _RIGHT):
        return None
    return _NO_AREA if len(digits) in (7, 8) and digits[0] not in "01" else _LENGTH


def _hit(place: str, what: Text, number: str, problem: Text) -> Hit:
    # What was meant as a mobile number is somebody's own.
    shown = f"{number[:3]}***" if re.match(r"1[3-9]\d{5}", number) else number
    return Hit(place, {"what": what, "number": shown, "problem": problem}, quote=shown)
