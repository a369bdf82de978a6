"""A report that stands twice on its page: once for desktops, once for telephones."""

from copy import deepcopy
from random import Random

from benchmarks.pages.layout import lay_out
from benchmarks.pages.markup import body, text
from benchmarks.pages.pointers import Report, write
from benchmarks.pages.styles.clean import heading, page, paragraph, table


def render(report: Report, rng: Random, charset: str) -> str:
    """Return the page; a table that the report has in two versions has one in each copy."""
    first, second = (_version(report, number) for number in (0, 1))
    document = lay_out(first)
    article = (
        f'<div class="pc">\n{_article(first)}\n</div>\n<div class="wap">\n'
        f'<p class="wap-title">{text(document.title)}</p>\n{_article(second)}\n</div>'
    )
    return page(document, article, rng, charset)


def _article(report: Report) -> str:
    return body(lay_out(report), heading, paragraph, table)


def _version(report: Report, number: int) -> Report:
    """Return the report with the cells that one of its copies has, and without copies."""
    version = deepcopy(report)
    for table_ in [node for node in version.values() if isinstance(node, dict)]:
        changes = table_.pop("copies", ())
        for pointer, raw in changes[0].items() if changes and number else ():
            write(version, pointer, raw)
    return version
