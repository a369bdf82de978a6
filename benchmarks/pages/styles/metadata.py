"""A report between tables of the content system: its entry in the catalogue, its attachments."""

from random import Random

from benchmarks.pages.layout import Document, lay_out
from benchmarks.pages.markup import body, text
from benchmarks.pages.pointers import Report
from benchmarks.pages.styles.clean import heading, page, paragraph, table

_SUFFIXES = ("docx", "pdf", "wps", "xlsx")


def render(report: Report, rng: Random, charset: str) -> str:
    """Return the page."""
    document = lay_out(report)
    article = body(document, heading, paragraph, table)
    after = _attachments(document, rng) if rng.random() < 0.8 else ""
    return page(document, article, rng, charset, after, _entry(document, rng))


def _entry(document: Document, rng: Random) -> str:
    """Return the entry as rows of names and values, two of each in a row."""
    number = f"{rng.randint(10**8, 10**9 - 1)}/{document.year + 1}-{rng.randint(10**4, 10**5 - 1)}"
    pairs = [
        ("索引号", number),
        ("主题分类", rng.choice(("政府信息公开年报", "综合政务", "政府信息公开工作年度报告"))),
        ("发布机构", document.organ),
        ("发文日期", document.published),
        ("文号", rng.choice(("无", "", "&nbsp;"))),
        ("有效性", "有效"),
        ("生成日期", document.published),
        ("公开方式", "主动公开"),
    ]
    rows = "\n".join(
        f"<tr>{_pair(*pairs[index])}{_pair(*pairs[index + 1])}</tr>"
        for index in range(0, len(pairs), 2)
    )
    name = f'<tr><th>名&nbsp;&nbsp;称：</th><td colspan="3">{text(document.title)}</td></tr>'
    return f'<table class="xxgk-head" width="100%">\n{rows}\n{name}\n</table>\n'


def _pair(name: str, value: str) -> str:
    return f"<th>{name}：</th><td>{value}</td>"


def _attachments(document: Document, rng: Random) -> str:
    rows = "\n".join(
        f'<tr><td>{number}</td><td><a href="/files/{rng.randint(10**6, 10**7)}.{suffix}">'
        f"{text(document.title)}.{suffix}</a></td><td>{rng.randint(20, 900)}KB</td>"
        f"<td>{rng.randint(0, 300)}</td></tr>"
        for number, suffix in enumerate(rng.sample(_SUFFIXES, rng.randint(1, 3)), start=1)
    )
    return (
        '<table class="attach" border="0">\n'
        "<tr><th>序号</th><th>附件名称</th><th>大小</th><th>下载次数</th></tr>\n"
        f"{rows}\n</table>"
    )
