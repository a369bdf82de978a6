"""How are the properties of a rule called, in both languages?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from nianbao.editions import editions
from nianbao.formatters.characters import harmless
from nianbao.model.edition import Column, Edition
from nianbao.model.text import Language, Text
from nianbao.rule import Confidence, Rule, Scope, Severity

FAMILIES = {
    "DOC": Text("文档与版本", "document and edition"),
    "SEC": Text("章节", "sections"),
    "TAB": Text("表格", "tables"),
    "LAB": Text("标签", "labels"),
    "VAL": Text("单元格", "cells"),
    "SUM": Text("勾稽", "arithmetic"),
    "XTB": Text("表间", "across tables"),
    "TXT": Text("文字与表", "text against tables"),
    "DAT": Text("日期", "dates"),
    "ORG": Text("职权", "competence"),
    "FEE": Text("收费", "fees"),
    "QUA": Text("质量", "quality"),
    "YOY": Text("跨年", "across years"),
    "AGG": Text("跨机关", "across organs"),
}
CONFIDENCES = {
    Confidence.CERTAIN: Text("确定", "certain"),
    Confidence.CUSTOMARY: Text("惯例", "customary"),
    Confidence.HEURISTIC: Text("推测", "heuristic"),
}
REASONS = {
    Confidence.CERTAIN: Text("格式上印明，或由格式必然得出", "printed on the form or forced by it"),
    Confidence.CUSTOMARY: Text("审核中的通行要求", "what reviewers usually ask for"),
    Confidence.HEURISTIC: Text("可能误报，请核对", "may be wrong, so look for yourself"),
}
SCOPES: dict[Scope, Text] = {
    "report": Text("一份报告", "one report"),
    "years": Text("同一机关各年度的报告", "the reports of one organ over the years"),
    "area": Text("一个地区各机关的报告", "the reports of the organs of an area"),
}
_CONDITIONS = {
    "edition": Text("版本", "edition"),
    "year": Text("年度", "year"),
    "row": Text("行", "row"),
    "column": Text("列", "column"),
    "level": Text("机关级别", "level of the organ"),
    "kind": Text("机关类别", "kind of organ"),
    "unit": Text("单位", "unit"),
    "bound": Text("数据格齐全", "cells complete"),
    "datum": Text("内容", "what it is"),
    "named": Text("期限为条例所定", "the deadline is that of the Regulations"),
}
# What is said where they hold; they are asked for in no other way.
_CASES = {
    "alone": Text("其下的行还在", "the rows below it are there"),
    "contradicts": Text("同一格有两个不同的数字", "one cell has two different numbers"),
    "loose": Text("说法可以指几个数中的一个", "the words may mean one of several figures"),
    "qualified": Text("说法带有限定", "the claim is qualified"),
}
_VALUES = {
    "level": {
        "ministry": Text("部委", "ministry"),
        "province": Text("省级", "province"),
        "city": Text("市级", "city"),
        "county": Text("县级", "county"),
        "township": Text("乡级", "township"),
    },
    "kind": {
        "government": Text("人民政府", "government"),
        "office": Text("政府办公厅（室）", "general office of a government"),
        "department": Text("部门", "department"),
        "dispatched": Text("派出机关", "dispatched organ"),
        "other": Text("其他", "other"),
    },
    "row": {"regulations": Text("规章", "规章")},
    "datum": {"mailbox": Text("个人邮箱", "personal mailbox")},
}
_YES, _NO = Text("是", "yes"), Text("否", "no")


def family(letters: str, language: Language) -> str:
    """Return the letters of a family and what they stand for, as far as that is known."""
    name = FAMILIES.get(letters, Text("", "")).get(language)
    return harmless(f"{letters} {name}".rstrip())


def severities(rule: Rule) -> list[Severity]:
    """Return the severities that a rule can have, the gravest first."""
    return sorted({case.severity for case in rule.severity}, reverse=True)


def edition(key: str) -> Text:
    """Return what an edition is called."""
    return Text(f"{key}年版", f"{key} edition")


def listed(words: Iterable[str], language: Language) -> str:
    """Return words as a list in one line."""
    return Text("、", ", ").get(language).join(words)


def conditions(when: Mapping[str, Any], language: Language) -> str:
    """Return in words when a case of the severity applies; without conditions: otherwise."""
    if not when:
        return Text("其余情形", "otherwise").get(language)
    said = [_condition(key, wanted, when, language) for key, wanted in when.items()]
    return harmless(Text("，", ", ").get(language).join(said))


def _condition(key: str, wanted: object, when: Mapping[str, Any], language: Language) -> str:
    if wanted is True and key in _CASES:
        return _CASES[key].get(language)
    values = _each(wanted)
    words = _columns(values, when) if key == "column" else _words(key, values, language)
    joined = Text("或", " or ").get(language).join(dict.fromkeys(words))
    return f"{_CONDITIONS.get(key, Text(key, key)).get(language)} = {joined}"


def _each(wanted: object) -> Sequence[object]:
    return wanted if isinstance(wanted, list | tuple) else (wanted,)


def _words(key: str, values: Sequence[object], language: Language) -> Iterator[str]:
    known = _VALUES.get(key, {})
    for value in values:
        if isinstance(value, bool):
            yield (_YES if value else _NO).get(language)
        else:
            yield known.get(str(value), Text(str(value), str(value))).get(language)


def _columns(keys: Sequence[object], when: Mapping[str, Any]) -> Iterator[str]:
    """Yield the short names of columns, in the edition that the other conditions name."""
    known = editions()
    chosen = [known[key] for key in _each(when.get("edition", [*known])) if key in known]
    for key in keys:
        names = [column.name for one in chosen for column in _all(one) if column.key == key]
        yield from names or [str(key)]


def _all(one: Edition) -> Iterator[Column]:
    return (column for form in one.forms.values() for row in form.rows for column in row.columns)
