"""The labels of the tables tell the edition: 二 decides, else 三, else the year."""

import re

import pytest

from benchmarks.pages import render
from tests.invented import changed, check, data, document, found, keys, read

_TABLE = re.compile(r"<table.*?</table>", re.DOTALL)
_OTHER = {"2019": "2021", "2021": "2019"}


def _page(edition: str, *, two: str | None = "", three: str | None = "") -> str:
    """Return a page of an edition with tables 二 and 三 of another edition, or without them."""
    page = document(edition=edition)
    own = _TABLE.findall(page)
    for index, name in enumerate((two, three)):
        if name is None:
            page = page.replace(own[index], "<p>见附件。</p>")
        elif name:
            page = page.replace(own[index], _TABLE.findall(document(edition=name))[index])
    return page


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_table_two_decides(edition: str) -> None:
    other = _OTHER[edition]
    checked = check(_page(edition, two=other, three=other))
    assert checked.edition == other
    assert found(checked) == [("DOC002", "/edition")]
    (finding,) = checked.findings
    year = {"2019": 2020, "2021": 2024}[edition]
    assert dict(finding.values) == {"year": year, "found": other, "expected": edition}


def test_table_three_decides_where_table_two_is_absent() -> None:
    checked = check(_page("2019", two=None, three="2021"))
    assert checked.edition == "2021"
    assert ("DOC002", "/edition") in found(checked)


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_the_year_decides_where_no_table_votes(edition: str) -> None:
    checked = check(_page(edition, two=None, three=None))
    assert checked.edition == edition
    assert [rule for rule, _ in found(checked)] == ["TAB001", "TAB001"]
    assert "DOC002" in {rule.code for rule, _ in checked.not_checked}


def test_no_edition_where_nothing_tells_it() -> None:
    page = _page("2021", two=None, three=None)
    page = re.sub("20(24|25)年?", "", page).replace("统计期限", "")
    checked = check(page)
    assert (checked.edition, checked.year) == ("", None)
    not_checked = {rule.code for rule, _ in checked.not_checked}
    assert {"SEC001", "TAB001", "TAB002", "DOC002"} <= not_checked
    assert found(checked) == [("DAT001", "/period"), ("ORG003", "/title")]


def test_the_label_of_normative_documents_alone_does_not_vote() -> None:
    checked = check(document().replace(">行政规范性文件<", ">规范性文件<"))
    assert checked.edition == "2021"
    assert found(checked) == [("DOC003", "/disclosure/normative_documents")]


@pytest.mark.parametrize(
    ("edition", "table_three", "place"),
    [
        ("2019", "2021", "/requests/results/other/not_corrected"),
        ("2021", "2019", "/requests/results/other"),
    ],
)
def test_a_whole_table_of_the_other_edition(edition: str, table_three: str, place: str) -> None:
    page = _page(edition, three=table_three)
    checked = check(page)
    assert checked.edition == edition
    assert found(checked) == [("DOC003", place)]
    report = read(page)
    assert report.tables["requests"].form.edition == table_three
    assert len(report.tables["requests"].rows) == {"2019": 23, "2021": 25}[table_three]
    assert report.to_dict()["requests"]["edition"] == table_three
    assert found(check(report.to_json(), ".json")) == found(checked)


@pytest.mark.parametrize(("edition", "table_three"), [("2019", "2021"), ("2021", "2019")])
def test_the_arithmetic_of_such_a_table_is_checked(edition: str, table_three: str) -> None:
    row = {"2019": "other", "2021": "other/fee_unpaid"}[table_three]
    printed = document({f"/requests/results/{row}/other": "2"}, edition=table_three)
    page = document(edition=edition)
    page = page.replace(_TABLE.findall(page)[1], _TABLE.findall(printed)[1])
    assert ("SUM006", "/requests/results/total/other") in found(check(page))


def test_a_row_of_the_other_edition() -> None:
    old = document({"/disclosure/procurement/projects": "3"}, edition="2019")
    row = old[old.rindex("<tr>", 0, old.index(">政府集中采购<")) :]
    row = row[: row.index("</tr>") + 5]
    page = document()
    at = page.index("</tr>", page.index(">行政事业性收费<")) + 5
    report = read(page[:at] + row + page[at:])
    table = report.tables["disclosure"]
    assert table.foreign == {"/disclosure/procurement": "政府集中采购"}
    checked = check(page[:at] + row + page[at:])
    assert ("DOC003", "/disclosure/procurement") in found(checked)
    assert report.to_dict()["disclosure"]["procurement"] == {"projects": 3, "amount": 0}
    assert found(check(report.to_json(), ".json")) == found(checked)


def test_a_column_of_the_other_edition() -> None:
    page = document().replace(">本年制发件数<", ">本年新制作数量<")
    assert found(check(page)) == [("DOC003", "/disclosure/columns/regulations/issued")]
    assert found(check(read(page).to_json(), ".json")) == found(check(page))


@pytest.mark.parametrize(
    ("official", "met"),
    [
        ("行政规范性文件", "规 范性文件"),
        ("行政规范性文件", "規範性文件"),
        ("本年制发件数", "本年新 制作数量"),
        ("本年制发件数", "本年新<br>制作数量"),
    ],
)
def test_labels_of_the_other_edition_as_sites_write_them(official: str, met: str) -> None:
    page = document().replace(f">{official}<", f">{met}<")
    assert [rule for rule, _ in found(check(page))] == ["DOC003"]
    assert found(check(read(page).to_json(), ".json")) == found(check(page))


def test_tables_of_both_editions_side_by_side() -> None:
    """Where words of both editions are met, the edition with more of them decides."""
    page = document()
    old = _TABLE.findall(document(edition="2019"))[0]
    block = old[old.rindex("<tr>", 0, old.index("第二十条第（九）项")) : old.rindex("</tbody>")]
    at = page.index("</tbody>")
    assert read(page[:at] + block + page[at:]).edition == read(page).edition


@pytest.mark.parametrize("style", ["clean", "text"])
def test_a_report_without_tables(style: str) -> None:
    report = data()
    for key in ("disclosure", "requests", "review_litigation"):
        del report[key]
        report["sections"][key]["text"] = "见附件。"
    checked = check(render(report, style, 1), ".txt" if style == "text" else ".html")
    assert found(checked) == [
        ("TAB001", "/disclosure"),
        ("TAB001", "/requests"),
        ("TAB001", "/review_litigation"),
    ]


@pytest.mark.parametrize(("year", "edition"), [(2018, ""), (2019, "2019"), (2020, "2019")])
def test_years_of_the_editions(year: int, edition: str) -> None:
    title = f"青禾县云溪镇{year}年政府信息公开工作年度报告"
    report = changed(data(edition="2019"), {"/title": title, "/year": year})
    del report["edition"]
    for key in ("disclosure", "requests"):
        del report[key]
    page = render({**report, "edition": "2019"}, "clean", 1)
    assert check(page).edition == edition


@pytest.mark.parametrize("keeps_own", [True, False])
def test_a_row_of_table_three_of_the_other_edition(*, keeps_own: bool) -> None:
    """The old form has one row where the new one has three: what is added is not lost."""
    page = document(edition="2019")
    start = page.rindex("<tr>", 0, page.index(">（六）其他处理<"))
    row = page[start : page.index("</tr>", start) + 5]
    added = row.replace("（六）其他处理", "3.其他").replace(">0<", ">2<")
    page = page.replace(row, row + added if keeps_own else added)
    checked = check(page)
    assert "DOC003" in {rule for rule, _ in found(checked)}
    again = check(read(page).to_json(), ".json")
    assert keys(again) == keys(checked)


@pytest.mark.parametrize("label", ["政府集中采购", "规范性文件"])
def test_a_row_label_of_the_other_edition_in_a_header_is_no_column_of_it(label: str) -> None:
    page = document().replace(">本年废止件数<", f">{label}<")
    assert keys(check(read(page).to_json(), ".json")) == keys(check(page))


def test_a_header_of_the_old_form_in_the_new_one_is_a_label() -> None:
    page = document().replace("本年制发件数", "本年新<br>制作数量")
    page = page.replace("本年废止件数", "本年新公开数量").replace("现行有效件数", "对外公开总数量")
    report = read(page)
    assert report.edition is not None
    assert report.edition.key == "2021"
    assert report.content == read(document()).content
    assert {rule for rule, _ in found(check(page))} == {"DOC003"}


def test_a_header_of_the_new_form_in_the_old_one_is_a_label() -> None:
    page = document(edition="2019").replace("本年新制作数量", "本年制发件数")
    assert read(page).content == read(document(edition="2019")).content
    assert {rule for rule, _ in found(check(page))} == {"DOC003"}
