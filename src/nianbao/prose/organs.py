"""Which organ does a title name, at what level, of what kind?"""

import re
from functools import lru_cache

from nianbao.model.report import Kind, Level, Organ

# The area names in front of an organ's own, each with the letter of its rank at its end.
_AREA = re.compile(
    ".{2,8}?(?:自治区|自治州|自治县|自治旗|特别行政区|地区|省|州|盟|市(?!场)|县|(?<![园发])区|旗)"
)
_TOWNS = ("乡", "镇", "街道", "苏木")
_MINISTRIES = ("国务院", "国家", "中华人民共和国", "中国")
_OFFICES = (
    "国务院办公厅",
    "政府办公室",
    "政府办公厅",
    "政府（办公室）",
    "政府（办公厅）",
    "政府(办公室)",
    "府办",
)
_DISPATCHED = ("街道办事处", "街道", "街道办", "管理委员会", "管委会", "行政公署")
_DEPARTMENTS = (
    "局", "委员会", "委", "厅", "部", "办公室", "办", "署", "院", "中心", "支队", "大队", "总队",
    "所", "会", "处", "队", "社",
)  # fmt: skip
_SEATS = ("人民政府", "政府", "办事处")
_RANKS: tuple[tuple[str, Level], ...] = (
    ("省", "province"),
    ("自治区", "province"),
    ("自治州", "city"),
    ("州", "city"),
    ("盟", "city"),
    ("地区", "city"),
    ("市", "city"),
    ("自治县", "county"),
    ("自治旗", "county"),
    ("县", "county"),
    ("区", "county"),
    ("旗", "county"),
)
_ALL_OF = ("省", "市", "州", "盟", "县", "区", "旗")
_MUNICIPALITIES = ("北京市", "天津市", "上海市", "重庆市")


def organ_named(name: str) -> Organ | None:
    """Return the organ of that name, or None for an empty one.

    Level and kind are left None where the name does not tell them.
    """
    plain = re.sub(r"\s", "", name)
    if not plain:
        return None
    return Organ(plain, _level(plain), _kind(plain), _parent(plain))


def _areas(name: str) -> list[str]:
    areas: list[str] = []
    at = 0
    while found := _AREA.match(name, at):
        areas.append(found[0])
        at = found.end()
    return areas


def _kind(name: str) -> Kind | None:
    if name.endswith(_OFFICES):
        return "office"
    if name.endswith(_DISPATCHED):
        return "dispatched"
    if name.endswith("政府") or name.endswith(_TOWNS) or name == "".join(_areas(name)):
        return "government"
    return "department" if name.endswith(_DEPARTMENTS) else None


def _is_town(name: str) -> bool:
    """Tell whether a name is that of a town or sub-district, with or without its organ's word."""
    seat = next((seat for seat in _SEATS if name.endswith(seat)), "")
    return name.removesuffix(seat).endswith(_TOWNS) or name.endswith("街道办")


def _level(name: str) -> Level | None:
    if _is_town(name):
        return "township"
    # An organ of the centre that works in a county (国家税务总局青禾县税务局) is of its rank.
    areas = _areas(name)
    if areas:
        return _rank(areas)
    return "ministry" if name.startswith(_MINISTRIES) else None


def _rank(areas: list[str]) -> Level | None:
    last = areas[-1]
    if last in _MUNICIPALITIES:
        return "province"
    # A city below a prefecture (青禾州云溪市) is of county rank.
    if last.endswith("市") and any(area.endswith(("市", "州", "盟")) for area in areas[:-1]):
        return "county"
    return next((level for suffix, level in _RANKS if last.endswith(suffix)), None)


def _parent(name: str) -> str:
    """Return the innermost area above the organ: of a government, the area its own lies in."""
    areas = _areas(name)
    above = -1 if _is_town(name) or _kind(name) not in ("government", "office") else -2
    return areas[above] if len(areas) >= -above else ""


@lru_cache(maxsize=64)
def short_name(name: str) -> str:
    """Return an organ's name as its own texts use it: without the areas above it and its seat.

    青禾县云溪镇人民政府 gives 云溪镇, 青禾县档案局 gives 档案局, 青禾县人民政府 gives 青禾县.
    """
    areas = _areas(name)
    own = name[len("".join(areas)) :]
    for seat in _SEATS:
        own = own.removesuffix(seat)
    return own or "".join(areas[-1:])


def is_rollup(title: str, preface: str) -> bool:
    """Tell whether a report sums up those of the organs of an area."""
    if any(f"全{area}" in title for area in _ALL_OF) or "汇总" in title:
        return True
    # 汇总数据 may be those of somebody else.
    words = f"全[{''.join(_ALL_OF)}][^，。；]{{0,6}}信息公开|汇总(?!数据)"
    return re.search(words, preface) is not None
