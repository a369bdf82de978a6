"""Is SARIF fit for code scanning?"""

import json
from collections.abc import Sequence
from random import Random
from typing import Any

import pytest

from nianbao.formatters import sarif_limits
from nianbao.formatters.sarif import SarifFormatter
from nianbao.model.text import Language
from nianbao.protocols import Canvas
from nianbao.result import Document, Result
from nianbao.rule import Severity
from tests.formatters.pipelines import WIDE, every_kind
from tests.formatters.samples import document, finding, gap, place, result, rule, unreadable


def _run(whole: Result, language: Language = "zh") -> Any:
    (run,) = json.loads(SarifFormatter().render(whole, Canvas(language)))["runs"]
    return run


def _one(*documents: Document) -> Any:
    return _run(result(*documents))["results"][0]


def test_a_cell_is_a_region_in_units_of_utf_16() -> None:
    (where,) = _one(document("a b/𠮷.html", [finding(at=WIDE)]))["locations"]
    assert where["physicalLocation"] == {
        "artifactLocation": {"uri": "a%20b/%F0%A0%AE%B7.html", "index": 0},
        "region": {"startLine": 7, "endLine": 7, "startColumn": 4, "endColumn": 7},
    }
    assert where["logicalLocations"] == [
        {"name": WIDE.label, "fullyQualifiedName": WIDE.pointer, "kind": "element"}
    ]


def test_without_known_units_there_are_lines_alone_and_without_lines_no_region() -> None:
    lines, none = place("/requests", "表三", 5), place("/requests", "表三")
    region = _one(document(findings=[finding(at=lines)]))["locations"][0]["physicalLocation"]
    assert region["region"] == {"startLine": 5, "endLine": 5}
    bare = _one(document(findings=[finding(at=none)]))["locations"][0]["physicalLocation"]
    assert "region" not in bare


def test_operands_are_related_locations() -> None:
    related = (WIDE, place("/requests/carried_in/other", "表三 · 上年结转 · 其他"))
    said = _one(document(findings=[finding(related=related)]))["relatedLocations"]
    assert [(each["id"], each["message"]["text"]) for each in said] == [
        (1, "表三 · 本年新收 · 其他"),
        (2, "表三 · 上年结转 · 其他"),
    ]


def test_the_fingerprint_is_ours() -> None:
    names = _one(document(findings=[finding()]))["partialFingerprints"]
    assert names == {
        "nianbao/v1": "0123456789abcdef",
        "primaryLocationLineHash": "0123456789abcdef",
    }


def test_rules_say_all_that_is_shown() -> None:
    asked = document(findings=[finding()])._replace(rules=(rule("DOC001"), rule("SUM001")))
    rules = _run(result(asked))["tool"]["driver"]["rules"]
    assert [each["id"] for each in rules] == ["DOC001", "SUM001"]
    assert rules[1]["shortDescription"]["text"] == "标题"
    assert rules[1]["fullDescription"]["text"] == "缘由"
    assert "## 怎样改\n\n核对这一列的数字" in rules[1]["help"]["markdown"]
    assert rules[1]["properties"]["precision"] == "very-high"
    assert rules[1]["properties"]["problem.severity"] == "error"
    assert 0 < len(rules[1]["properties"]["tags"]) <= 10


def test_the_gravest_come_first_and_name_their_rules() -> None:
    run = _run(every_kind())
    levels = [each["level"] for each in run["results"]]
    assert levels == sorted(levels, key=["error", "warning", "note"].index)
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[each["ruleIndex"]]["id"] == each["ruleId"] for each in run["results"])


def test_what_was_not_done_is_told() -> None:
    gaps = document("g.html")._replace(not_checked=(gap("TXT001", "没有表三", "/requests"),))
    crashed = document("c.html")._replace(crashed=((rule("XTB001"), "ValueError: x"),))
    (invocation,) = _run(result(unreadable("坏.json", 3, 7), crashed, gaps))["invocations"]
    notes = invocation["toolExecutionNotifications"]
    assert [each["level"] for each in notes] == ["error", "error", "note"]
    assert notes[0]["locations"][0]["physicalLocation"]["region"]["startLine"] == 3
    assert invocation["executionSuccessful"] is False
    assert _run(result(gaps))["invocations"][0]["executionSuccessful"] is True


def test_known_and_explained_findings_are_marked() -> None:
    states = [finding()._replace(state=state) for state in ("new", "known", "explained")]
    marked = _run(result(document(findings=states)))["results"]
    assert [each["baselineState"] for each in marked] == ["new", "unchanged", "new"]
    assert [each.get("suppressions") for each in marked] == [
        None,
        None,
        [{"kind": "external", "status": "accepted"}],
    ]


def test_a_path_outside_is_a_file_uri_and_bytes_that_are_no_text_are_quoted() -> None:
    where = [
        _one(document(path, [finding()]))["locations"][0]["physicalLocation"]["artifactLocation"]
        for path in ("/elsewhere/a.html", "b\udcff.html", "./c/../d.html")
    ]
    assert [each["uri"] for each in where] == ["file:///elsewhere/a.html", "b%FF.html", "d.html"]


@pytest.mark.parametrize(("name", "limit"), [("MOST_RESULTS", 5), ("MOST_BYTES", 6_000)])
def test_what_a_platform_would_refuse_is_cut_and_told(
    monkeypatch: pytest.MonkeyPatch, name: str, limit: int
) -> None:
    monkeypatch.setattr(sarif_limits, name, limit)
    rng = Random(1)  # noqa: S311  # what cannot be packed, the same every time
    noise = "".join(map(chr, rng.choices(range(0x4E00, 0x9000), k=600)))
    found = [
        finding(
            severity=grave,
            message=finding().message._replace(zh=noise[number:]),
            at=place("/requests", noise[number * 7 :]),
        )
        for number in range(40)
        for grave in (Severity.INFO, Severity.ERROR)
    ]
    run = _run(result(document(findings=found)))
    kept: Sequence[Any] = run["results"]
    assert 0 < len(kept) < len(found)
    assert [each["level"] for each in kept][:40] == ["error"] * min(len(kept), 40)
    (note,) = run["invocations"][0]["toolExecutionNotifications"]
    assert note["level"] == "warning"
    assert f"共 {len(found)} 个问题，只写入最严重的 {len(kept)} 个" in note["message"]["text"]


def test_what_a_platform_will_not_show_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif_limits, "SHOWN_RESULTS", 1)
    run = _run(result(document(findings=[finding(), finding()])))
    (note,) = run["invocations"][0]["toolExecutionNotifications"]
    assert (note["level"], len(run["results"])) == ("note", 2)
