"""A page that holds its report is read with the files it offers behind the last table."""

import pytest

from tests.invented import check, document, read

_END = "</body>"
_WORDS = "云溪镇2022年政府信息公开工作年度报告.pdf"


def _page(link: str) -> str:
    page = document()
    assert page.count(_END) == 1
    return page.replace(_END, f"<p>附件：{link}</p>{_END}")


@pytest.mark.parametrize("address", ["/a/2022.pdf", "/a/b.docx", "/a/b.doc"])
def test_a_file_is_kept_with_its_words(address: str) -> None:
    report = read(_page(f'<a href="{address}"><b>{_WORDS}</b></a>'))
    assert report.links == ((_WORDS, address),)
    assert read(report.to_json(), ".json").links == report.links


@pytest.mark.parametrize(
    "link",
    [
        '<a href="/a/2022.html">云溪镇2022年政府信息公开工作年度报告</a>',
        '<a href="/menu/map.pdf">交通图</a>',
        '<img src="/a/seal.png">',
    ],
)
def test_what_is_no_file_of_a_report(link: str) -> None:
    assert read(_page(link)).links == ()


def test_a_file_of_another_year_is_told() -> None:
    checked = check(_page(f'<a href="/a.pdf">{_WORDS}</a>'))
    assert [(each.rule.code, each.values["linked"]) for each in checked.findings] == [
        ("DAT009", 2022)
    ]


def test_files_before_the_last_table_are_not_looked_for() -> None:
    page = document()
    at = page.index("<table")
    above = f'<p><a href="/a.pdf">{_WORDS}</a></p>'
    assert read(page[:at] + above + page[at:]).links == ()
