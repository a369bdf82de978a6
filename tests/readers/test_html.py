"""Pages are read as their reader sees them, however they were made."""

import re

import pytest

from benchmarks.pages import HTML_STYLES, render
from nianbao.model.cell import State
from tests.invented import changed, check, data, document, found, read

_CELL = "/requests/received/other"


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


def _boxed(words: str) -> str:
    return f'<table width="100%"><tr><td align="center">{words}</td></tr></table>'


def test_a_title_and_a_date_in_small_tables_of_their_own() -> None:
    title = "青禾县云溪镇2024年政府信息公开工作年度报告"
    page = document().replace(f"<title>{title}</title>", "<title>青禾县人民政府</title>")
    page = page.replace(f"<h1>{title}</h1>", _boxed(title))
    page = page.replace("发布时间：2025-01-20", _boxed("发布时间：2025-01-20"))
    report = read(page)
    assert report.title == title
    assert str(report.published) == "2025-01-20"


def test_headings_and_short_texts_in_small_tables_of_their_own() -> None:
    page = re.sub(r"<p><strong>(.*?)</strong></p>", lambda heading: _boxed(heading[1]), document())
    words = data()["sections"]["other_matters"]["text"]
    page = page.replace(f'<p style="text-indent: 2em;">{words}</p>', _boxed(words))
    assert found(check(page)) == []
    assert read(page).sections == read(document()).sections


_LAST = re.compile(
    r"<(h\d|p)[^>]*>(?:<[a-z]+>)*六、其他需要报告的事项.*?</\1>\s*<p[^>]*>.*?</p>", re.DOTALL
)


@pytest.mark.parametrize(
    "words",
    [
        "六、其他需要报告的事项：无。",
        "六、其他需要报告的事项 无",
        "<b>六、其他需要报告的事项</b>无。",
        "六、其他需要报告的事项（无）",
        "六、其他需要报告的事项。无其他需要报告的事项。",
    ],
)
def test_a_heading_and_its_text_in_one_paragraph(words: str) -> None:
    page, count = _LAST.subn(f"<p>{words}</p>", document())
    assert count == 1
    assert read(page).sections["other_matters"].text
    assert found(check(page)) == [("FEE001", "/sections/other_matters")]


def test_a_link_to_a_part_is_not_the_part() -> None:
    page = document().replace("<body>", "<body><ul><li><a>一、总体情况</a></li></ul>")
    assert read(page).sections == read(document()).sections


def test_a_label_repeated_where_its_merge_was_undone() -> None:
    page, count = re.subn(
        r'<td colspan="2"([^>]*)>(（二）部分公开.*?)</td>', r"<td\1>\2</td><td>\2</td>", document()
    )
    assert count == 1
    assert found(check(page)) == []
