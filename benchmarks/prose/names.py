"""By which names does a report call its organ, its area, others and the years?"""

from random import Random
from typing import Any

from benchmarks.pages.organs import Organ
from benchmarks.prose.organs import Author, another, words

_OWN = ("本机关", "本单位")
_LAST_OF_2019 = 2020
_BASES = (
    "《关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2019〕60号）",
    "《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）",
)
_ABOVE = {"县": "全市", "区": "全市", "市": "全省"}


def names_of(author: Author, year: int, rng: Random) -> dict[str, Any]:
    """Return the facts that are words."""
    organ = author.organ
    return {
        **_years(year),
        **_kinds(author),
        "organ": organ.name,
        "named": organ.area if author.whole_area else rng.choice((organ.name, organ.short)),
        "basis": _BASES[year > _LAST_OF_2019],
        "we": _we(author, rng),
        "ours": organ.we if not author.whole_area else f"全{organ.area[-1]}",
        "own": "本机关",
        "area": organ.area or "全国",
        "whole": f"全{organ.area[-1]}" if organ.area else "全系统",
        "wider": _wider(author),
        "above": _above(organ),
        **_others(organ, rng),
        **_contact(organ, rng),
    }


def _years(year: int) -> dict[str, int]:
    return {"year": year, "last": year - 1, "next": year + 1, "before_last": year - 2}


def _kinds(author: Author) -> dict[str, bool]:
    organ = author.organ
    return {
        "is_town": organ.level == "township",
        "is_bureau": organ.kind == "department" and organ.level != "ministry",
        "is_government": organ.kind == "government",
        "is_head": organ.kind in {"government", "office"} and organ.level != "township",
        "is_whole": author.whole_area,
        "is_ministry": organ.level == "ministry",
        "makes_rules": author.makes_rules,
        "has_area": bool(organ.area),
    }


def _we(author: Author, rng: Random) -> str:
    if author.whole_area:
        return rng.choice((author.organ.we, f"全{author.organ.area[-1]}"))
    own = author.organ.we.replace("我", "本") if author.organ.we.startswith("我") else "本机关"
    return rng.choice((author.organ.we, author.organ.we, own, *_OWN, author.organ.short))


def _wider(author: Author) -> str:
    """Return the area of which the organ is but one: never that of its own figures."""
    area = author.organ.area
    if not area:
        return "全国"
    return _ABOVE[area[-1]] if author.whole_area else f"全{area[-1]}"


def _above(organ: Organ) -> str:
    if organ.level == "ministry":
        return "国务院办公厅"
    if organ.kind in {"government", "office"} and organ.level != "township":
        return "上级人民政府办公室"
    return f"{organ.area}人民政府办公室"


def _others(organ: Organ, rng: Random) -> dict[str, str]:
    other = another(organ, rng)
    village, second = rng.sample(words()["villages"], 2)
    leader, clerk = rng.sample(words()["leaders"], 2)
    return {
        "other": other.name if other else "",
        "other_area": other.area if other else "东川区",
        "village": village,
        "village2": second,
        "leader": leader,
        "clerk": clerk,
    }


def _contact(organ: Organ, rng: Random) -> dict[str, str]:
    place = (organ.area or "江岭省云岫市") + rng.choice(words()["roads"])
    code = f"{rng.randint(10, 85)}{rng.randint(1000, 9999)}"
    return {
        "phone": f"09{rng.randint(10, 79)}-{rng.randint(2, 8)}{rng.randint(100_000, 999_999)}",
        "mobile": f"13{rng.randint(0, 9)}{rng.randint(10_000_000, 99_999_999)}",
        "post": code,
        "address": f"{place}{rng.randint(1, 300)}号",
        "mailbox": f"zwgk{rng.randint(10, 99)}@{rng.choice(('163.com', 'qq.com'))}",
        "gov_mailbox": f"xxgk{rng.randint(10, 99)}@qinghe.gov.cn",
    }
