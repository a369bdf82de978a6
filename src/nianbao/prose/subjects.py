"""Does a text speak of another organ where it should speak of its own?

Only clear cases: a pronoun of another type (我局 in the report of a town), another organ of the
same type as the one whose report this is, or as the subject of a sentence on results.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from nianbao.model.passages import has_any
from nianbao.model.record import Record
from nianbao.model.report import Organ
from nianbao.prose.clauses import split_sentences
from nianbao.prose.organs import short_name

TOWNS = ("街道", "镇", "乡")
BUREAUS = ("委员会", "局", "厅", "委")
_AREAS = ("县", "区", "市", "旗", "州")
_SEATS = ("人民政府办公室", "政府办公室", "党委政府", "人民政府", "政府", "办事处", "办")
# A class of all Chinese letters takes 1 ms to compile.
LETTER = r"[^\W\d_]"
AREA = rf"{LETTER}{{2,6}}?(?:自治县|自治州|[县区市旗州])"
_VERBS = (
    "主动公开|共公开|共收到|收到|新收|未收到|认真|严格|坚持|高度重视|积极|全年|切实|深入|不断|着力"
    "|进一步|围绕|按照|根据|持续|依法|全面|稳步|扎实"
)
# How its report goes on; governments above name the year of other documents too.
_REPORT = (
    r"20\d\d年|政府信息公开|编制",
    r"(?:20\d\d年度?)?政府信息公开(?:工作)?年(?:度报告|报)|编制",
)
# What an organ says of itself alone.
_RESULTS = (
    "主动公开|共公开|共收到|收到|新收|未收到|没有收到|未收取|没有收取|未发出|没有发出|未发生|没有发生"
    "|坚持以公开"
)
SUMMARY = "对20\\d\\d年度?政府信息公开"
AUTHOR = "(?:根据|按照|依据)[^。]{0,80}编制本(?:单位|机关|报告)"
# So does an organ of its own work alone, unless it leads that of all others.
_ON = "(?:政务公开|政府信息公开)"
_WHOLE = (
    rf"(?:稳步|扎实|认真|深入|持续)?(?:推进|做好|开展){_ON}(?:工作)?(?=[，,]|$)|高度重视{_ON}"
    "|(?:认真|深入|严格|全面)(?:贯彻|落实[^，。]{0,6}公开)|根据[^，。]{0,40}编制"
    f"|{AUTHOR}"
)
_LEADS = ("政务", "审批", "数据", "营商")
_TIMES = "(?:20\\d\\d年度?|本年度?|全年)?[，,]?"
# Under whose guidance something was done.
_UNDER = "在[^，。；]{2,24}(?:指导|领导|支持|关心|部署)下，"
OPENING = r"(?:[（(]\w{1,3}[)）]|\w{1,2}[、.．])?\s*(?:20\d\d年度?|本年度?|全年)?[，,]?\s*"
# These are no names: 各乡镇, 本镇, 有关街道.
_NO_NAME = (
    "[各全我本该每其所多下辖两几个等和与及、]|乡镇|城镇|村镇|有关|相关|重点|试点|建制|街镇"
    "|基层|部分"
)
# What names no organ of its own, in most reports.
_USUAL = ("我镇", "全镇", "本镇", "我乡", "乡镇", "城乡", "乡村", "我局", "全局", "本局", "委托")
_OWN = tuple(f"{own}{each}" for own in "我本" for each in ("局", "委", "镇", "乡", "街道"))
# Words by which a sentence tells of others with good reason, or of the own organ too.
_OTHERS = (
    "例如", "比如", "，如", "：如", "诸如", "学习", "借鉴", "联合", "会同", "合并", "撤销", "撤并",
    "划归", "划转", "原来", "原有", "更名", "转办", "转来", "转交", "转送", "转至", "转我", "转由",
    "交流", "参照", "指导", "配合", "协助", "抄送", "考核", "检查", "督查", "“", *_OWN,
)  # fmt: skip


class Stranger(Record):
    """Another organ that stands where the own should, and the words around it."""

    name: str
    quote: str


def strangers(text: str, organ: Organ) -> Iterator[Stranger]:
    """Yield the other organs that a text names as if they reported."""
    own, types, pronouns = _known(organ)
    if not types:
        return
    yield from _by_pronoun(text, pronouns)
    if not _names_others(text, organ, own, types):
        return
    alone = re.sub(_UNDER, "", text) if "下，" in text else text
    for sentence in split_sentences(alone):
        # Behind a name it is told what its organ does: at the end of a sentence it reports nothing.
        if not has_any(sentence[:-1], types) or is_of_others(sentence):
            continue
        for found in _named(sentence, own, types):
            if not re.search(_NO_NAME, found) and not _is_own(found, own, organ, types):
                yield Stranger(found, sentence.strip())


@lru_cache(maxsize=64)
def _known(organ: Organ) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Return an organ's short name, the endings of its type, and the pronouns of other types."""
    own = short_name(organ.name.removesuffix("办公室") if organ.kind == "office" else organ.name)
    return own, _types(organ, own), _pronouns_of_others(organ, own)


def _types(organ: Organ, own: str) -> tuple[str, ...]:
    """Return the endings that names of the organ's type have, none where it is of another."""
    if organ.level == "township":
        return TOWNS if own.endswith(TOWNS) else ()
    if organ.kind == "department":
        return BUREAUS if own.endswith(BUREAUS) else ()
    return _AREAS if organ.kind in ("government", "office") and own.endswith(_AREAS) else ()


def _pronouns_of_others(organ: Organ, own: str) -> tuple[str, ...]:
    wrong: tuple[str, ...] = ()
    if organ.level == "township":
        wrong = tuple(each for each in (*TOWNS, "局") if not own.endswith(each))
    elif organ.kind == "department":
        wrong = TOWNS
    return tuple(f"我{each}" for each in wrong)


def _by_pronoun(text: str, pronouns: tuple[str, ...]) -> Iterator[Stranger]:
    for pronoun in pronouns:
        if pronoun in text:
            # 我局（镇执法局） is explained at once.
            found = re.search(rf"{pronoun}(?![镇村道面办（(])", text)
            around = text[max(0, found.start() - 1) : found.end() + 12] if found else ""
            if found and "“" not in around:
                yield Stranger(
                    found[0], re.split("[，。；！？\n]", text[found.start() :], maxsplit=1)[0]
                )


def _names_others(text: str, organ: Organ, own: str, types: tuple[str, ...]) -> bool:
    """Tell quickly whether a text may name another organ of the type: most texts do not."""
    if types is _AREAS:
        return re.search("政府(?:办公室)?(?:对?20\\d\\d年|根据|按照|依据)", text) is not None
    others = text.replace(organ.name, "")
    if own in others:
        if has_any(others, [f"{rank}{own}" for rank in "县区市旗州"]):
            return True
        others = others.replace(own, "")
    if not has_any(others, types):
        return False
    for usual in _usual(types):
        others = others.replace(usual, "")
    return has_any(others, types)


@cache
def _usual(types: tuple[str, ...]) -> tuple[str, ...]:
    """Return the usual words that hold an ending of the type, and so may hide nothing else."""
    return tuple(word for word in _USUAL if has_any(word, types))


def is_of_others(sentence: str) -> bool:
    """Tell whether a sentence speaks of others with good reason, or of the own organ too."""
    plain = re.sub("《[^《》]*》|工作考核", "", sentence)
    return plain.startswith("如") or has_any(plain, _OTHERS)


def _named(sentence: str, own: str, types: tuple[str, ...]) -> Iterator[str]:
    """Yield the organs of a type that a sentence names as its subject or as the reporting one."""
    kinds, seats = "|".join(types), "|".join(_SEATS)
    name = rf"({LETTER}{{2,14}}?(?:{kinds}))(?:{seats})?"
    for subject in re.finditer(rf"(?:^|[，,]){OPENING}{name}(?={_said_by(types)})", sentence):
        if types is not BUREAUS or _is_bureau(subject[1], own, sentence[subject.end() :]):
            yield subject[1]
    if "信息公开" in sentence or "编制" in sentence:
        author = re.search(
            rf"(?:《|由|公布|发布|现将){name}(?:{_REPORT[types is _AREAS]})", sentence
        )
        if author:
            yield author[1]


def _said_by(types: tuple[str, ...]) -> str:
    """Return the words by which an organ of a type tells of itself."""
    if types is _AREAS:
        return f"{SUMMARY}|{AUTHOR}"
    return f"{_TIMES}(?:{_VERBS}|{_RESULTS}|{SUMMARY}|{_WHOLE})"


def _is_bureau(name: str, own: str, words: str) -> bool:
    """Tell whether a name is that of a bureau, and the words behind are no usual work of another.

    A bureau is named by its area, or it may be anything. What other bureaus of the same area do is
    told with good reason (青禾县司法局依法审查), but not what they disclosed.
    """
    if not re.match(f"{AREA}|[县区市旗州]", name):
        return False
    if re.match(f"{_TIMES}(?:{_RESULTS}|{SUMMARY})", words):
        return "复议" not in words
    if re.match(f"{_TIMES}(?:{_WHOLE})", words):
        return not has_any(name, _LEADS)
    return name.endswith(own)


def _is_own(found: str, own: str, organ: Organ, types: tuple[str, ...]) -> bool:
    """Tell whether a name may be the organ's own, whole or in short, or that of a superior."""
    if types is _AREAS:
        return found.endswith(own) or own.endswith(found)
    area = re.match(AREA, found)
    if area and area.end() < len(found) and _is_peer(area[0], organ):
        return False
    if types is TOWNS:
        return _core(own, types) in found or _core(found, types)[-2:] in organ.name
    if area and not area[0].startswith(organ.parent or "?"):
        return True
    letters = set(_core(found, types).removeprefix(organ.parent))
    return not letters.isdisjoint(_core(organ.name, types).removeprefix(organ.parent))


def _is_peer(area: str, organ: Organ) -> bool:
    """Tell whether an area is another one of the rank of that which the organ belongs to."""
    if not organ.parent or area in organ.name or organ.parent in area:
        return False
    local = ("县", "区", "旗")
    same = organ.parent.endswith(local) and area.endswith(local)
    return same or (organ.level == "city" and organ.parent.endswith("市") and area.endswith("市"))


def _core(name: str, types: tuple[str, ...]) -> str:
    for each in types:
        if name.endswith(each):
            return name.removesuffix(each)
    return name
