"""Rules across years and organs give findings that name both documents."""

from collections.abc import Iterator

import pytest

from nianbao.engine.across import area_findings, judged, years_findings
from nianbao.engine.areas import Tree
from nianbao.model.area import Area
from nianbao.model.place import Origin
from nianbao.model.text import Text
from nianbao.model.years import Years
from nianbao.prose.organs import organ_named
from nianbao.rule import Check, Hit, NotChecked
from tests.invented import rule
from tests.invented_years import ROLL_UP, facts, organ, rules, told

_CARRIED = {"/requests/carried_out/other": 2, "/requests/carried_out/total": 2}


def _years(check: Check) -> list[tuple[str, int, int, int]]:
    own = rule(check, scope="years")
    return [
        (each.path, len(each.findings), len(each.not_checked), len(each.crashed))
        for each in years_findings([own], [facts(2023), facts(2024)])
    ]


def _crash(_subject: Years) -> Iterator[Hit]:
    yield Hit("/title")
    raise ZeroDivisionError


def _gap(_subject: Years) -> Iterator[NotChecked]:
    yield NotChecked(Text("没有", "none"), "/title")


def _hit(subject: Years) -> Iterator[Hit]:
    yield Hit("/title", elsewhere=((subject.last.path, "/title"),))


def _nothing(_subject: Years) -> Iterator[Hit]:
    yield from ()


@pytest.mark.parametrize(
    ("check", "counts"),
    [(_nothing, (0, 0, 0)), (_hit, (1, 0, 0)), (_gap, (0, 1, 0)), (_crash, (0, 0, 1))],
)
def test_four_outcomes(check: Check, counts: tuple[int, int, int]) -> None:
    assert _years(check) == [("2024.json", *counts)]


def test_a_rule_of_another_scope_is_not_asked() -> None:
    asked = [rule(_crash, scope="report"), rule(_crash, scope="area"), rule(_hit, scope="years")]
    years = Years(facts(2024), facts(2023))
    judgement = judged(asked, years)
    assert judgement.rules == (asked[2],)
    assert judgement.crashed == ()
    assert judged(asked, Area(facts(2024))).rules == (asked[1],)


def test_a_rule_of_another_edition_is_not_asked() -> None:
    years = Years(facts(2024), facts(2023))
    assert "YOY003" not in {each.code for each in judged(rules("YOY"), years).rules}


def test_a_finding_names_both_documents_and_both_cells() -> None:
    last, this = facts(2023, _CARRIED, "b/2023.html"), facts(2024, path="a/2024.html")
    (judgement,) = years_findings(rules("YOY001"), [this, last])
    (finding,) = judgement.findings
    assert judgement.path == "a/2024.html"
    assert finding.place.pointer == "/requests/carried_in/total"
    assert finding.place.origin is None
    others = [place for place in finding.related if place.origin]
    assert {place.origin for place in others} == {
        Origin("b/2023.html", "青禾县云溪镇人民政府", 2023)
    }
    assert [place.pointer for place in others] == [
        "/requests/carried_out/total",
        "/requests/carried_out/other",
    ]
    assert others[0].label == "表三 · 四、结转下年度继续办理 · 总计"


def test_the_report_that_repeats_another_is_found() -> None:
    reports = [facts(path="a"), facts(cells={"/organ": organ("档案局")}, path="b")]
    assert told(area_findings(rules("AGG"), reports)) == [("b", "AGG003", "/sections/overview")]


def test_a_roll_up_of_which_reports_lack_is_not_compared() -> None:
    reports = [facts(cells=ROLL_UP, path="a"), facts(cells=_CARRIED, path="b")]
    (judgement, _) = area_findings(rules("AGG001"), reports)
    assert [gap.reason.zh for _, gap in judgement.not_checked] == [
        "下级机关的报告没有收齐，或者不知道是否收齐"
    ]


def test_a_roll_up_is_found_below_a_member_whoever_lacks() -> None:
    reports = [facts(cells=ROLL_UP, path="a"), facts(cells=_CARRIED, path="b")]
    assert told(area_findings(rules("AGG001", "AGG002"), reports)) == [
        ("a", "AGG002", "/requests/carried_out/total")
    ]


def test_a_report_that_is_absent_stands_in_no_document() -> None:
    town = organ_named("青禾县云溪镇人民政府")
    assert town
    tree = Tree(expected=[(town, 2023)])
    absent = [each for each in area_findings(rules("AGG"), [facts(2024)], tree) if each.findings]
    assert told(absent) == [("", "AGG004", "")]
    (finding,) = absent[0].findings
    assert finding.message.zh == "缺少青禾县云溪镇人民政府2023年的报告"
    again = area_findings(rules("AGG004"), [facts(2024)], tree)[-1].findings[0]
    assert finding.fingerprint == again.fingerprint


def test_the_order_in_which_reports_come_does_not_count() -> None:
    reports = [
        facts(cells=ROLL_UP, path="r"),
        facts(cells=_CARRIED, path="s"),
        facts(2023, path="t"),
        facts(2022, cells={"/organ": organ("档案局")}, path="u"),
        facts(2024, cells={"/organ": organ("档案局"), "/disclosure/fees/amount": 9}, path="v"),
    ]
    every = rules("YOY", "AGG")
    assert area_findings(every, reports) == area_findings(every, reports[::-1])
    assert years_findings(every, reports) == years_findings(every, reports[::-1])


_MOBILE = "13800000012"


def _quote(subject: Years) -> Iterator[Hit]:
    words = subject.last.texts["/sections/problems"]
    yield Hit("/title", {"quote": words[:9]}, elsewhere=((subject.last.path, "/title"),))


def test_what_is_quoted_of_the_other_report_is_masked_though_it_was_cut() -> None:
    last = facts(2023, {"/sections/problems/text": f"王某{_MOBILE}反映。"})
    (judgement,) = years_findings([rule(_quote, scope="years")], [last, facts(2024)])
    (finding,) = judgement.findings
    assert finding.values["quote"] == "王某138****"


def _lack(subject: Years) -> Iterator[NotChecked]:
    yield NotChecked(Text(subject.last.name, subject.last.name), "/title")


def test_private_data_are_masked_in_the_reason_why_nothing_was_checked() -> None:
    name = {"/organ/name": f"青禾县云溪镇{_MOBILE}人民政府"}
    asked = [rule(_lack, scope="years")]
    (judgement,) = years_findings(asked, [facts(2023, name), facts(2024, name)])
    ((_, gap),) = judgement.not_checked
    assert gap.reason.zh == gap.reason.en == "青禾县云溪镇138******12人民政府"
