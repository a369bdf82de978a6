"""Pages are read as their reader sees them, however they were made."""

import re

import pytest

from benchmarks.pages import HTML_STYLES, render
from nianbao.model.cell import State
from tests.invented import changed, check, data, document, found, read

_CELL = "/requests/received/other"
_TABLE = re.compile(r"<table.*?</table>", re.DOTALL)


def _cell(markup: str) -> tuple[str, State]:
    cell = read(document({_CELL: markup})).cell(_CELL)
    return cell.raw, cell.state


@pytest.mark.parametrize(
    ("markup", "raw"),
    [
        ("<span>1</span><span>2</span>", "12"),
        (
            "<p class=MsoNormal><span lang=EN-US>1<span style='x'>2</span><o:p></o:p></span></p>",
            "12",
        ),
        ("<b>1</b><i>3</i><sub>7</sub>次", "137次"),
        ("<!-- 9 -->7<!--[if gte mso 9]><xml>8</xml><![endif]-->", "7"),
        ("<script>9</script>7<style>p{}</style>", "7"),
        ("&#55;&nbsp;", "7"),
        ("\n 7\t\n", "7"),
        ("<font color=red>7</font>", "7"),
        ("<input value=9>7", "7"),
        ("1<br>2", "1\n\n2"),
        ("<p>1</p><p>2</p>", "1\n\n2"),
        ("<textarea>9</textarea>7", "7"),
        ("<u>7", "7"),
    ],
)
def test_text_of_a_cell(markup: str, raw: str) -> None:
    assert re.sub(r"\n+", "\n\n", _cell(markup)[0]) == raw


def test_two_numbers_on_two_lines_are_not_one() -> None:
    assert _cell("<p>1</p><p>2</p>")[1] is State.TEXT


@pytest.mark.parametrize("blank", ["", "&nbsp;", "<o:p>&nbsp;</o:p>", "<br>", "\u200b", "\u3000"])
def test_blank_cells(blank: str) -> None:
    assert _cell(blank) == ("", State.BLANK)


@pytest.mark.parametrize("style", HTML_STYLES)
def test_page_in_capitals(style: str) -> None:
    page = re.sub(
        r"</?(?:td|tr|table|tbody|th|p)\b", lambda tag: tag[0].upper(), document(style=style)
    )
    assert found(check(page)) == []


def test_optional_end_tags() -> None:
    page = re.sub(r"</(?:td|tr|p|tbody|li|th)>", "", document())
    assert found(check(page)) == []
    assert read(page).content == read(document()).content


def test_fragment() -> None:
    page = document()
    fragment = page[page.index("<h1>") : page.index('<div class="foot">')]
    assert found(check(fragment)) == []


@pytest.mark.parametrize("depth", [1, 5, 200])
def test_layout_tables_around_the_article(depth: int) -> None:
    opened, closed = "<table><tr><td>" * depth, "</td></tr></table>" * depth
    page = document().replace("<h1>", f"{opened}<h1>")
    page = page.replace('<div class="foot">', f'{closed}<div class="foot">')
    assert found(check(page)) == []
    assert read(page).content == read(document()).content


def test_other_tables_are_no_forms() -> None:
    menu = (
        "<table><tr><td>行政许可</td><td>行政处罚</td></tr><tr><td>12</td><td>9</td></tr></table>"
    )
    page = document().replace("<h1>", f"{menu}<h1>").replace("</body>", f"{menu}</body>")
    assert found(check(page)) == []


def _split_after(page: str, label: str) -> str:
    """Begin a new table behind the row of a label."""
    at = page.index("</tr>", page.index(label)) + len("</tr>")
    return page[:at] + "</tbody></table><p></p><table><tbody>" + page[at:]


def test_table_two_in_one_table_or_one_a_block() -> None:
    whole = document()
    split = whole
    for label in (">行政规范性文件<", ">行政许可<", ">行政强制<"):
        split = _split_after(split, label)
    assert len(_TABLE.findall(split)) == len(_TABLE.findall(whole)) + 3
    assert read(split).tables["disclosure"].rows == read(whole).tables["disclosure"].rows
    assert found(check(split)) == []


def test_table_three_over_two_pages() -> None:
    whole = document()
    split = _split_after(whole, "8.属于行政查询事项")
    assert read(split).content == read(whole).content
    assert found(check(split)) == []


def test_all_tables_in_one() -> None:
    page = document()
    tables = _TABLE.findall(page)
    rows = [table[table.index("<tr>") : table.rindex("</tr>") + 5] for table in tables]
    joined = page.replace(tables[1], "").replace(tables[2], "")
    joined = joined.replace(tables[0], f"<table>{''.join(rows)}</table>")
    assert read(joined).content == read(page).content


def test_merged_cells_are_one_value() -> None:
    """In the old form one value takes two grid columns where its header takes one."""
    cells = {"/disclosure/licences/items_before": "30", "/disclosure/licences/change": "-8"}
    page = document(cells, edition="2019")
    assert '<td colspan="2"' in page
    report = read(page)
    assert report.figures.numbers["/disclosure/licences/items_before"] == 30
    assert report.figures.numbers["/disclosure/licences/change"] == -8
    assert report.figures.numbers["/disclosure/licences/decisions"] == 0


def _with_row(label: str, cells: list[str], edition: str = "2021") -> str:
    """Return a page in which a row has these value cells."""
    page = document(edition=edition)
    start = page.index("</td>", page.index(f">{label}<")) + len("</td>")
    stop = page.index("</tr>", start)
    return page[:start] + "".join(f"<td>{cell}</td>" for cell in cells) + page[stop:]


def test_equal_values_where_the_form_merges_cells_are_one() -> None:
    report = read(_with_row("行政许可", ["7", "7", "7"]))
    assert report.cell("/disclosure/licences/decisions").value == 7
    report = read(_with_row("行政许可", ["5", "5", "-2", "9"], "2019"))
    row = report.tables["disclosure"].rows["/disclosure/licences"]
    assert [cell.value for cell in row] == [5, -2, 9]


def test_unequal_values_where_the_form_merges_cells_are_not() -> None:
    checked = check(_with_row("行政许可", ["7", "7", "8"]))
    assert found(checked) == [("TAB006", "/disclosure/licences")]
    assert dict(checked.findings[0].values) == {"expected": 1, "found": 3}


def test_trailing_blank_cells_are_dropped() -> None:
    assert found(check(_with_row("行政许可", ["7", "", "&nbsp;"]))) == []
    assert found(check(_with_row("规章", ["1", "0", "1", "", ""]))) == []
    seven = ["1", "0", "0", "0", "0", "0", "1"]
    report = read(_with_row("一、本年新收政府信息公开申请数量", [*seven, "", ""]))
    assert [cell.raw for cell in report.tables["requests"].rows["/requests/received"]] == seven


def test_blank_cells_of_a_merged_label_are_dropped() -> None:
    seven = ["1", "0", "0", "0", "0", "0", "1"]
    report = read(_with_row("一、本年新收政府信息公开申请数量", ["", "", *seven]))
    assert [cell.raw for cell in report.tables["requests"].rows["/requests/received"]] == seven


def test_a_row_without_some_cells_is_unread() -> None:
    page = _with_row("（一）予以公开", ["2", "2"])
    report = read(page)
    unread = report.tables["requests"].unread["/requests/results/granted"]
    assert unread.raw == ("2", "2")
    assert ("TAB006", "/requests/results/granted") in found(check(page))
    assert not {rule for rule, _ in found(check(page))} & {"TAB002", "SUM002", "SUM001"}


def test_a_row_with_too_many_values_is_unread() -> None:
    assert found(check(_with_row("规章", ["1", "0", "1", "5"]))) == [
        ("TAB006", "/disclosure/regulations")
    ]


_LABELS = (
    ("行政许可", "行 政 许 可"),
    ("行政许可", "行政<br>许可"),
    ("行政许可", "行政&nbsp;许可"),
    ("行政许可", "行政許可"),
    ("行政处罚", "行政處罰"),
    ("规章", "規　章"),
    ("（一）予以公开", "(一)予以公开"),
    ("（一）予以公开", "（一） 予以公開"),
    ("（一）予以公开", "予以公开"),
    ("（七）总计", "（七）總計"),
    ("（七）总计", "(七) 总 计"),
    ("1.属于国家秘密", "1．属于国家秘密"),
    ("1.属于国家秘密", "\uff11、属于国家秘密"),
    ("3.危及“三安全一稳定”", '3.危及"三安全一稳定"'),
    ("3.危及“三安全一稳定”", "3.危及三安全一稳定"),
    ("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "（二）部分公开"),
    (
        "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
        "(二)部分公开(区分处理的,只计这一情形,不计其他情形)",
    ),
    ("2.其他法律行政法规禁止公开", "2.其他法律、行政法规禁止公开"),
    ("本年收费金额（单位：万元）", "本年收费金额(单位:万元)"),
    ("本年制发件数", "本年<br>制发件数"),
    ("商业企业", "商业<br/>企业"),
    ("科研机构", "科研 機構"),
    ("结果维持", "結果維持"),
    ("第二十条第（一）项", "第二十条第(一)项"),
    ("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "（勾稽关系）"),
    ("一、本年新收政府信息公开申请数量", "一、本年新收政府信息公开申请"),
)


@pytest.mark.parametrize(("official", "met"), _LABELS)
def test_labels_as_sites_write_them(official: str, met: str) -> None:
    page = document()
    assert f">{official}<" in page
    assert found(check(page.replace(f">{official}<", f">{met}<"))) == []


_SIMPLIFIED = (
    "与业为举于会体决况减务动区单发国处复审对属当总执护报据无机权条构标现确稳类纠组织经结统继续维缴罚"
    "获补规计认议许讼访诉询请购费转过进间问题额项须办关内开强废数后范"
)
_TRADITIONAL = (
    "與業為舉於會體決況減務動區單發國處復審對屬當總執護報據無機權條構標現確穩類糾組織經結統繼續維繳罰"
    "獲補規計認議許訟訪訴詢請購費轉過進間問題額項須辦關內開強廢數後範"
)


@pytest.mark.parametrize("style", ["clean", "word", "split"])
@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_a_page_in_traditional_characters(edition: str, style: str) -> None:
    table = str.maketrans(_SIMPLIFIED, _TRADITIONAL)
    page = document(edition=edition, style=style)
    traditional = page.translate(table)
    assert traditional.count("會") > traditional.count("会") == 0
    report = read(traditional)
    assert report.content == read(page).content
    assert list(report.sections) == list(read(page).sections)
    rules = {rule for rule, _ in found(check(traditional))}
    assert not {rule for rule in rules if rule[:3] in ("TAB", "SEC", "VAL", "SUM")}


def test_labels_in_the_old_form() -> None:
    page = document(edition="2019").replace("本年新制作数量", "本年新<br />制作数量")
    page = page.replace("本年增/减", "本年增\uff0f减").replace("其他对外管理", "其它对外管理")
    assert found(check(page)) == []


def test_an_altered_row_label_is_no_row() -> None:
    page = document().replace(">行政事业性收费<", ">行政事业型收费<")
    assert found(check(page)) == [("TAB002", "/disclosure/fees")]


def test_an_altered_column_label_is_kept() -> None:
    table = read(document().replace("现行有效件数", "现行有效件")).tables["disclosure"]
    assert table.labels == {"/disclosure/columns/regulations/in_force": "现行有效件"}


def test_an_added_row_is_kept() -> None:
    added = "<tr><td>其他主动公开文件</td><td>4</td><td>-</td><td>4</td></tr>"
    page = document()
    at = page.index("</tr>", page.index(">行政规范性文件<")) + 5
    table = read(page[:at] + added + page[at:]).tables["disclosure"]
    (extra,) = table.extra_rows
    assert extra == ("/disclosure/normative_documents", "其他主动公开文件", ("4", "-", "4"))


def test_notes_below_a_table_are_no_rows() -> None:
    note = "<tr><td colspan=4>注：数据由县司法局提供</td></tr>"
    page = document()
    at = page.index("</tr>", page.index(">行政事业性收费<")) + 5
    assert read(page[:at] + note + page[at:]).tables["disclosure"].extra_rows == ()


@pytest.mark.parametrize(
    ("title", "place"),
    [("自然人", "natural_person"), ("商业企业", "commercial_enterprise"), ("总计", "total")],
)
def test_a_header_cell_of_table_three_is_missing(title: str, place: str) -> None:
    page = document({"/requests/received/natural_person": "2", "/requests/received/total": "3"})
    at = page.index(f">{title}<", page.index("申请人情况"))
    page = page[:at] + page[at:].replace(f">{title}<", "><", 1)
    checked = check(page)
    assert ("TAB003", f"/requests/columns/{place}") in found(checked)
    assert ("SUM003", "/requests/received/total") in found(checked)
    severities = {str(each.severity) for each in checked.findings if each.rule.code == "TAB003"}
    assert severities == {"warning"}


def test_a_header_cell_of_table_four_is_missing() -> None:
    page = document().replace(">尚未审结<", "><", 1)
    assert found(check(page)) == [("TAB003", "/review_litigation/review/pending")]


def test_a_header_cell_of_table_two_is_missing() -> None:
    page = document().replace(">本年废止件数<", "><", 1)
    assert found(check(page)) == [("TAB003", "/disclosure/columns/regulations/repealed")]


def test_a_header_row_of_table_two_is_missing() -> None:
    page = document()
    start = page.rindex("<tr>", 0, page.index("本年制发件数"))
    page = page[:start] + page[page.index("</tr>", start) + 5 :]
    assert not {rule for rule, _ in found(check(page))} & {"TAB006", "TAB002", "SUM001"}


def test_table_four_without_a_cell() -> None:
    page = document()
    at = page.rindex("<td", 0, page.rindex("</table>"))
    page = page[:at] + page[page.index("</tr>", at) :]
    assert found(check(page)) == [("TAB006", "/review_litigation")]


def test_table_four_with_blank_cells() -> None:
    blank = {f"/review_litigation/review/{key}": "" for key in ("upheld", "corrected", "total")}
    checked = check(document(blank))
    assert found(checked) == [("VAL001", "/review_litigation/review/upheld")]


def test_table_four_all_blank() -> None:
    rows = ("review", "litigation_direct", "litigation_after_review")
    keys = ("upheld", "corrected", "other", "pending", "total")
    blank = {f"/review_litigation/{row}/{key}": "" for row in rows for key in keys}
    assert found(check(document(blank))) == [
        ("VAL001", f"/review_litigation/{row}/upheld") for row in sorted(rows)
    ]


def test_table_four_has_a_stray_empty_row() -> None:
    page = document()
    at = page.rindex("</tr>", 0, page.rindex("</table>")) + 5
    page = page[:at] + "<tr><td></td><td></td></tr>" + page[at:]
    assert found(check(page)) == [("TAB008", "/review_litigation/extra_rows/0")]


def test_a_row_met_twice_counts_once() -> None:
    page = document({"/disclosure/licences/decisions": "7"})
    at = page.rindex("<tr>", 0, page.index(">行政许可<"))
    row = page[at : page.index("</tr>", at) + 5]
    again = page.replace(row, row + row.replace(">7<", ">9<"))
    assert read(again).cell("/disclosure/licences/decisions").value == 7


def test_second_copy_of_a_table_does_not_change_the_first() -> None:
    page = document({_CELL: "2"})
    copy = _TABLE.findall(page)[1].replace(">2<", ">3<")
    assert read(page.replace("</body>", f"{copy}</body>")).cell(_CELL).value == 2


def test_head_of_the_page() -> None:
    page = document()
    title = "青禾县云溪镇2024年政府信息公开工作年度报告"
    bare = page.replace(f"<h1>{title}</h1>", "")
    assert read(bare).title == title
    site = bare.replace(f"<title>{title}</title>", f"<title>{title}-青禾县人民政府网</title>")
    assert read(site).title == title
    named = site.replace("<title>", f'<meta name="ArticleTitle" content="{title}"><title>x')
    assert read(named).title == title


def test_publication_date_in_the_head() -> None:
    page = document().replace("发布时间：2025-01-20", "")
    assert read(page).published is None
    dated = page.replace("<title>", '<meta name="PubDate" content="2025-01-20 09:00:00"><title>')
    assert str(read(dated).published) == "2025-01-20"


def test_comments_and_scripts_are_not_read() -> None:
    hidden = "<p>一、总体情况</p><table><tr><td>行政许可</td><td>9</td></tr></table>"
    page = document()
    for wrapped in (f"<!--{hidden}-->", f"<script>{hidden}</script>", f"<style>{hidden}</style>"):
        assert read(page.replace("<h1>", f"{wrapped}<h1>")).to_dict() == read(page).to_dict()


@pytest.mark.parametrize("style", HTML_STYLES)
def test_characters_that_mark_the_stream_are_replaced(style: str) -> None:
    page = document({_CELL: "\ufdd3\ufdd2\ufdd1\ufdd5title=x\ufdd6"}, style=style)
    assert read(page).cell(_CELL).raw == "\ufffd\ufffd\ufffd\ufffdtitle=x\ufffd"
    assert found(check(page)) == [("VAL004", _CELL)]


def test_whole_document_round_trip_of_odd_content() -> None:
    cells = {
        _CELL: "约 3",
        "/requests/received/total": "-",
        "/disclosure/licences/decisions": "1,472",
        "/disclosure/fees/amount": "5000元",
        "/disclosure/penalties/decisions": "",
        "/disclosure/coercion/decisions": "-3",
    }
    original = read(document(cells))
    again = read(original.to_json(), ".json")
    assert again.content == original.content
    assert again.to_dict() == original.to_dict()


def test_render_of_changed_data_is_read_back() -> None:
    report = changed(data(), {"/disclosure/licences/decisions": 12})
    assert read(render(report, "word", 3)).cell("/disclosure/licences/decisions").value == 12
