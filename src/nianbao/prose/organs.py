"""Which organ does a title name, at what level, of what kind?"""

import re

from nianbao.model.report import Kind, Level, Organ

# The area names in front of an organ's own: 省, 市, 县 … each with its rank.
_AREA = re.compile(
    r"[一-鿿]{2,8}?(?:自治区|自治州|自治县|自治旗|特别行政区|地区|省|州|盟|市(?!场)|县|区|旗)"
)
_TOWN = re.compile(r"(?:乡|镇|街道|苏木|民族乡)(?:人民政府)?(?:办事处)?$")
_MINISTRY = re.compile(r"^(?:国务院|国家|中华人民共和国|中国)")
_OFFICE = re.compile(
    r"(?:人民政府|政府)[（(]?办公[室厅][）)]?$|^[一-鿿]+办公厅$|[县区市州省旗]府办$"
)
_GOVERNMENT = re.compile(r"(?:人民政府|政府)(?:[（(]办公[室厅][）)])?$")
_DISPATCHED = re.compile(r"(?:街道办事处|街道|街道办|管理委员会|管委会|地区行政公署|行政公署)$")
_DEPARTMENT = re.compile(
    r"(?:局|委员会|委|厅|部|办公室|办|署|院|中心|支队|大队|总队|分局|所|会|处|队|社)$"
)
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
    if _OFFICE.search(name):
        return "office"
    if _DISPATCHED.search(name):
        return "dispatched"
    if _GOVERNMENT.search(name) or _TOWN.search(name) or name == "".join(_areas(name)):
        return "government"
    return "department" if _DEPARTMENT.search(name) else None


def _level(name: str) -> Level | None:
    if _TOWN.search(name):
        return "township"
    if _MINISTRY.search(name):
        return "ministry"
    areas = _areas(name)
    if not areas:
        return None
    return _rank(areas)


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
    town = _TOWN.search(name)
    if town and "".join(areas) != name:
        return areas[-1] if areas else ""
    if _kind(name) in ("government", "office"):
        return areas[-2] if len(areas) > 1 else ""
    return areas[-1] if areas else ""
