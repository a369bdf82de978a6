"""Which words of a text say nothing of what is counted, or stand for a whole?"""

import re
from collections.abc import Iterator
from functools import lru_cache

from nianbao.model.report import Organ
from nianbao.prose.words import BLOT

# Letters that are part of no known word.
_QUOTED = "□"
_EVERYONE = tuple(
    f"公民{mark}法人{word}其他组织"
    for mark in ("、", "，", "")
    for word in ("和", "或", "或者", "及", "以及", "与", "、")
)
_TOWNS = ("乡", "镇", "街道")
_SEATS = ("人民政府", "政府", "办事处")


def masked(text: str, organ: Organ | None, year: int | None) -> str:
    """Return a text of the same length in which names, titles and years are made plain.

    The organ's own names and 公民、法人和其他组织 are blotted out, titles in 《》 are made unknown,
    the report year becomes 本年, and the years before and after it 上年 and 下年 where they tell
    from or to which year requests were carried.
    """
    if "《" in text:
        text = re.sub(r"《[^《》]{0,80}》", lambda found: _QUOTED * len(found[0]), text)
    if "公民" in text:
        text = _blotted(text, _EVERYONE)
    if organ:
        text = _blotted(text, names_of(organ))
    return _with_years(text, year) if year else text


def _blotted(text: str, names: tuple[str, ...]) -> str:
    for name in names:
        if name in text:
            text = text.replace(name, BLOT * len(name))
    return text


def _with_years(text: str, year: int) -> str:
    this = f"{year}年"
    if "12月31日" in text:
        text = _blotted(text, (f"{this}1月1日", f"{this}12月31日", "自1月1日", "至12月31日"))
    if "结转" in text:
        for word in ("结转", "结转至", "结转到", "结转入"):
            text = text.replace(f"{word}{year + 1}年", f"{word}下年▁▁▁")
        for word in ("结转", "度结转"):
            text = text.replace(f"{year - 1}年{word}", f"上年▁▁▁{word}")
    return text.replace(this, "本年▁▁▁")


@lru_cache(maxsize=64)
def names_of(organ: Organ) -> tuple[str, ...]:
    """Return the names by which a text calls an organ, the longest first."""
    names = set(_names(organ))
    return tuple(sorted((name for name in names if len(name) > 2), key=len, reverse=True))


def _names(organ: Organ) -> Iterator[str]:
    name = organ.name
    yield name
    short = name.removeprefix(organ.parent)
    yield short
    if organ.parent and short != name:
        yield organ.parent[-1] + short
    if organ.kind in ("government", "dispatched"):
        for each in (name, short):
            seat = next((seat for seat in _SEATS if each.endswith(seat)), "")
            area = each.removesuffix(seat) if seat else each
            yield from (f"{area}政府", f"{area}人民政府")
            if each.endswith("管理委员会"):
                yield from ("管委会", "管理委员会")
            # A town is its government; a county is more than its own.
            if area.endswith(_TOWNS):
                yield from (area, f"{area}办事处")
            elif area:
                yield from (f"{area[-1]}政府", f"{area[-1]}人民政府")
