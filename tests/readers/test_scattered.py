"""Tables of a page without the tags of one, with too many of them, or in two pieces."""

import copy

import lxml.html
import pytest
from lxml.html import HtmlElement

from tests.invented import check, excerpt, found, read
from tests.readers.grids import Change, changed, page, rewritten, rows, spread, words


def _nested(markup: str) -> Change:
    def change(table: HtmlElement) -> None:
        for cell in list(table.iter("td", "th")):
            text = words(cell)
            for child in list(cell):
                cell.remove(child)
            cell.text = None
            cell.append(lxml.html.fragment_fromstring(markup.format(text)))

    return change


def _strokes(name: str) -> Change:
    """Return the change that writes rows as paragraphs, their cells between strokes."""

    def change(table: HtmlElement) -> None:
        lines = ("| " + " | ".join(map(words, row)) + " |" for row in rows(table))
        block = lxml.html.fromstring(
            "<div>" + "".join(f"<{name}>{line}</{name}>" for line in lines) + "</div>"
        )
        block.tail = table.tail
        table.getparent().replace(table, block)

    return change


_STYLED = spread("span", style="display: table-cell; width: 80px")


@pytest.mark.parametrize("edition", ["2019", "2021"])
@pytest.mark.parametrize(
    "change",
    [
        _nested("<table><tr><td>{}</td></tr></table>"),
        _nested(
            "<div><table><tr><td><table><tr><td><p>{}</p></td></tr></table></td></tr></table></div>"
        ),
        _STYLED,
        spread("span", tail=" "),
        spread("div"),
        spread("dd"),
        _strokes("p"),
        _strokes("li"),
    ],
    ids=["tables", "deeper", "styled", "spaced", "div", "dd", "strokes", "list"],
)
def test_what_is_read_for_sure(change: Change, edition: str) -> None:
    source = rewritten(change, edition)
    assert read(source).content == read(page(edition)).content
    assert found(check(source)) == []


@pytest.mark.parametrize("change", [_strokes("p"), _nested("<table><tr><td>{}</td></tr></table>")])
def test_where_the_cells_stand(change: Change) -> None:
    source = rewritten(change)
    report = read(source)
    for pointer in ("/requests/results/total/total", "/review_litigation/review/total"):
        span = report.locate(pointer)
        assert span is not None
        assert excerpt(source, span) == report.cell(pointer).raw


def test_a_menu_between_strokes_stays_text() -> None:
    menu = "<p>" + " | ".join(["首页", "走进青禾", "新闻", "公开", "服务", "互动"] * 2) + "</p>"
    source = page().replace("<h1", menu + "<h1", 1) if "<h1" in page() else menu + page()
    assert read(source).content == read(page()).content


def test_cells_that_touch_are_one_loss_a_table() -> None:
    checked = check(rewritten(spread("span")))
    assert [code for code, _ in found(checked)] == ["TAB010"] * 3
    assert {str(each.severity) for each in checked.findings} == {"warning"}


def test_table_four_without_values() -> None:
    checked = check(changed("review_litigation", lambda table: rows(table)[-1].drop_tree()))
    assert found(checked) == [("TAB010", "/review_litigation")]
    (finding,) = checked.findings
    assert str(finding.severity) == "warning"


def _halves(table: HtmlElement) -> None:
    """Make two tables of one: 行政复议, and 行政诉讼."""
    other = copy.deepcopy(table)
    for half, kept in ((table, slice(0, 5)), (other, slice(5, None))):
        top, middle, lower, values = rows(half)
        top.remove(top[1] if half is table else top[0])
        for row in (middle, values):
            for cell in [each for each in row if each not in row[kept]]:
                row.remove(cell)
        if half is table:
            lower.drop_tree()
    table.addnext(other)
    table.tail = other.tail


def test_table_four_in_two_halves() -> None:
    source = changed("review_litigation", _halves)
    assert read(source).content == read(page()).content
    assert found(check(source)) == []


def test_a_header_below_the_values_of_table_four() -> None:
    def change(table: HtmlElement) -> None:
        table.append(copy.deepcopy(rows(table)[0]))

    assert read(changed("review_litigation", change)).content == read(page()).content


def test_cells_nested_deeper_than_any_editor_does() -> None:
    deep = "<table><tr><td>" * 9 + "{}" + "</td></tr></table>" * 9
    checked = check(rewritten(_nested(deep)))
    assert {code for code, _ in found(checked)} <= {"TAB001", "TAB010", "SEC006"}


def test_half_of_table_four_without_a_cell() -> None:
    def change(table: HtmlElement) -> None:
        _halves(table)
        values = rows(table)[-1]
        values.remove(values[-1])

    checked = check(changed("review_litigation", change))
    assert found(checked) == [("TAB006", "/review_litigation")]


def test_a_copy_of_which_no_row_can_be_read() -> None:
    def change(table: HtmlElement) -> None:
        other = copy.deepcopy(table)
        for row in rows(other)[3:]:
            row.remove(row[-1])
        table.addnext(other)

    (finding,) = check(changed("requests", change)).findings
    assert finding.rule.code == "TAB009"
    assert "未能比较" in finding.message.zh
    assert "内容相同" not in finding.message.zh


def _pieces(*, words: str) -> Change:
    """Return the change that cuts a table before and behind an added row."""

    def change(table: HtmlElement) -> None:
        row = next(each for each in rows(table) if words_of(each)[:1] == ["行政许可"])
        tail = list(row.itersiblings())
        piece, added = lxml.html.Element("table"), lxml.html.Element("table")
        piece.extend(tail)
        added.append(lxml.html.fragment_fromstring("<tr><td>行政检查</td><td>30</td></tr>"))
        added.tail = words
        table.addnext(piece)
        table.addnext(added)

    return change


def words_of(row: HtmlElement) -> list[str]:
    """Return the texts of the cells of a row."""
    return list(map(words, row))


@pytest.mark.parametrize("between", ["", "\n", " \n\n"])
def test_an_added_row_between_two_pieces(between: str) -> None:
    checked = check(changed("disclosure", _pieces(words=between)))
    assert found(checked) == [("TAB004", "/disclosure/extra_rows/0")]


def test_another_table_between_two_pieces() -> None:
    checked = check(changed("disclosure", _pieces(words="其中涉企检查情况见县政府门户网站专栏")))
    assert found(checked) == []


def test_a_row_of_the_other_edition_behind_the_own_one() -> None:
    def change(table: HtmlElement) -> None:
        row = "<tr><td>行政规范性文件</td><td>1</td><td>0</td><td>4</td></tr>"
        table.append(lxml.html.fragment_fromstring(row))

    source = changed("disclosure", change, "2019")
    assert read(source).content == read(page("2019")).content
    assert found(check(source)) == []


def test_another_table_behind_the_last() -> None:
    def change(table: HtmlElement) -> None:
        table.addnext(
            lxml.html.fragment_fromstring("<table><tr><td>网站</td><td>1</td></tr></table>")
        )

    assert found(check(changed("review_litigation", change))) == []


@pytest.mark.parametrize("label", ["（七）总计", "行政许可", "（一）予以公开"])
@pytest.mark.parametrize("change", [spread("div"), lambda _: None], ids=["loose", "grid"])
def test_a_bracket_apart_from_its_label(change: Change, label: str) -> None:
    source = rewritten(change).replace(label, f"{label} ）")
    assert read(source).content == read(page()).content
