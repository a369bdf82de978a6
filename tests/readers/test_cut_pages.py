"""A page that breaks off is not taken for a whole one; optional end tags and fragments are fine."""

import pytest

from benchmarks.pages import HTML_STYLES
from nianbao.readers.markup import cut_at
from tests.invented import check, document, found

_PAGE = document()


def _cut(page: str) -> tuple[str, int | None, int | None]:
    checked = check(page)
    assert checked.status == "unreadable"
    assert checked.problem is not None
    problem = checked.problem
    assert problem.reason.en.startswith("the page is cut off: it ends inside a")
    assert problem.reason.zh.startswith("网页不完整：")
    return problem.reason.zh.removeprefix("网页不完整："), problem.line, problem.column


def _place(page: str, words: str) -> tuple[int, int]:
    """Return line and column of the last place of some words."""
    at = page.rindex(words)
    return page.count("\n", 0, at) + 1, at - page.rfind("\n", 0, at)


@pytest.mark.parametrize("words", ["<p style=", "<td colspan", "<table border", "<h1"])
def test_inside_a_tag(words: str) -> None:
    page = _PAGE[: _PAGE.index(words) + len(words)]
    assert _cut(page) == ("在标签中断开", *_place(page, "<"))


def test_inside_an_end_tag() -> None:
    page = _PAGE[: _PAGE.index("</h1>") + 3]
    assert _cut(page) == ("在标签中断开", *_place(page, "</h"))


@pytest.mark.parametrize("begun", ["<!--", "<!-- 表三", "<!-- -- >", "<!--[if gte mso 9]><xml>"])
def test_inside_a_comment(begun: str) -> None:
    page = _PAGE.replace("<h1>", f"{begun}<h1>")
    page = page[: page.index("</h1>")]
    assert _cut(page) == ("在注释中断开", *_place(page, begun))


@pytest.mark.parametrize("tag", ["script", "style", "SCRIPT", "textarea"])
def test_inside_a_script(tag: str) -> None:
    page = _PAGE.replace("<h1>", f"<{tag} type=x>if (a < b) {{ \n<h1>")
    page = page[: page.index("</h1>")]
    assert _cut(page) == ("在脚本或样式中断开", *_place(page, f"<{tag} type"))


@pytest.mark.parametrize("words", ["予以公开</td>", "科研机构", "</tr>", "结果维持"])
def test_inside_a_table(words: str) -> None:
    page = _PAGE[: _PAGE.index(words) + len(words)]
    assert _cut(page) == ("在表格中断开", *_place(page, "<table"))


def test_inside_nested_tables_the_outermost_is_named() -> None:
    page = (
        "<html>\n<body>\n<table><tr><td>\n" + _PAGE[_PAGE.index("<h1>") : _PAGE.index("科研机构")]
    )
    assert _cut(page) == ("在表格中断开", 3, 1)


@pytest.mark.parametrize("style", HTML_STYLES)
def test_everywhere_inside_the_tables(style: str) -> None:
    page = document(style=style)
    start, stop = page.index("<table"), page.rindex("</table")
    for at in range(start, stop, (stop - start) // 25):
        opened = page.count("<table", 0, at) > page.count("</table", 0, at)
        if opened:
            assert check(page[:at]).status == "unreadable"


def test_a_page_cut_in_its_text_is_read_and_seems_incomplete() -> None:
    page = (
        _PAGE[: _PAGE.index("（三）政府信息管理")]
        + "公开前由各科室逐件审核，按照有关规定进行保密审查并"
    )
    rules = [rule for rule, _ in found(check(page))]
    assert rules.count("DOC009") == 1
    assert not {"SEC001", "TAB001"} & set(rules)


@pytest.mark.parametrize(
    "end", ["</body>", "</html>", "</BODY>", "</body >", "</html>\n<!-- 1 -->"]
)
def test_a_page_that_closes_is_whole(end: str) -> None:
    page = _PAGE[: _PAGE.index("</body>")] + "<table><tr><td>广告" + end
    assert found(check(page)) == []


def test_a_table_left_open_before_the_last_end_tag_is_no_cut() -> None:
    page = _PAGE.replace("</body>", "<table><tr><td>广告</body>")
    assert found(check(page + "\n" * 1000)) == []
    assert cut_at(page + "<p>" * 300) is None


def test_scripts_behind_the_last_end_tag_are_no_cut() -> None:
    script = "<script src='//count.example.invalid/x.js'></script>" * 3
    for page in (_PAGE + script, _PAGE + script + "x" * 500, _PAGE + "<!-- 统计"):
        assert found(check(page)) == []


def test_end_tags_in_scripts_do_not_close_the_page() -> None:
    page = _PAGE.replace("<h1>", "<script>var end = '</table>';</script><h1>")
    assert _cut(page[: page.index("科研机构")])[0] == "在表格中断开"


def test_optional_end_tags_never_count() -> None:
    page = _PAGE
    for tag in ("td", "tr", "tbody", "p", "li", "html", "body", "th", "div"):
        page = page.replace(f"</{tag}>", "")
    assert cut_at(page) is None
    assert found(check(page)) == []


def test_a_fragment_is_whole() -> None:
    page = _PAGE[_PAGE.index("<h1>") : _PAGE.index('<div class="foot">')]
    assert cut_at(page) is None
    assert found(check(page)) == []


def test_more_end_tags_than_tables() -> None:
    assert cut_at("<p>x</p></table></table>") is None


@pytest.mark.parametrize("text", ["a < b", "3 <5", "<", "x <", "1<2，2<3"])
def test_a_sign_is_no_tag(text: str) -> None:
    assert cut_at(f"<p>{text}</p>") is None


def test_nothing_is_cut_in_a_page_of_text() -> None:
    assert cut_at("") is None
    assert cut_at("一、总体情况") is None
