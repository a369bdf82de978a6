"""When are two labels the same label?"""

import re
import unicodedata
from functools import lru_cache

# Separators, quotation marks and brackets carry no meaning in the form's labels: sites type them
# in every width and shape, and drop them.
_NOISE = re.compile(r"[\W_]+")
# A set of Chinese letters in a pattern is slow to compile: the letters are looked at afterwards.
_NUMBER = re.compile(r"\s*(?:\(\s*(\w{1,3})\s*\)|(\w{1,3})\s*[、.])")
_NUMERALS = frozenset("一二三四五六七八九十0123456789")
# Letters of the form, its headings and the words around it, in Traditional writing.
_TRADITIONAL = str.maketrans(
    "這沒納萬並佈係個備價內劉動務區員問啟單國圖團執報學實寧審專對導層屬廢廳張強後從復徵應採擊據數於時書會"
    "條楊業構標機檔權決況減準瀏為無獲現環產當發監確稅穩範糾級組結絡統經維網編縣總織繫繳繼續罰聯聲"
    "與舉處號衛補製複覆規覽計訊訟訪許訴詢話該認說調請議護譽負貨責費資購載轉辦農進過達遞郵鄉鄭釋鎮"
    "長門開間關陳陽際電響頁項須預題額類館體點黨",
    "这没纳万并布系个备价内刘动务区员问启单国图团执报学实宁审专对导层属废厅张强后从复征应采击据数于时书会"
    "条杨业构标机档权决况减准浏为无获现环产当发监确税稳范纠级组结络统经维网编县总织系缴继续罚联声"
    "与举处号卫补制复复规览计讯讼访许诉询话该认说调请议护誉负货责费资购载转办农进过达递邮乡郑释镇"
    "长门开间关陈阳际电响页项须预题额类馆体点党",
)


_LETTERS = frozenset(map(chr, _TRADITIONAL))
# Converters to the writing of Taiwan put 檔案 for 文件, which 档案 is in no label.
_CONVERTED, _MEANT = "规范性档案", "规范性文件"


def simplified(text: str) -> str:
    """Return a text in simplified writing, letter for letter: 开 stands in every report."""
    return simplified_letters(text) if "開" in text else text


def simplified_letters(text: str) -> str:
    """Return words of the form, and words about it, in simplified writing, letter for letter."""
    return text.translate(_TRADITIONAL).replace(_CONVERTED, _MEANT)


def seen(text: str) -> str:
    """Return a text without the letters that no reader sees, such as U+200B."""
    if text.isprintable():
        return text
    return "".join(letter for letter in text if unicodedata.category(letter) != "Cf")


@lru_cache(maxsize=4096)
def normalised(label: str) -> str:
    """Return a label without its number, spaces, quotes and punctuation, in NFKC and Simplified.

    ``（七）总计`` and ``总 计`` give the same, ``3.其他`` gives ``其他``.
    """
    plain = seen(unicodedata.normalize("NFKC", label))
    number = _NUMBER.match(plain)
    words = plain
    if number and _NUMERALS.issuperset(number[1] or number[2]):
        words = plain[number.end() :]
    if not _LETTERS.isdisjoint(words):
        words = simplified_letters(words)
    return _NOISE.sub("", words)


@lru_cache(maxsize=4096)
def bare(label: str) -> str:
    """Return an official label without its bracketed note: ``（二）部分公开（区分处理的…）``."""
    head, bracket, _ = label.rpartition("（")
    return head if bracket and head and label.endswith("）") else label
