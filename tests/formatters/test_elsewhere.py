"""Findings that name another document say which one, whatever the format."""

import json
from typing import Any

import jsonschema
import pytest

from nianbao.app import Options, build_checker
from nianbao.engine.across import area_findings, years_findings
from nianbao.formatters import wording
from nianbao.formatters.catalogue_words import conditions
from nianbao.formatters.example import example_lines
from nianbao.formatters.json_ import to_object
from nianbao.formatters.page.marks import places_in
from nianbao.formatters.page.parts import tables_touched
from nianbao.formatters.page.reckoning import reckoning_of
from nianbao.model.place import Origin, Place, Span
from nianbao.protocols import Canvas
from nianbao.resources import schema_text
from nianbao.result import Document, Finding, Result
from tests.invented_years import facts, rules

_OUT = "/requests/carried_out/total"
_IN = "/requests/carried_in/total"
_PLACE = Place(_OUT, "表三 · 四、结转下年度继续办理 · 总计", Span(3, 4, 3, 5))
_THERE = _PLACE._replace(origin=Origin("2023/a.html", "青禾县云溪镇", 2023))


def _finding() -> Finding:
    last = facts(2023, {_OUT: 2}, "2023/a.html")
    (judgement,) = years_findings(rules("YOY001"), [facts(), last])
    (finding,) = judgement.findings
    return finding


def _result() -> Result:
    document = Document("2024/a.html", "read", organ="青禾县云溪镇", findings=(_finding(),))
    absent = area_findings(rules("AGG004"), [facts(2022), facts(2024)])[-1].findings
    return Result((document,), "0.1.0", "", area=absent)


def test_labels_and_positions() -> None:
    assert wording.label(_PLACE, "zh") == "表三 · 四、结转下年度继续办理 · 总计"
    assert wording.label(_THERE, "zh") == f"青禾县云溪镇2023年报告 · {_PLACE.label}"
    assert wording.label(_THERE, "en") == f"青禾县云溪镇2023 · {_PLACE.label}"
    assert wording.position(_PLACE) == "3:4"
    assert wording.position(_THERE) == "2023/a.html:3:4"
    assert wording.position(_THERE._replace(span=None)) == "2023/a.html"


def test_the_json_result() -> None:
    result = to_object(_result(), "zh")
    jsonschema.Draft202012Validator(json.loads(schema_text("result-v1"))).validate(result)
    (finding,) = result["documents"][0]["findings"]
    assert finding["related"] == [
        {
            "place": _OUT,
            "label": "表三 · 四、结转下年度继续办理 · 总计",
            "path": "2023/a.html",
            "organ": "青禾县云溪镇人民政府",
            "year": 2023,
        }
    ]
    (absent,) = result["area"]["findings"]
    assert (absent["rule"], absent["place"]) == ("AGG004", "")
    assert absent["message"] == "缺少青禾县云溪镇人民政府2023年的报告"


def _shown(name: str) -> str:
    formatter = build_checker(Options()).formatters[name]
    return formatter.render(_result(), Canvas("zh", width=200))


_FORMATS = (
    "table", "json", "jsonl", "csv", "html", "markdown", "sarif", "junit", "checkstyle", "github",
    "gitlab", "rdjsonl",
)  # fmt: skip


def test_all_formats_are_tried() -> None:
    assert set(_FORMATS) == set(build_checker(Options()).formatters)


@pytest.mark.parametrize("name", _FORMATS)
def test_what_stands_in_no_document_is_told_in_each_format(name: str) -> None:
    assert "缺少青禾县云溪镇人民政府2023年的报告" in _shown(name)


@pytest.mark.parametrize("name", _FORMATS)
def test_it_is_told_where_no_document_was_read(name: str) -> None:
    alone = _result()._replace(documents=())
    text = build_checker(Options()).formatters[name].render(alone, Canvas("zh", width=200))
    assert "缺少青禾县云溪镇人民政府2023年的报告" in text


@pytest.mark.parametrize("name", ["table", "html", "markdown"])
def test_it_is_no_document_itself(name: str) -> None:
    shown = _shown(name)
    assert "共 1 份文件：读取 1" in shown
    assert "不在任何一份文件里的问题" in shown


def test_it_counts_as_a_finding() -> None:
    summary = to_object(_result(), "zh")["summary"]
    assert (summary["documents"], summary["warnings"], summary["infos"]) == (1, 2, 0)


def test_sarif_gives_it_no_place() -> None:
    run = json.loads(_shown("sarif"))["runs"][0]
    assert {each["ruleId"]: len(each["locations"]) for each in run["results"]} == {
        "YOY001": 1,
        "AGG004": 0,
    }
    assert [each["location"]["uri"] for each in run["artifacts"]] == ["2024/a.html"]
    assert {"YOY001", "AGG004"} <= {each["id"] for each in run["tool"]["driver"]["rules"]}


def test_sarif_leads_to_the_other_file() -> None:
    _, found = json.loads(_shown("sarif"))["runs"][0]["results"]
    (other,) = found["relatedLocations"]
    assert other["physicalLocation"]["artifactLocation"] == {"uri": "2023/a.html"}
    (own,) = found["locations"]
    assert own["physicalLocation"]["artifactLocation"] == {"uri": "2024/a.html", "index": 0}


@pytest.mark.parametrize("name", ["table", "html"])
def test_people_are_told_which_report(name: str) -> None:
    assert "青禾县云溪镇人民政府2023年报告" in _shown(name)


def test_the_page_marks_no_cell_of_another_report() -> None:
    finding = _finding()
    assert places_in(finding) == {_IN: True}
    assert tables_touched([finding], facts().report) == {"requests"}
    assert reckoning_of(finding) is None


def test_other_reports_are_no_part_of_a_reckoning() -> None:
    summed = _finding()._replace(values={"sum": 1, "total": 2})
    reckoning = reckoning_of(summed)
    assert reckoning
    assert reckoning.left.terms == ()


def _lines(code: str, key: str, language: Any = "zh") -> str:
    (rule,) = rules(code)
    example = next(each for each in rule.texts().examples if each.key == key)
    return example_lines(example, language, 100).plain


def test_examples_show_the_reports_beside() -> None:
    shown = _lines("YOY001", "across-editions")
    assert "上一年的报告：\n        2019年版\n        /requests/carried_out/total = 2" in shown
    assert "上一年的报告：合格报告原样" in _lines("YOY007", "zeros")
    assert "the report of the year before: the conforming one" in _lines("YOY007", "zeros", "en")
    assert "其他报告2：" in _lines("AGG001", "sum")


def test_a_row_in_a_condition_is_named() -> None:
    assert conditions({"row": "regulations"}, "zh") == "行 = 规章"
