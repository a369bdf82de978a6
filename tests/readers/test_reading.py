"""How a document was read is told label by label and cell by cell, with what was left out."""

import json
from collections import Counter
from collections.abc import Mapping

import pytest
from lxml.html import HtmlElement

from nianbao.app import Options, build_checker
from nianbao.model.cell import read_cell
from nianbao.model.labels import normalised
from nianbao.model.law import Law
from nianbao.model.reading import Ignored, Label, Match, Reading, RowRead, TableRead
from nianbao.protocols import ReadOptions
from nianbao.readers.reading import reading_of
from nianbao.readers.reading_cells import changes_in
from nianbao.readers.reading_labels import told
from tests.invented import as_json, data, document
from tests.readers import grids

_ROWS = {"2019": (8, 23, 3), "2021": (6, 25, 3)}
_NOTE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"


def reading(text: str | bytes, name: str = "report.html", year: int | None = None) -> Reading:
    """Return how a document was read."""
    checker = build_checker(Options(year=year))
    content = text.encode() if isinstance(text, str) else text
    report, reader, source = checker.read(name, content)
    return reading_of(report, reader.name, source, ReadOptions("zero", year))


def table(read: Reading, key: str) -> TableRead:
    return next(each for each in read.tables if each.form.key == key)


def row(read: Reading, pointer: str) -> RowRead:
    rows = (each for one in read.tables for each in one.rows)
    return next(each for each in rows if each.label.pointer == pointer)


def labels(read: Reading) -> list[Label]:
    """Return all labels of a reading: of parts, rows, columns and headers."""
    found = [each.label for each in read.headings]
    for one in read.tables:
        found += [each.label for each in one.rows]
        found += [*one.columns, *one.headers, *one.missing]
    return found


def odd(read: Reading) -> dict[str, tuple[str, Match]]:
    """Return the labels that are not as the form has them, by the place they name."""
    ordinary = ("exact", "order", "key")
    return {
        each.pointer: (each.met, each.match)
        for each in labels(read)
        if each.match not in ordinary or each.displaced
    }


def ignored(read: Reading) -> Mapping[str, Ignored]:
    return {each.kind: each for each in read.ignored}


@pytest.mark.parametrize(
    ("met", "official", "differs"),
    [
        ("规 章", "规章", ("spacing",)),
        ("上一年\n项目数量", "上一年项目数量", ("spacing",)),
        ("(三)不予公开", "（三）不予公开", ("width",)),
        ("(三) 不予公开", "（三）不予公开", ("spacing", "width")),
        ("行政許可", "行政许可", ("letters",)),
        ("總 計", "总计", ("spacing", "letters")),
        ("总计", "（七）总计", ("number",)),
        ("八、总计", "（七）总计", ("number",)),
        ("1、重复申请", "2.重复申请", ("number",)),
        ('3.危及"三安全一稳定"', "3.危及“三安全一稳定”", ("punctuation",)),
        ("2.其他法律、行政法规禁止公开", "2.其他法律行政法规禁止公开", ("punctuation",)),
        ("3、危及三安全一稳定", "3.危及“三安全一稳定”", ("punctuation",)),
        ("4.危及 三安全一稳定", "3.危及“三安全一稳定”", ("number", "punctuation")),
    ],
)
def test_it_is_told_in_what_a_label_is_written_otherwise(
    met: str, official: str, differs: tuple[str, ...]
) -> None:
    said = told(met, official, {normalised(official)})
    assert said.match == "normalised"
    assert set(said.differs) == set(differs)


def test_a_label_is_exact_accepted_or_similar() -> None:
    known = {"行政许可", "许可"}
    assert told("行政许可", "行政许可", known) == ("exact", ())
    assert told("许 可", "行政许可", known) == ("accepted", ())
    assert told("行政许司", "行政许可", known) == ("similar", ())
    assert told("行政许可(办件量)", "行政许可", known) == ("similar", ("note",))


@pytest.mark.parametrize(
    ("piece", "law", "changes"),
    [
        ("7", Law("count"), ()),
        (" 7\n", Law("count"), ()),
        ("-7", Law("signed"), ()),
        ("\u00a07\u3000", Law("count"), ("space",)),
        ("1 234", Law("count"), ()),
        ("\uff17", Law("count"), ("width",)),
        ("1,234", Law("count"), ("grouping",)),
        ("+2", Law("signed"), ("sign",)),
        ("减4", Law("signed"), ("sign",)),
        ("−4", Law("signed"), ("sign",)),
        ("007", Law("count"), ("zeros",)),
        ("3.50", Law("money"), ("zeros",)),
        ("137次", Law("count"), ("unit",)),
        ("137 次", Law("count"), ("space", "unit")),
        ("5\n件", Law("count"), ("break", "unit")),
        ("5000元", Law("money", "万元"), ("converted",)),
        ("5万元", Law("money", "万元"), ("unit",)),
        ("约10", Law("count"), ()),
        ("", Law("count"), ()),
        ("—", Law("count"), ()),
    ],
)
def test_it_is_told_what_was_normalised_in_a_cell(
    piece: str, law: Law, changes: tuple[str, ...]
) -> None:
    assert changes_in(piece, read_cell(piece, law), law) == changes


@pytest.mark.parametrize("edition", ["2019", "2021"])
@pytest.mark.parametrize("style", ["clean", "word", "ueditor", "portal", "split", "text"])
def test_a_conforming_document_has_nothing_out_of_the_ordinary(style: str, edition: str) -> None:
    name = "report.txt" if style == "text" else "report.html"
    read = reading(document(edition=edition, style=style), name)
    assert {each for each in odd(read).values() if each[1] != "normalised"} == set()
    assert tuple(len(each.rows) for each in read.tables) == _ROWS[edition]
    assert [len(each.columns) for each in read.tables] == [{"2019": 13, "2021": 6}[edition], 7, 15]
    assert all(not each.unread and not each.strays and not each.copies for each in read.tables)
    assert read.sources["year"] == "title"
    assert (read.sources["edition"], read.absent) == ("disclosure", ())


@pytest.mark.parametrize("style", ["clean", "text"])
def test_labels_and_cells_come_with_their_lines(style: str) -> None:
    text = document(style=style)
    read = reading(text, "report.txt" if style == "text" else "report.html")
    source = text.split("\n")
    met = [each for each in labels(read) if each.match == "exact"]
    assert len(met) > 60
    for each in met:
        assert each.span is not None, each
        line = source[each.span.line - 1]
        assert line[each.span.column - 1 : each.span.end_column - 1] == each.met
    assert all(cell.span for one in read.tables for each in one.rows for cell in each.cells)


def test_each_label_says_by_what_it_was_told() -> None:
    page = document()
    for official, label in (
        ("规章", "规 章"),
        ("行政规范性文件", "规范性文件"),
        ("行政事业性收费", "行政事业型收费"),
        ("现行有效件数", "现行有效件"),
        ("第二十条第（五）项", "第二十条（五）项"),
        ("一、总体情况", "一、政府信息公开工作总体情况"),
        ("（一）予以公开", "(一)予以公开"),
    ):
        assert f">{official}<" in page
        page = page.replace(f">{official}<", f">{label}<")
    assert odd(reading(page)) == {
        "/disclosure/regulations": ("规 章", "normalised"),
        "/disclosure/normative_documents": ("规范性文件", "other-edition"),
        "/disclosure/fees": ("行政事业型收费", "similar"),
        "/disclosure/columns/regulations/in_force": ("现行有效件", "similar"),
        "/disclosure/blocks/licences": ("第二十条（五）项", "similar"),
        "/sections/overview": ("一、政府信息公开工作总体情况", "accepted"),
        "/requests/results/granted": ("(一)予以公开", "normalised"),
    }


def test_what_is_not_there_is_told() -> None:
    lines = document(style="text").split("\n")
    start = lines.index("\t2.重复申请")
    del lines[start : lines.index("\t3.要求提供公开出版物")]
    read = reading("\n".join(lines).replace("六、其他需要报告的事项\n", ""), "report.txt")
    assert [each.pointer for each in table(read, "requests").missing] == [
        "/requests/results/not_processed/repeated"
    ]
    assert odd(read)["/sections/other_matters"] == ("", "missing")
    assert read.absent == ()


def test_a_table_that_is_not_there_is_named() -> None:
    page = document()
    start = page.index("<table", page.index("四、政府信息公开行政复议"))
    stop = page.index("</table>", start) + len("</table>")
    assert reading(page[:start] + page[stop:]).absent == ("表四",)


def test_rows_that_are_unread_or_none_of_the_form_are_told() -> None:
    page = document({"/disclosure/licences/decisions": "3</td><td>4"})
    rows = (
        "<tr><td>其他公文</td><td>5</td></tr>"
        "<tr><td>以上数据由青禾县档案局核对</td></tr>"
        "<tr><td>行政处罚</td><td>8</td></tr>"
        "<tr><td></td><td></td></tr>"
    )
    stop = page.index("</table>", page.index(">行政事业性收费<"))
    stop = page.rindex("</tr>", 0, stop) + len("</tr>")
    read = table(reading(page[:stop] + rows + page[stop:]), "disclosure")
    (unread,) = read.unread
    assert (unread.pointer, unread.name, unread.raw) == (
        "/disclosure/licences",
        "行政许可",
        ("3", "4"),
    )
    assert unread.span is not None
    assert {(each.kind, each.cells) for each in read.strays} == {
        ("added", ("其他公文", "5")),
        ("words", ("以上数据由青禾县档案局核对",)),
        ("again", ("行政处罚", "8")),
        ("blank", ("", "")),
    }
    assert all(each.span for each in read.strays)


def test_rows_whose_label_is_gone_are_placed_where_they_stand() -> None:
    lines = document(style="text").split("\n")
    at = lines.index("\t2.重复申请")
    lines[at : at + 1] = []
    (unread,) = table(reading("\n".join(lines), "report.txt"), "requests").unread
    assert unread.pointer == "/requests/results/not_processed/repeated"
    assert unread.span is not None
    assert unread.span.line in range(at - 2, at + 4)


def test_cells_that_were_not_taken_are_counted() -> None:
    page = document({"/requests/received/total": "0</td><td></td><td>"}, "2019")
    for label in ("行政许可", "（七）总计"):
        page = page.replace(f">{label}<", f">{label}</td><td>{label}<")
    read = reading(page)
    assert dict(row(read, "/requests/received").dropped) == {"blank": 2}
    assert dict(row(read, "/requests/results/total").dropped) == {"label": 1}
    assert dict(row(read, "/disclosure/licences").dropped) == {"label": 1}
    repeated = {
        "/disclosure/fees/items_before": "2</td><td>2",
        "/disclosure/fees/change": "0</td><td>0",
    }
    merged = reading(document(repeated, "2019"))
    assert dict(row(merged, "/disclosure/fees").dropped) == {"merged": 2}
    assert [cell.cell.value for cell in row(merged, "/disclosure/fees").cells] == [2, 0]


def test_header_cells_that_cannot_be_told_apart_are_not_told() -> None:
    page = document()
    at = page.rindex("<", 0, page.index(">结果维持<"))
    read = reading(page[:at] + "<td>结果维持</td>" + page[at:])
    assert table(read, "review_litigation").columns == ()
    assert len(table(read, "review_litigation").rows) == 3


def test_a_table_tells_of_how_many_it_was_put_together() -> None:
    whole = reading(document(style="clean"))
    assert [(each.sources, each.height) for each in whole.tables] == [(1, 14), (1, 28), (1, 4)]
    split = reading(document(style="split"))
    assert [each.sources > 1 for each in split.tables] == [True, True, False]
    assert table(split, "disclosure").telling == ("制发", "废止", "现行有效")
    assert table(split, "review_litigation").telling == ()


def test_a_copy_of_a_table_tells_its_cells_that_read_otherwise() -> None:
    page = document()
    start = page.index("<table", page.index("三、收到和处理"))
    again = page[start : page.index("</table>", start) + len("</table>")]
    other = document({"/requests/received/other": "7"})
    read = reading(other.replace("</body>", f"{again}</body>"))
    assert table(read, "requests").copies == ({"/requests/received/other": "0"},)
    assert table(read, "disclosure").copies == ()


def test_it_is_told_where_the_year_was_read() -> None:
    named = reading(document())
    assert (named.report.year, named.sources["year"]) == (2024, "title")
    words = "2024年政府信息公开工作年度报告"
    assert words in document()
    nameless = reading(document().replace(words, words[len("2024年") :]))
    assert (nameless.report.year, nameless.sources["year"]) == (2024, "period")


def test_a_year_from_outside_is_told_as_such() -> None:
    page = "<h1>青禾县政府信息公开工作年度报告</h1><p>一、总体情况</p><p>无</p>"
    read = reading(page, year=2019)
    assert (read.sources["year"], read.sources["edition"]) == ("option", "year")
    without = reading(page)
    assert (without.sources["year"], without.sources["edition"]) == ("", "")


def test_a_title_from_the_head_is_told_as_such() -> None:
    words = "青禾县2024年政府信息公开工作年度报告"
    page = f"<html><head><title>{words}</title></head><p>一、总体情况</p><p>无</p></html>"
    read = reading(page)
    assert (read.report.title, read.sources["title"]) == (words, "head")
    assert reading(document()).sources["title"] == "line"


def test_what_decided_the_edition_is_told() -> None:
    page = document()
    for telling in ("制发", "废止", "现行有效"):
        page = page.replace(telling, "")
    assert reading(page).sources["edition"] == "requests"
    assert reading(document()).sources["edition"] == "disclosure"


@pytest.mark.parametrize(
    ("codec", "declared", "expected"),
    [
        ("utf-8", "utf-8", ("utf-8", "utf-8", "utf-8", 0)),
        ("utf-8-sig", "utf-8", ("utf-8", "mark", "utf-8", 0)),
        ("gb18030", "gb2312", ("gb18030", "declared", "gb2312", 0)),
        ("big5", "big5", ("big5", "declared", "big5", 0)),
        ("gb18030", "utf-8", ("gb18030", "fits", "utf-8", 0)),
        ("utf-8", "gb2312", ("utf-8", "utf-8", "gb2312", 0)),
        ("utf-16-le", "utf-16", ("utf-16-le", "zeros", "utf-16", 0)),
    ],
)
def test_it_is_told_how_the_encoding_was_found(
    codec: str, declared: str, expected: tuple[str, str, str, int]
) -> None:
    page = f'<html><meta charset="{declared}"><p>一、一心一意，公文公布。</p></html>'
    assert tuple(reading(page.encode(codec)).encoding) == expected


def test_characters_that_could_not_be_decoded_are_counted() -> None:
    page = document().replace("utf-8", "gb2312").encode("gb18030") + b"\xff\xff"
    read = reading(page.replace(b"</body>", b"\xff</body>"))
    assert read.encoding.told == "stray"
    assert read.encoding.replaced > 0


def test_what_stands_around_the_report_is_counted() -> None:
    read = reading(document(style="portal"))
    left = ignored(read)
    assert {"before", "around", "after", "layout", "hidden", "comments", "merges"} <= set(left)
    assert len(left["before"].items) == 3 < left["before"].number
    assert {item.words for item in left["hidden"].items} == {"style", "script", "select"}
    assert all(item.span for item in left["before"].items)


def test_other_tables_pictures_and_lines_like_headings_are_told() -> None:
    page = document()
    contents = "".join(
        f"<li>{words}</li>" for words in ("一、总体情况", "五、存在的主要问题及改进情况")
    )
    other = "<table><tr><td>索引号</td><td>110</td></tr><tr><td>主题</td><td>公开</td></tr></table>"
    left = ignored(reading(page.replace("</body>", f"{other}<img src='a.png'></body>")))
    assert left["tables"].items[0].words == "索引号"
    assert left["pictures"].number == 1
    heading = page.index("一、总体情况")
    before = page.rindex("<", 0, heading)
    left = ignored(reading(page[:before] + f"<ul>{contents}</ul>" + page[before:]))
    assert left["headings"].number == 2


def test_a_report_that_comes_twice_is_told() -> None:
    page = document()
    body = page[page.index(">", page.index("<body")) + 1 : page.index("</body>")]
    left = ignored(reading(page.replace("</body>", f"<div>{body}</div></body>")))
    assert left["again"].number > 10


def test_canonical_json_is_told_by_its_keys() -> None:
    content = data({"/disclosure/licences/decisions": "137次"})
    content["disclosure"]["labels"] = {"/disclosure/fees": "行政事业型收费"}
    read = reading(as_json(content), "report.json")
    assert odd(read) == {"/disclosure/fees": ("行政事业型收费", "similar")}
    assert Counter(each.label.match for each in table(read, "requests").rows) == {"key": 25}
    (cell,) = row(read, "/disclosure/licences").cells
    assert (cell.cell.value, cell.changes) == (137, ("unit",))
    assert cell.span is not None
    assert read.sources == {"year": "document", "edition": "document"}
    assert (read.ignored, read.tables[0].sources) == ((), 0)


def test_the_edition_of_json_that_names_none_is_told() -> None:
    content = {key: value for key, value in data().items() if key != "edition"}
    assert reading(json.dumps(content), "report.json").sources["edition"] == "disclosure"


def test_what_is_no_report_is_read_as_well() -> None:
    read = reading("<p>欢迎访问本网站</p>")
    assert (read.headings, read.tables, read.absent) == ((), (), ())
    assert [(each.kind, each.number) for each in read.ignored] == [("before", 1)]
    assert not read.report.is_annual_report


def _with_remarks(form: HtmlElement) -> None:
    """Add a column 备注 to a table, which holds words beside figures alone."""
    for row in grids.rows(form):
        is_header = grids.words(row[0]) == "信息内容"
        if is_header or grids.has_figures(row):
            row.append(grids.cell("备注" if is_header else "见附件"))


def test_cells_of_added_columns_are_told() -> None:
    left = ignored(reading(grids.changed("disclosure", _with_remarks)))["columns"]
    assert left.number == 10
    assert [item.words for item in left.items] == ["备注", "见附件"]
    assert all(item.span for item in left.items)
    assert "columns" not in ignored(reading(grids.page()))


def test_a_table_of_which_labels_alone_are_left() -> None:
    page = document()
    start, stop = page.rindex("<table"), page.rindex("</table>") + 8
    page = page[:start] + "<p>结果维持结果纠正其他结果尚未审结总计00000</p>" + page[stop:]
    left = table(reading(page), "review_litigation")
    assert (left.rows, left.missing) == ((), ())
    assert [each.reason.zh for each in left.unread] == ["只见标签，分不出哪些是行、哪些是格"]
