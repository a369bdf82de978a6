"""Is the page of a run whole, harmless and right?"""

import json
import re
from base64 import b64encode
from collections import Counter
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import html5lib
import pytest

from nianbao.app import Checker, Options, build_checker
from nianbao.cli.main import main
from nianbao.conforming import conforming, put
from nianbao.formatters.html_ import HtmlFormatter
from nianbao.model.equation import Equation, Term
from nianbao.model.text import Language, Text
from nianbao.protocols import Canvas
from nianbao.result import Document, Result
from nianbao.rule import Severity
from tests.formatters.samples import document, finding, gap, other, place, result, rule, unreadable

_ROOT = Path(__file__).parents[2]
_SHAGOU = str(_ROOT / "examples/shagou-2020.txt")
_HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style></title></table><svg onload=alert(1)>",
    "javascript:alert(1)",
    "<!-- '&lt; ]]>",
)


def _page(whole: Result, language: Language = "zh") -> str:
    return HtmlFormatter().render(whole, Canvas(language))


def _tree(whole: Result, language: Language = "zh") -> Any:
    return html5lib.parse(_page(whole, language), namespaceHTMLElements=False)


def _checker(*, keeps_reports: bool = True) -> Checker:
    return build_checker(Options())._replace(keeps_reports=keeps_reports)


def _checked(data: str | None = None) -> Result:
    if data is None:
        return _checker().check([_SHAGOU])
    return _checker().check_data("报告.json", data.encode())


def _words(node: Any) -> str:
    return " ".join(" ".join(node.itertext()).split())


def _by_id(tree: Any, name: str) -> Any:
    (found,) = (node for node in tree.iter() if node.get("id") == name)
    return found


def test_nothing_comes_from_elsewhere() -> None:
    tree = _tree(_checked())
    for node in tree.iter():
        assert node.get("src") is None
        assert node.get("style") is None
        assert not any(name.startswith("on") for name in node.attrib)
        assert (node.get("href") or "#").startswith("#") or node.get("href") == "data:,"
    assert "@import" not in _page(_checked())
    assert "url(" not in _page(_checked())


@pytest.mark.parametrize(
    ("element", "directive"), [("script", "script-src"), ("style", "style-src")]
)
def test_the_policy_allows_the_one_script_and_style(element: str, directive: str) -> None:
    tree = _tree(_checked())
    (only,) = tree.iter(element)
    (policy,) = (
        node.get("content") for node in tree.iter("meta") if (node.get("http-equiv") or "")
    )
    digest = b64encode(sha256((only.text or "").encode()).digest()).decode()
    assert policy.startswith("default-src 'none'; ")
    assert f"{directive} 'sha256-{digest}';" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("words", _HOSTILE)
def test_hostile_words_stay_text(words: str) -> None:
    said = Text(words, words)
    of = rule(fix=said, basis=(words,))
    one = finding(of, message=said, at=place("/requests", words, 3), related=(place("/x", words),))
    whole = result(
        document(words, [one])._replace(
            organ=words, not_checked=(gap("TXT001", words),), crashed=((rule("XTB001"), words),)
        ),
        unreadable(words),
    )
    plain = result(document("a", [finding()]), unreadable("b"))
    tree, usual = _tree(whole), _tree(plain)
    names = {node.tag for node in tree.iter() if isinstance(node.tag, str)}
    of_related_places = {"h5", "ul"}
    assert names <= {node.tag for node in usual.iter()} | of_related_places
    assert sum(1 for _ in tree.iter("script")) == 1
    text = _words(tree.find("body"))
    assert text.count(" ".join(words.split())) >= 7


@pytest.mark.parametrize("words", _HOSTILE)
def test_hostile_cells_stay_text(words: str) -> None:
    row = {"natural_person": words, "total": 3}
    rows = [{"after": "", "label": words, "cells": [words, "2"]}]
    data = {
        "edition": "2021",
        "year": 2024,
        "title": "青禾县2024年政府信息公开工作年度报告",
        "requests": {"received": row, "extra_rows": rows},
    }
    tree = _tree(_checked(json.dumps(data)))
    (table,) = (node for node in tree.iter("table") if node.get("class") == "form")
    assert {node.tag for node in table.iter()} <= {
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "a",
        "b",
    }
    met = [_words(cell) for cell in table.iter("td") if " ".join(words.split()) in _words(cell)]
    assert len(met) == 2


def test_what_does_not_print_is_written_out() -> None:
    page = _page(result(document("a\x1b\u202e\ud800\n.html", [finding()])))
    assert "a\\x1b\\u202e\\ud800 .html" in page
    page.encode()


def test_cells_are_marked_and_linked() -> None:
    tree = _tree(_checked())
    cell = _by_id(tree, "d1-requests-results-total-other")
    assert cell.get("class") == "at error"
    assert [link.get("href") for link in cell.iter("a")] == ["#d1-1", "#d1-3"]
    assert _words(_by_id(tree, "d1-1")).startswith("1 表三 · （七）总计 · 其他 第343行第2列")
    assert _by_id(tree, "d1-requests-received-other").get("class") == "with"
    assert _by_id(tree, "d1-disclosure-procurement-projects").get("class") == "at warning"


def test_each_link_leads_somewhere_and_each_name_is_given_once() -> None:
    folder = str(_ROOT / "tests/documents/tables")
    for whole in (_checked(), _checker().check([folder])):
        tree = _tree(whole)
        names = Counter(node.get("id") for node in tree.iter() if node.get("id"))
        assert set(names.values()) == {1}
        links = [node.get("href") for node in tree.iter("a")]
        assert links
        assert [link for link in links if link[1:] not in names] == []


def test_the_form_is_drawn_with_its_merged_cells() -> None:
    tree = _tree(_checked())
    tables = [node for node in tree.iter("table") if node.get("class") == "form"]
    assert len(tables) == 2
    requests, disclosure = tables
    spans = {cell.get("rowspan") for cell in requests.iter("th")}
    assert {"20", "8", "5", "3", "2"} <= spans
    assert "（本列数据的勾稽关系为" in _words(requests)
    assert "多余行 （没有标签） 4 格都空着" in _words(disclosure)


def test_the_gravest_part_comes_first() -> None:
    heads = [_words(node) for node in _tree(_checked()).iter("h3")]
    assert heads == [
        "表三 收到和处理政府信息公开申请情况",
        "表二 主动公开政府信息情况",
        "全文与正文",
    ]


def _sums(finding: Any) -> list[list[str]]:
    """Return the rows of the arithmetic of a finding."""
    (table,) = (node for node in finding.iter("table") if node.get("class") == "sum")
    return [[_words(cell) for cell in row] for row in table.iter("tr")]


def test_the_arithmetic_of_an_identity_has_its_two_sides() -> None:
    assert _sums(_by_id(_tree(_checked()), "d1-1")) == [
        ["一、本年新收政府信息公开申请数量", "2"],
        ["二、上年结转政府信息公开申请数量", "+ 0"],
        ["合计", "2"],
        ["（七）总计", "0"],
        ["四、结转下年度继续办理", "+ 0"],
        ["合计", "0"],
        ["2 ≠ 0，差 2"],
    ]


def _arithmetic(code: str, cells: Mapping[str, object], edition: str = "2021") -> list[list[str]]:
    """Return the one reckoning of a rule on the conforming report with some cells changed."""
    data = conforming(edition)
    for pointer, value in cells.items():
        put(data, pointer, value)
    tree = _tree(_checked(json.dumps(data)))
    (group,) = (node for node in tree.iter("section") if node.get("data-rule") == code)
    return _sums(group)


def test_terms_have_their_sign_and_their_factor() -> None:
    fees = {"/disclosure/normative_documents/issued": 3}
    assert _arithmetic("SUM008", fees) == [
        ["本年制发件数", "3"],
        ["本年废止件数", "− 0"],
        ["合计", "3"],
        ["现行有效件数", "0"],
        ["3 应不大于 0，多 3"],
    ]
    open_ones = {"/requests/received/total": 10, "/requests/carried_out/total": 6}
    assert _arithmetic("SUM007", open_ones) == [
        ["四、结转下年度继续办理", "2 × 6"],
        ["一、本年新收政府信息公开申请数量", "10"],
        ["12 应不大于 10，多 2"],
    ]


def test_many_parts_that_are_0_take_one_line() -> None:
    cells = {"/requests/results/total/other": 5, "/requests/results/granted/other": 1}
    rows = _arithmetic("SUM002", cells)
    assert rows[0] == ["（一）予以公开", "1"]
    assert rows[1][0].startswith("其余 ")
    assert rows[2:] == [["合计", "1"], ["（七）总计", "5"], ["1 ≠ 5，差 4"]]


def test_a_figure_that_its_cell_does_not_show_is_explained() -> None:
    cells = {
        "/requests/received/natural_person": "3件",
        "/requests/received/other": None,
        "/requests/received/total": 4,
    }
    rows = _arithmetic("SUM003", cells)
    assert rows[0] == ["自然人 原文“3件”", "3"]
    assert rows[5:7] == [["其他 空白按 0 计", "+ 0"], ["合计", "3"]]
    blank_total = {
        "/requests/received/other": 3,
        "/requests/results/granted/other": 2,
        "/requests/results/total/other": None,
    }
    assert ["（七）总计 空白，按各项之和计", "2"] in _arithmetic("SUM001", blank_total)


def test_a_rule_of_others_may_reckon_with_what_is_no_cell() -> None:
    one = finding(
        at=place("/sections/overview", "一"),
        related=(place("/sections/problems", "五"),),
        values={"sum": 5, "total": 3},
    )
    (kept,) = _checked().documents
    assert _sums(_tree(result(kept._replace(findings=(one,))))) == [
        ["五", "?"],
        ["一", "?"],
        ["5 ≠ 3，差 2"],
    ]
    words_alone = one._replace(values={"sum": "五", "total": 3})
    assert not list(_tree(result(kept._replace(findings=(words_alone,)))).iter("table"))


def test_a_number_that_stands_by_itself_is_added() -> None:
    (kept,) = _checked().documents
    granted = Term(1, "/requests/results/granted/total")
    one = finding(
        at=place(granted.pointer, "表三 · （一）予以公开 · 总计"),
        values={"left": 5, "right": 0},
    )._replace(equation=Equation((granted,), (), "<=", granted.pointer, 3))
    assert _sums(_tree(result(kept._replace(findings=(one,))))) == [
        ["表三 · （一）予以公开 · 总计", "2"],
        ["固定数", "+3"],
        ["合计", "5"],
        ["5 应不大于 0，多 5"],
    ]


def test_a_part_stands_before_its_total() -> None:
    (kept,) = _checked().documents
    one = finding(
        at=place("/requests/results/granted/other", "表三 · （一）予以公开 · 其他"),
        related=(place("/requests/results/total/other", "表三 · （七）总计 · 其他"),),
        values={"part": 2, "total": 0},
    )
    assert _sums(_tree(result(kept._replace(findings=(one,))))) == [
        ["（一）予以公开", "2"],
        ["（七）总计", "0"],
        ["2 应不大于 0，多 2"],
    ]


def test_a_known_finding_is_said_to_be_known() -> None:
    tree = _tree(result(document(findings=[finding()._replace(state="known")])))
    assert _words(_by_id(tree, "d1-1")).startswith("1 表三 · （七）总计 · 其他 第343行第2列 已知")


def test_without_the_report_there_are_findings_and_no_tables() -> None:
    one = finding(values={"left": 2, "right": 0})._replace(equation=Equation((), (), "==", ""))
    tree = _tree(result(document(findings=[one])))
    assert _sums(tree) == [["2 ≠ 0，差 2"]]


@pytest.mark.parametrize(
    ("one", "verdict", "said"),
    [
        (document(), "ready", "可以发布 青禾县云溪镇 2024年 · 2021年版 · 青禾/云溪镇.html"),
        (document(findings=[finding()]), "faulty", "须改 青禾县云溪镇"),
        (unreadable("坏.json", 3, 7), "unread", "第3行第7列：键“year”出现两次"),
        (unreadable("坏.json"), "unread", "未能读全 键“year”出现两次"),
        (other("首页.html"), "other", "不是年报 首页.html"),
        (document()._replace(organ="", year=None, edition=""), "ready", "机关不明"),
    ],
)
def test_each_document_has_its_verdict(one: Document, verdict: str, said: str) -> None:
    tree = _tree(result(one))
    shown = _by_id(tree, "d1")
    assert shown.get("data-verdict") == verdict
    assert said in _words(shown)


def test_documents_that_are_no_report_are_counted_only() -> None:
    tree = _tree(result(document(), other("首页.html")))
    assert [node.get("id") for node in tree.iter() if node.get("data-verdict")] == ["d1"]
    assert "其他 1" in _words(tree)


def test_all_findings_are_there_rule_by_rule_the_gravest_first() -> None:
    info = finding(rule("SEC007"), Severity.INFO, at=place("/sections/overview", "一"))
    grave = [finding(rule("SEC001"), at=place(f"/sections/{key}", key)) for key in "abcdefghij"]
    tree = _tree(result(document(findings=[info, *grave])))
    groups = [node for node in tree.iter("section") if node.get("data-rule")]
    assert [(each.get("data-rule"), each.get("data-severity")) for each in groups] == [
        ("SEC001", "error"),
        ("SEC007", "info"),
    ]
    assert len([node for node in tree.iter("li") if node.get("class") == "finding"]) == 11


def test_in_english() -> None:
    page = _page(_checked(), "en")
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    assert tree.get("lang") == "en"
    text = _words(tree.find("body"))
    for words in ("What to do", "Basis", "2 ≠ 0, difference 2", "line 343, column 2"):
        assert words in text
    assert not re.search(r"改法|依据|算式|筛选", text)


def test_a_run_without_documents() -> None:
    assert "没有要检查的文件" in _page(result())


def test_a_report_is_kept_only_where_it_is_asked_for() -> None:
    (kept,) = _checked().documents
    (plain,) = _checker(keeps_reports=False).check([_SHAGOU]).documents
    assert plain.report is None
    assert kept.report is not None
    assert not kept.report.sections
    assert kept.report.locate("/requests/received/other") is None
    assert kept._replace(report=None).count(Severity.ERROR) == plain.count(Severity.ERROR)
    (clean,) = _checker().check([str(_ROOT / "tests/documents/qinghe-2023.html")]).documents
    assert clean.report is None


def test_the_command_writes_a_page_with_tables(tmp_path: Path) -> None:
    target = tmp_path / "结果.html"
    assert main(["check", _SHAGOU, "--lang", "zh", "--format", f"html={target}"]) == 1
    text = target.read_text(encoding="utf-8")
    assert text.startswith("<!DOCTYPE html>\n")
    assert 'class="form"' in text
