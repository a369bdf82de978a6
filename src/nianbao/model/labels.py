"""When are two labels the same label?"""

import re
import unicodedata
from functools import lru_cache

# Separators, quotation marks and brackets carry no meaning in the form's labels: sites type them
# in every width and shape, and drop them.
_NOISE = re.compile(r"[\W_]+")
_NUMBER = re.compile(
    r"\s*(?:\(\s*[一二三四五六七八九十\d]+\s*\)|[一二三四五六七八九十]+\s*[、.]|\d+\s*[、.])"
)
# Letters of the form's labels in Traditional writing.
_TRADITIONAL = str.maketrans(
    "規製發開廢現總數對許罰強徵費業購額與結轉請類實復覆訴訟維糾審經後機構團體務關權護屬國係內過執"
    "為無資報複舉確認獲統計個單價處導據載決貨並專員級項說遞層條釋問題進採況訊",
    "规制发开废现总数对许罚强征费业购额与结转请类实复复诉讼维纠审经后机构团体务关权护属国系内过执"
    "为无资报复举确认获统计个单价处导据载决货并专员级项说递层条释问题进采况讯",
)


@lru_cache(maxsize=4096)
def normalised(label: str) -> str:
    """Return a label without its number, spaces, quotes and punctuation, in NFKC and Simplified.

    ``（七）总计`` and ``总 计`` give the same, ``3.其他`` gives ``其他``.
    """
    plain = unicodedata.normalize("NFKC", label)
    number = _NUMBER.match(plain)
    words = plain[number.end() :] if number else plain
    return _NOISE.sub("", words.translate(_TRADITIONAL))


@lru_cache(maxsize=4096)
def bare(label: str) -> str:
    """Return an official label without its bracketed note: ``（二）部分公开（区分处理的…）``."""
    head, bracket, _ = label.rpartition("（")
    return head if bracket and head and label.endswith("）") else label
