"""What the Python rules find beyond their examples."""

from typing import Any

import pytest

from nianbao.app import Options
from nianbao.result import Document
from tests.invented import as_json, check, data, document, found

_STRICT = Options(blank="strict")


def _json(cells: dict[str, Any], edition: str = "2021", *, strict: bool = False) -> Document:
    return check(as_json(data(cells, edition)), ".json", _STRICT if strict else None)


def _of(rule: str, checked: Document) -> list[str]:
    return [place for code, place in found(checked) if code == rule]


_TOTAL = "/requests/results/total"


@pytest.mark.parametrize("strict", [False, True])
def test_part_above_total_speaks_only_where_a_sum_is_barred(*, strict: bool) -> None:
    cells = {
        "/requests/results/granted/other": None,
        "/requests/results/partly_granted/other": 5,
        f"{_TOTAL}/other": 3,
    }
    checked = _json(cells, strict=strict)
    assert bool(_of("SUM005", checked)) is strict
    assert bool(_of("SUM002", checked)) is not strict


def test_a_part_above_two_totals_is_named_once() -> None:
    part = "/requests/results/partly_granted/other"
    cells = {
        "/requests/results/granted/other": None,
        "/requests/results/partly_granted/natural_person": None,
        part: 5,
        "/requests/results/partly_granted/total": 3,
        f"{_TOTAL}/other": 4,
    }
    checked = _json(cells, strict=True)
    assert _of("SUM005", checked) == [part]
    (finding,) = (each for each in checked.findings if each.rule.code == "SUM005")
    assert finding.values["part"] == 5
    assert len(finding.related) == 1


def test_part_above_total_says_nothing_where_the_total_has_no_number() -> None:
    cells = {"/requests/received/natural_person": None, "/requests/received/total": "约3"}
    assert _of("SUM005", _json({**cells, "/requests/received/other": 9}, strict=True)) == []


def test_a_missing_row_is_no_unread_one() -> None:
    whole = data({"/requests/results/partly_granted/other": 5, f"{_TOTAL}/other": 3})
    del whole["requests"]["results"]["granted"]
    assert _of("SUM005", check(as_json(whole), ".json")) == []


@pytest.mark.parametrize("blank", [None, "-", "/", "无"])
def test_a_blank_total_silences_the_findings_about_its_blank(blank: str | None) -> None:
    cells = {"/requests/received/other": 3, "/requests/received/total": blank}
    # The text may be contradicted as well.
    assert [each for each in found(_json(cells)) if each[0][:3] in ("SUM", "VAL")] == [
        ("SUM001", f"{_TOTAL}/other"),
        ("SUM001", f"{_TOTAL}/total"),
        ("VAL010", "/requests/received/total"),
    ]


def test_one_finding_for_each_blank_total() -> None:
    row = {"upheld": 1, "corrected": 0, "other": 0, "pending": 0, "total": None}
    cells = {"/review_litigation/review": row, "/review_litigation/litigation_direct": dict(row)}
    assert _of("VAL010", _json(cells)) == [
        "/review_litigation/litigation_direct/total",
        "/review_litigation/review/total",
    ]


def test_several_blank_totals_of_one_row_are_several_findings() -> None:
    cells = {
        "/requests/results/granted/natural_person": 1,
        "/requests/results/granted/other": 2,
        f"{_TOTAL}/natural_person": None,
        f"{_TOTAL}/other": None,
    }
    places = [f"{_TOTAL}/natural_person", f"{_TOTAL}/other"]
    assert _of("VAL010", _json(cells)) == places
    assert _of("VAL001", _json(cells)) == []


def test_zero_in_the_corner_speaks_once_and_for_the_row_first() -> None:
    cells = {
        f"{_TOTAL}/natural_person": 2,
        "/requests/results/granted/natural_person": 2,
        "/requests/results/granted/total": 3,
    }
    checked = _json(cells)
    (corner,) = (
        each
        for each in checked.findings
        if (each.rule.code, each.place.pointer) == ("SUM006", f"{_TOTAL}/total")
    )
    assert corner.values == {"total": 0, "sum": 2}
    assert not {"SUM002", "SUM003"} & {
        code for code, place in found(checked) if place == f"{_TOTAL}/total"
    }


def test_a_blank_total_counted_as_zero_is_no_zero() -> None:
    assert _of("SUM006", _json({"/requests/received/total": None})) == []


def test_a_blank_corner_over_a_row_of_zeros_is_no_zero() -> None:
    cells = {"/requests/results/granted/total": 2, f"{_TOTAL}/total": None}
    checked = _json(cells)
    assert _of("SUM006", checked) == []
    assert f"{_TOTAL}/total" in _of("SUM002", checked) + _of("VAL010", checked)


def test_a_text_among_the_parts_bars_the_sum_of_zero() -> None:
    cells = {"/requests/received/other": 3, "/requests/received/natural_person": "约"}
    assert _of("SUM006", _json(cells)) == []


def test_a_text_in_a_total_yields_nothing_else_there() -> None:
    cells = {"/requests/received/other": 3, "/requests/received/total": "叁"}
    places = [code for code, place in found(_json(cells)) if place == "/requests/received/total"]
    assert places == ["VAL004"]


def test_a_decimal_and_a_negative_count_are_used_as_they_are() -> None:
    cells = {
        "/requests/carried_in/other": -2,
        "/requests/received/other": 2.5,
        "/requests/received/total": 2.5,
        "/requests/carried_in/total": -2,
    }
    checked = _json(cells)
    assert ("VAL005", "/requests/carried_in/other") in found(checked)
    assert ("VAL006", "/requests/received/other") in found(checked)
    values = {
        each.place.pointer: str(each.values["left"])
        for each in checked.findings
        if each.rule.code == "SUM001"
    }
    assert values == {f"{_TOTAL}/other": "0.5", f"{_TOTAL}/total": "0.5"}


@pytest.mark.parametrize(
    ("period", "rules"),
    [
        ({"from": "2024-01-01", "to": "2024-12-31"}, []),
        ({"from": "2024-01-01", "to": "2025-12-31"}, ["DAT002"]),
        ({"from": "2023-01-01", "to": "2023-12-31"}, ["DAT003"]),
        ({"from": "2023-01-01", "to": "2023-06-30"}, ["DAT002", "DAT003"]),
        ({"from": "2024-01-01"}, []),
        ({"to": "2024-12-30"}, []),
        ({"text": "全年"}, []),
        ({}, []),
    ],
)
def test_periods(period: dict[str, str], rules: list[str]) -> None:
    assert [code for code, _ in found(_json({"/period": period}))] == rules


def test_a_period_without_a_year_to_compare_with() -> None:
    whole = data({"/period": {"from": "2023-01-01", "to": "2023-12-31"}})
    del whole["year"]
    checked = check(as_json(whole), ".json")
    assert found(checked) == []
    assert {(rule.code, gap.at) for rule, gap in checked.not_checked} == {
        ("DAT003", "/period"),
        ("DOC002", ""),
    }


def test_a_year_from_outside_does_not_vote_for_an_edition() -> None:
    whole = data()
    del whole["year"]
    checked = check(as_json(whole), ".json", Options(year=2020))
    assert checked.year == 2020
    assert "DOC002" not in {code for code, _ in found(checked)}
    assert found(checked) == [("DAT003", "/period")]


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        ("联系邮箱：yunxizhen163.com。", "yunxizhen163.com"),
        ("E-mail:yunxi.zhen126.com", "yunxi.zhen126.com"),
        ("电子邮箱为 yunxi-zhenqq.com", "yunxi-zhenqq.com"),
    ],
)
def test_a_mailbox_that_lost_its_sign(words: str, quoted: str) -> None:
    checked = _json({"/sections/other_matters/text": f"未收取信息处理费。{words}"})
    assert found(checked) == [("DOC008", "")]
    assert checked.findings[0].values == {"quote": quoted}


@pytest.mark.parametrize(
    "words",
    ["邮箱：yunxi@163.com", "网址：www.163.com", "邮箱见网站", "邮箱：", "mail: yunxi@126.com.cn"],
)
def test_mailboxes_that_are_sound(words: str) -> None:
    text = f"未收取信息处理费。{words}"
    assert found(_json({"/sections/other_matters/text": text})) == []


def test_a_mailbox_in_the_preface() -> None:
    assert found(_json({"/preface": "本报告由某某编制，邮箱：yunxizhen163.com"})) == [
        ("DOC008", "")
    ]


def test_equal_findings_are_told_apart() -> None:
    words = "未收取信息处理费。邮箱：yunxizhen163.com，邮箱：yunxizhen163.com"
    first, second = _json({"/sections/other_matters/text": words}).findings
    assert second.fingerprint == f"{first.fingerprint}#2"


def test_a_header_wholly_absent_is_one_finding() -> None:
    columns = [f"/disclosure/columns/fees/{key}" for key in ("items_before", "change")]
    checked = _json({"/disclosure/labels": dict.fromkeys(columns, "")}, "2019")
    (finding,) = checked.findings
    assert finding.rule.code == "TAB003"
    assert finding.place.pointer == columns[0]
    assert [place.pointer for place in finding.related] == columns[1:]
    assert "上一年项目数量、本年增/减" in finding.message.zh


def test_a_header_of_table_two_with_one_column() -> None:
    label = {"/disclosure/columns/licences/decisions": ""}
    checked = _json({"/disclosure/labels": label})
    assert found(checked) == [("TAB003", "/disclosure/columns/licences/decisions")]


def test_headers_of_two_rows() -> None:
    labels = {
        "/disclosure/columns/regulations/issued": "",
        "/disclosure/columns/normative_documents/in_force": "",
        "/disclosure/columns/regulations/repealed": "本年废除件数",
    }
    assert _of("TAB003", _json({"/disclosure/labels": labels})) == [
        "/disclosure/columns/normative_documents/in_force",
        "/disclosure/columns/regulations/issued",
    ]


def test_a_table_of_the_other_edition_of_which_no_row_tells() -> None:
    table = data(edition="2019")["review_litigation"]
    checked = _json({"/review_litigation": {"edition": "2019", **table}})
    assert found(checked) == []


def test_an_empty_part_that_has_its_table() -> None:
    assert found(check(document())) == []


@pytest.mark.parametrize("key", ["overview", "problems", "other_matters"])
def test_a_part_without_text(key: str) -> None:
    checked = _json({f"/sections/{key}/text": " \n"})
    assert ("SEC006", f"/sections/{key}") in found(checked)


@pytest.mark.parametrize(
    ("year", "edition", "rules"),
    [(2019, "2021", ["DOC002"]), (2021, "2019", ["DOC002"]), (2018, "2019", [])],
)
def test_the_edition_and_the_year(year: int, edition: str, rules: list[str]) -> None:
    period = {"from": f"{year}-01-01", "to": f"{year}-12-31"}
    checked = _json({"/year": year, "/period": period}, edition)
    assert [code for code, _ in found(checked) if code.startswith("DOC")] == rules
