"""Is the result JSON what the contract says, in every kind of run?"""

import json
from collections.abc import Callable
from copy import deepcopy
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from nianbao.formatters.json_ import JsonFormatter
from nianbao.model.text import Language, Text
from nianbao.protocols import Canvas
from nianbao.result import Document, Result
from nianbao.rule import Severity
from tests.formatters.samples import (
    document,
    finding,
    gap,
    other,
    place,
    result,
    rule,
    unreadable,
)
from tests.formatters.seed import seed

_ROOT = Path(__file__).parents[2]
_SCHEMA = json.loads((_ROOT / "schemas/result-v1.schema.json").read_text(encoding="utf-8"))
_VALIDATOR = Draft202012Validator(_SCHEMA)


def _render(*documents: Document, language: Language = "zh") -> Any:
    return json.loads(JsonFormatter().render(result(*documents), Canvas(language)))


def _whole() -> Result:
    crashed = document("c.html")._replace(crashed=((rule("XTB001"), "ValueError: x"),))
    return result(seed(), other("首页.html"), unreadable("坏.json", 3, 7), crashed)


def test_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(_SCHEMA)


def test_every_kind_of_document_is_valid() -> None:
    whole = _render(*_whole().documents)
    assert list(_VALIDATOR.iter_errors(whole)) == []
    assert [one["status"] for one in whole["documents"]] == ["read", "other", "unreadable", "read"]


def test_summary_counts() -> None:
    known = finding()._replace(state="known")
    explained = finding()._replace(state="explained")
    whole = _render(*_whole().documents, document("d.html", [known, explained]))
    assert whole["summary"] == {
        "documents": 5,
        "read": 3,
        "other": 1,
        "unreadable": 1,
        "errors": 6,
        "warnings": 3,
        "infos": 3,
        "known": 1,
        "explained": 1,
        "not_checked": 1,
        "crashed": 1,
    }


def test_run_without_documents() -> None:
    whole = _render()
    assert list(_VALIDATOR.iter_errors(whole)) == []
    assert set(whole["summary"].values()) == {0}


def test_head() -> None:
    whole = _render(document())
    assert list(whole) == [
        "version",
        "tool",
        "language",
        "profile",
        "summary",
        "documents",
        "area",
    ]
    assert whole["tool"] == {"name": "nianbao", "version": "0.1.0", "rules_digest": "00ff00ff"}


def test_finding_in_full() -> None:
    found = finding(
        related=(place("/requests/received/other", "表三 · 本年新收 · 其他", 118),),
        values={"left": 2, "right": Decimal(0)},
    )
    (only,) = _render(document(findings=[found]))["documents"][0]["findings"]
    assert only == {
        "rule": "SUM001",
        "name": "request-balance",
        "severity": "error",
        "confidence": "certain",
        "state": "new",
        "message": "两边相差2",
        "place": "/requests/results/total/other",
        "label": "表三 · （七）总计 · 其他",
        "line": 343,
        "column": 2,
        "end_line": 343,
        "end_column": 3,
        "related": [
            {
                "place": "/requests/received/other",
                "label": "表三 · 本年新收 · 其他",
                "line": 118,
                "column": 2,
            }
        ],
        "values": {"left": 2, "right": 0},
        "basis": ["统一格式表三注"],
        "fingerprint": "0123456789abcdef",
    }


def test_findings_keep_the_order_of_the_document() -> None:
    codes = [one["rule"] for one in _render(seed())["documents"][0]["findings"]]
    assert codes[:4] == ["SEC007", "TAB008", "VAL003", "VAL003"]


def test_what_is_not_known_is_left_out() -> None:
    bare = document()._replace(organ="", year=None, edition="", reader="", encoding="")
    nowhere = finding(at=place("", "全文"), related=(place("/title", "标题"),))
    (only,) = _render(bare._replace(findings=(nowhere,)))["documents"]
    assert set(only) == {"path", "status", "findings", "not_checked", "crashed"}
    assert only["findings"][0]["place"] == ""
    assert {"line", "column", "end_line", "end_column"}.isdisjoint(only["findings"][0])
    assert only["findings"][0]["related"] == [{"place": "/title", "label": "标题"}]


def test_sentences_in_english() -> None:
    gaps = (gap("ORG001", "机关级别不明", "/title"),)
    found = finding(values={"what": Text("空白", "blank"), "rows": [Text("总计", "total")]})
    whole = _render(
        document(findings=[found])._replace(not_checked=gaps), unreadable("坏.json"), language="en"
    )
    first, second = whole["documents"]
    assert whole["language"] == "en"
    assert first["findings"][0]["message"] == "the sides differ by 2"
    assert first["findings"][0]["values"] == {"what": "blank", "rows": ["total"]}
    assert first["not_checked"] == [{"rule": "ORG001", "reason": "no ORG001", "place": "/title"}]
    assert second["problem"] == "the key “year” stands twice"


def test_problem_with_its_place() -> None:
    (only,) = _render(unreadable("坏.json", 3, 7))["documents"]
    assert (only["problem"], only["line"], only["column"]) == ("键“year”出现两次", 3, 7)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Decimal("1066730.5"), "1066730.5"),
        (Decimal("0.1"), "0.1"),
        (Decimal("1E+3"), "1000"),
        (Decimal("3.00"), "3"),
        (999_999_999_999_999_999, "999999999999999999"),
        (Decimal("NaN"), '"NaN"'),
        (float("inf"), '"Infinity"'),
        (0.25, "0.25"),
        (True, "true"),
        (None, "null"),
        (Severity, None),
        (frozenset({"x"}), '["x"]'),
        (Path("x"), '"x"'),
        ({1: (2, Text("二", "two"))}, '{"1": [2, "二"]}'),
    ],
)
def test_values(value: object, written: str | None) -> None:
    found = finding(values={"it": value})
    (only,) = _render(document(findings=[found]))["documents"][0]["findings"]
    assert only["values"]["it"] == (json.loads(written) if written else [1, 2, 3])


def test_exact_decimal_is_written_as_it_is() -> None:
    text = JsonFormatter().render(
        result(document(findings=[finding(values={"it": Decimal("1066730.5")})])), Canvas("zh")
    )
    assert '"it": 1066730.5\n' in text


def test_chinese_is_written_as_it_is() -> None:
    text = JsonFormatter().render(result(seed()), Canvas("zh"))
    assert '\n      "path": "examples/shagou-2020.txt"' in text
    assert "总体情况没有提到依申请公开、监督保障" in text
    assert text.endswith("}\n")


def test_hostile_text_comes_back_and_harms_no_terminal() -> None:
    hostile = "\x1b[31m\x9b2J\u202e\ud800\x07\n[red]:smile:\U0001f600"
    found = finding(message=Text(hostile, hostile))
    text = JsonFormatter().render(result(document(findings=[found])), Canvas("zh"))
    text.encode("utf-8")
    assert not {"\x1b", "\x9b", "\u202e", "\x07"} & set(text)
    assert json.loads(text)["documents"][0]["findings"][0]["message"] == hostile


Change = Callable[[Any], object]
_WRONG: dict[str, Change] = {
    "no version": lambda it: it.pop("version"),
    "version 2": lambda it: it.update(version=2),
    "no summary": lambda it: it.pop("summary"),
    "language": lambda it: it.update(language="fr"),
    "profile": lambda it: it.update(profile="strict"),
    "no count": lambda it: it["summary"].pop("known"),
    "negative count": lambda it: it["summary"].update(errors=-1),
    "tool": lambda it: it["tool"].pop("rules_digest"),
    "documents": lambda it: it.update(documents={}),
    "status": lambda it: it["documents"][0].update(status="skipped"),
    "no path": lambda it: it["documents"][0].pop("path"),
    "no findings": lambda it: it["documents"][0].pop("findings"),
    "year": lambda it: it["documents"][0].update(year="2020"),
    "null": lambda it: it["documents"][0].update(organ=None),
    "no problem": lambda it: it["documents"][2].pop("problem"),
    "column alone": lambda it: it["documents"][2].pop("line"),
    "severity": lambda it: it["documents"][0]["findings"][0].update(severity="fatal"),
    "confidence": lambda it: it["documents"][0]["findings"][0].update(confidence="sure"),
    "state": lambda it: it["documents"][0]["findings"][0].update(state="old"),
    "place": lambda it: it["documents"][0]["findings"][0].update(place="requests"),
    "escape": lambda it: it["documents"][0]["findings"][0].update(place="/a~2"),
    "line 0": lambda it: it["documents"][0]["findings"][0].update(line=0),
    "half a span": lambda it: it["documents"][0]["findings"][0].pop("end_line"),
    "fingerprint": lambda it: it["documents"][0]["findings"][0].update(fingerprint="xyz"),
    "values": lambda it: it["documents"][0]["findings"][0].update(values=[]),
    "basis": lambda it: it["documents"][0]["findings"][0].update(basis="form"),
    "related": lambda it: it["documents"][0]["findings"][4]["related"][0].pop("label"),
    "reason": lambda it: it["documents"][0]["not_checked"][0].pop("reason"),
    "crash": lambda it: it["documents"][3]["crashed"][0].pop("rule"),
    "area": lambda it: it["area"].update(findings=[{}]),
    "repairs": lambda it: it["documents"][0]["findings"][0].update(repairs=[{"changes": []}]),
}


@pytest.mark.parametrize("change", _WRONG.values(), ids=_WRONG.keys())
def test_schema_refuses(change: Change) -> None:
    whole = _render(*_whole().documents)
    change(whole)
    assert not _VALIDATOR.is_valid(whole)


def _stretch(value: object) -> None:
    """Put an unknown key into each object."""
    if isinstance(value, dict):
        for item in value.values():
            _stretch(item)
        value["unknown"] = None
    if isinstance(value, list):
        for item in value:
            _stretch(item)


def test_schema_allows_unknown_keys_everywhere() -> None:
    whole = _render(*_whole().documents)
    stretched = deepcopy(whole)
    _stretch(stretched)
    assert stretched != whole
    assert list(_VALIDATOR.iter_errors(stretched)) == []


def test_schema_knows_what_later_versions_add() -> None:
    whole = _render(seed())
    found = whole["documents"][0]["findings"][0]
    change = {"place": "/requests/results/total/other", "from": "0", "to": "2"}
    found["repairs"] = [{"changes": [change], "class": "safe", "reason": "唯一的改法"}]
    found |= {"cause": "c1", "explanation": "已核实", "fingerprint": "0123456789abcdef#2"}
    found["related"] = [{"place": "", "label": "", "path": "a.html", "organ": "县", "year": 2023}]
    whole["area"]["findings"] = [found]
    assert list(_VALIDATOR.iter_errors(whole)) == []
    change["place"] = "x"
    assert not _VALIDATOR.is_valid(whole)
