"""What rules hit becomes findings: grouped, yielded, worded, ordered and known again."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import pytest

from nianbao.engine.findings import findings_of, severity_of
from nianbao.engine.fingerprint import Fingerprints
from nianbao.engine.run import run
from nianbao.model.report import Organ, Report
from nianbao.model.text import Text
from nianbao.result import Finding
from nianbao.rule import Case, Hit, Rule, Severity
from tests.invented import as_json, check, data, document, read, rule

_REPORT = read(as_json(data()), ".json")
_TOTAL = "/requests/results/total/other"


def _hitting(*places: str | Hit, code: str = "XYZ001", **more: Any) -> Rule:
    hits = [Hit(place) if isinstance(place, str) else place for place in places]

    def check_all(_report: Report) -> Iterable[Hit]:
        return hits

    return rule(check_all, code, **more)


def _findings(*rules: Rule, report: Report = _REPORT, path: str = "x.json") -> list[Finding]:
    return findings_of(run(rules, report), report, path)


def _met(findings: Iterable[Finding]) -> list[tuple[str, str]]:
    return [(each.rule.code, each.place.pointer) for each in findings]


def test_no_hits_no_findings() -> None:
    assert _findings(_hitting()) == []


@pytest.mark.parametrize(
    ("place", "stays"),
    [
        (_TOTAL, False),
        ("/requests/results/total", False),
        ("/requests/results", False),
        ("/requests", False),
        ("", True),
        ("/requests/results/total/total", True),
        ("/requests/results/total/oth", True),
        (f"{_TOTAL}/x", True),
        ("/disclosure", True),
    ],
)
def test_a_rule_yields_at_the_same_place_and_below(place: str, *, stays: bool) -> None:
    yielding = _hitting(_TOTAL, code="AAA001", yields_to=frozenset({"BBB001", "CCC001"}))
    met = _met(_findings(yielding, _hitting(place, code="BBB001")))
    assert (("AAA001", _TOTAL) in met) is stays
    assert ("BBB001", place) in met


def test_a_rule_yields_to_none_but_those_it_names() -> None:
    yielding = _hitting(_TOTAL, code="AAA001", yields_to=frozenset({"CCC001"}))
    assert len(_findings(yielding, _hitting(_TOTAL, code="BBB001"))) == 2


def test_yielding_does_not_depend_on_the_order_of_rules() -> None:
    yielding = _hitting(_TOTAL, code="ZZZ001", yields_to=frozenset({"BBB001"}))
    other = _hitting(_TOTAL, code="BBB001")
    assert _met(_findings(yielding, other)) == _met(_findings(other, yielding))


def test_a_lost_mailbox_does_not_hide_a_wrong_period() -> None:
    """DAT002 yields to lost characters in the period's own words, not elsewhere."""
    report = data(
        {
            "/period": {"text": "自2024年1月1日起至2024年12月30日止"},
            "/sections/other_matters/text": "无。联系邮箱：yunxizhen163.com。",
        }
    )
    codes = [each.rule.code for each in check(as_json(report), ".json").findings]
    assert sorted(code for code in codes if code[0] == "D") == ["DAT002", "DOC008"]


def test_hits_of_a_row_are_one_finding() -> None:
    row = "/requests/received"
    places = (f"{row}/natural_person", f"{row}/other", "/requests/carried_in/other", f"{row}/total")
    message = Text("{row}有{count}格，第一格{column}", "{count}")
    first, second = _findings(_hitting(*places, one_per_row=True, message=message))
    assert first.place.pointer == f"{row}/natural_person"
    assert [place.pointer for place in first.related] == [f"{row}/other", f"{row}/total"]
    assert first.values == {"count": 3}
    assert first.message.zh == "一、本年新收政府信息公开申请数量有3格，第一格自然人"
    assert second.place.pointer == "/requests/carried_in/other"
    assert second.values == {"count": 1}


def test_related_places_of_grouped_hits_come_first() -> None:
    hits = (Hit("/requests/received/other", related=("/title",)), Hit("/requests/received/total"))
    (finding,) = _findings(_hitting(*hits, one_per_row=True))
    assert [place.pointer for place in finding.related] == ["/title", "/requests/received/total"]


def test_hits_of_a_row_stay_apart_otherwise() -> None:
    assert len(_findings(_hitting("/requests/received/other", "/requests/received/total"))) == 2


def test_messages_are_filled_from_the_place_and_the_values() -> None:
    message = Text("{label}|{table}|{row}|{column}|{left}|{who}", "{who} {left}")
    values = {"left": Decimal("1E+3"), "who": Text("谁", "who")}
    (finding,) = _findings(_hitting(Hit(_TOTAL, values), message=message))
    assert finding.message.zh == "表三 · （七）总计 · 其他|表三|（七）总计|其他|1000|谁"
    assert finding.message.en == "who 1000"


def test_values_come_before_the_names_of_the_place() -> None:
    message = Text("{table}", "{row}")
    (finding,) = _findings(_hitting(Hit(_TOTAL, {"table": "甲", "row": "乙"}), message=message))
    assert finding.message == ("甲", "乙")


def test_values_are_not_filled_again() -> None:
    message = Text("{value}", "{value}")
    (finding,) = _findings(_hitting(Hit(_TOTAL, {"value": "{row}"}), message=message))
    assert finding.message == ("{row}", "{row}")


@pytest.mark.parametrize(
    ("place", "names"),
    [
        ("", "全文||"),
        ("/requests", "表三||"),
        (
            "/requests/received",
            "表三|一、本年新收政府信息公开申请数量|一、本年新收政府信息公开申请数量",
        ),
        (
            "/requests/results/refused/state_secret/other",
            "表三|（三）不予公开 · 1.属于国家秘密|其他",
        ),
        ("/requests/columns/natural_person", "表三|列“自然人”|列“自然人”"),
        ("/sections/overview", "一、总体情况||"),
    ],
)
def test_names_of_a_place(place: str, names: str) -> None:
    message = Text("{table}|{row}|{column}", "x")
    (finding,) = _findings(_hitting(place, message=message))
    assert finding.message.zh == names


def test_notes_stand_behind_the_message() -> None:
    notes = (Text("（甲）", " (a)"), Text("（乙）", " (b)"))
    (finding,) = _findings(_hitting(Hit(_TOTAL, notes=notes), message=Text("说明", "said")))
    assert finding.message == ("说明（甲）（乙）", "said (a) (b)")


def test_the_gravest_come_first_then_those_that_stand_first() -> None:
    page = document()
    report = read(page)
    info, error = (Case({}, Severity.INFO),), (Case({}, Severity.ERROR),)
    findings = _findings(
        _hitting("/disclosure/licences/decisions", code="AAA001", severity=info),
        _hitting("/requests/received/other", "/disclosure/regulations/issued", code="CCC001"),
        _hitting("/review_litigation/review/total", code="BBB001", severity=error),
        _hitting("", "/requests/received/other", code="BBB002"),
        report=report,
    )
    assert _met(findings) == [
        ("BBB001", "/review_litigation/review/total"),
        ("BBB002", ""),
        ("CCC001", "/disclosure/regulations/issued"),
        ("BBB002", "/requests/received/other"),
        ("CCC001", "/requests/received/other"),
        ("AAA001", "/disclosure/licences/decisions"),
    ]


_CASES = (
    Case({"edition": "2021", "column": ["total", "amount"]}, Severity.ERROR),
    Case({"year": [2019, 2020]}, Severity.INFO),
    Case({"level": "county", "kind": ["government", "office"]}, Severity.INFO),
    Case({"unit": "元", "bound": True}, Severity.ERROR),
    Case({}, Severity.WARNING),
)


@pytest.mark.parametrize(
    ("cells", "edition", "hit", "severity"),
    [
        ({}, "2021", Hit("/requests/received/total"), Severity.ERROR),
        ({}, "2021", Hit("/requests/received/other"), Severity.WARNING),
        ({}, "2019", Hit("/requests/received/total"), Severity.INFO),
        ({"/year": 2022}, "2019", Hit("/requests/received/total"), Severity.WARNING),
        ({"/organ/level": "county"}, "2021", Hit("/title"), Severity.INFO),
        ({"/organ/level": "county", "/organ/kind": "office"}, "2021", Hit("/x"), Severity.INFO),
        ({"/organ/level": "county", "/organ/kind": "other"}, "2021", Hit("/x"), Severity.WARNING),
        ({}, "2021", Hit("/x", {"unit": "元", "bound": True}), Severity.ERROR),
        ({}, "2021", Hit("/x", {"unit": "元", "bound": False}), Severity.WARNING),
        ({}, "2021", Hit("/x", {"unit": "元"}), Severity.WARNING),
    ],
)
def test_the_first_case_that_holds_gives_the_severity(
    cells: dict[str, Any], edition: str, hit: Hit, severity: Severity
) -> None:
    report = read(as_json(data(cells, edition)), ".json")
    judged = _hitting(hit, severity=_CASES)
    assert severity_of(judged, hit, report) is severity
    assert [each.severity for each in _findings(judged, report=report)] == [severity]


def test_no_case_that_holds_but_the_last() -> None:
    cases = (Case({"year": 1}, Severity.ERROR), Case({"year": 2}, Severity.INFO))
    assert severity_of(_hitting(severity=cases), Hit(""), _REPORT) is Severity.INFO


def test_a_report_that_says_little_of_itself() -> None:
    report = read("{}", ".json")
    cases = (Case({"level": "county"}, Severity.ERROR), Case({}, Severity.INFO))
    assert severity_of(_hitting(severity=cases), Hit(""), report) is Severity.INFO


def _prints(*rules: Rule, report: Report = _REPORT, path: str = "x.json") -> list[str]:
    return [each.fingerprint for each in _findings(*rules, report=report, path=path)]


def test_fingerprints_are_stable() -> None:
    """The digits are part of the contract: baselines of users hold them."""
    (first,) = _prints(_hitting(_TOTAL, code="SUM001"))
    assert first == "362b949da4c8c5a3"
    (quoted,) = _prints(_hitting(Hit("", quote="20241月1日"), code="DOC008"))
    assert len(quoted) == 16
    assert quoted != first


def test_half_a_character_in_the_name_of_an_organ_has_a_fingerprint() -> None:
    found = [
        Fingerprints(Report(organ=Organ(f"青禾县{half}")), "").of("A", "", "")
        for half in "\ud800\ud801"
    ]
    assert len(set(found)) == 2


def test_fingerprints_do_not_know_lines_or_values() -> None:
    hit = Hit(_TOTAL, {"left": 3})
    other = read(document().replace("<h1>", "<p></p>\n\n<h1>"))
    page = read(document())
    prints = {
        *_prints(_hitting(hit), report=page),
        *_prints(_hitting(Hit(_TOTAL, {"left": 9})), report=other),
    }
    assert len(prints) == 1


def test_fingerprints_tell_organ_year_rule_and_place_apart() -> None:
    prints = [
        *_prints(_hitting(_TOTAL)),
        *_prints(_hitting(_TOTAL, code="XYZ002")),
        *_prints(_hitting("/title")),
        *_prints(_hitting(_TOTAL), report=read(as_json(data({"/year": 2023})), ".json")),
        *_prints(_hitting(_TOTAL), report=read(as_json(data({"/organ/name": "云"})), ".json")),
        *_prints(_hitting(Hit(_TOTAL, quote="x"))),
        *_prints(_hitting(Hit(_TOTAL, quote="y"))),
    ]
    assert len(set(prints)) == len(prints)


def test_fingerprints_of_the_same_organ_however_its_name_is_spaced() -> None:
    spaced = read(as_json(data({"/organ/name": "青禾县 云溪镇\u3000人民政府"})), ".json")
    assert _prints(_hitting(_TOTAL), report=spaced) == _prints(_hitting(_TOTAL))
    quotes = ("20241月 1日", "\uff12024\uff11月1日")
    assert (
        len(
            {
                *_prints(_hitting(Hit("", quote=quotes[0]))),
                *_prints(_hitting(Hit("", quote=quotes[1]))),
            }
        )
        == 1
    )


def test_fingerprints_of_an_unknown_organ_rest_on_the_path() -> None:
    report = read("{}", ".json")
    first, second = (_prints(_hitting(""), report=report, path=path) for path in ("a", "b"))
    assert first != second
    assert _prints(_hitting(""), path="a") == _prints(_hitting(""), path="b")


def test_equal_fingerprints_are_numbered() -> None:
    first, second, third = _prints(_hitting(_TOTAL, _TOTAL, _TOTAL))
    assert (second, third) == (f"{first}#2", f"{first}#3")


def test_a_grouped_finding_is_known_by_its_row() -> None:
    """So it stays the same when the first of its cells is filled in."""
    row = "/requests/received"
    (first,) = _prints(_hitting(f"{row}/natural_person", f"{row}/other", one_per_row=True))
    (second,) = _prints(_hitting(f"{row}/other", one_per_row=True))
    assert first == second


def test_fingerprints_alone() -> None:
    prints = Fingerprints(_REPORT, "x")
    assert prints.of("A", "/a", "") != prints.of("A", "/b", "")
