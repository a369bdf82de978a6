"""How does a result look as a page that opens from disk?"""

from nianbao.formatters.page.whole import page_of
from nianbao.protocols import Canvas
from nianbao.result import Result


class HtmlFormatter:
    """Writes one file that needs nothing else: findings, tables, filters."""

    name = "html"
    for_machines = True
    needs_reports = True

    def render(self, result: Result, canvas: Canvas) -> str:
        """Return the page, its own words in the language of the canvas."""
        return page_of(result, canvas.language)
