"""How does a result look to a person at a terminal?"""

from nianbao.formatters.counts import count
from nianbao.formatters.lines import is_plain, plain_line
from nianbao.formatters.summary import summary, words
from nianbao.model.text import Language, Text
from nianbao.protocols import Canvas
from nianbao.result import Document, Result


class TableFormatter:
    """Draws a table for each document with findings, and one line for any other."""

    name = "table"
    for_machines = False

    def render(self, result: Result, canvas: Canvas) -> str:
        """Return the tables, the lines and the summary as text for a terminal."""
        if all(map(is_plain, result.told)):
            return "".join(f"{line}\n" for line in _lines(result.told, canvas.language))
        # A run without findings must not wait for the drawing library.
        from nianbao.formatters.drawing import draw  # noqa: PLC0415

        return draw(result.told, canvas)


def _lines(documents: tuple[Document, ...], language: Language) -> list[str]:
    """Return the lines of documents that need no table."""
    if not documents:
        return [Text("没有要检查的文件", "nothing to check").get(language)]
    if len(documents) == 1:
        return [plain_line(documents[0], language)]
    reports = [plain_line(one, language) for one in documents if one.status != "other"]
    numbers = [words(line) for line in summary(count(documents), language)]
    return [*reports, *([""] if reports else []), *numbers]
