"""How is a report written as a web page?"""

from collections.abc import Iterator
from html import escape

from nianbao.model.report import Report, Section
from nianbao.writers.boxes import Box, Line
from nianbao.writers.grids import grid_of
from nianbao.writers.openings import pieces_of
from nianbao.writers.style import STYLE


def page_of(report: Report) -> str:
    """Return a report as a page that can be read, printed and pasted into a site."""
    return "\n".join(
        (
            "<!DOCTYPE html>",
            '<html lang="zh-CN">',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(report.title)}</title>",
            f"<style>\n{STYLE}</style>",
            "</head>",
            "<body>",
            "<main>",
            f"<h1>{escape(report.title)}</h1>",
            *_paragraphs(report.preface),
            *(line for section in report.sections.values() for line in _section(section, report)),
            "</main>",
            "</body>",
            "</html>\n",
        )
    )


def _paragraphs(text: str) -> Iterator[str]:
    for line in text.splitlines():
        pieces = (_piece(words, is_open=is_open) for words, is_open in pieces_of(line))
        yield f"<p>{''.join(pieces)}</p>"


def _piece(words: str, *, is_open: bool) -> str:
    return f"<mark>{escape(words)}</mark>" if is_open else escape(words)


def _section(section: Section, report: Report) -> Iterator[str]:
    yield "<section>"
    yield f'<h2 id="{section.key}">{escape(section.heading)}</h2>'
    yield from _paragraphs(section.text)
    if section.key in report.tables:
        yield from _table(section.key, report)
    yield "</section>"


def _table(key: str, report: Report) -> Iterator[str]:
    """Yield a table that its heading names; on a narrow screen it scrolls by itself."""
    grid = grid_of(report.tables[key].form, report)
    yield f'<div class="wide" role="region" aria-labelledby="{key}" tabindex="0">'
    yield f'<table aria-labelledby="{key}">'
    if grid.head:
        yield from _lines("thead", grid.head)
    for body in grid.bodies:
        yield from _lines("tbody", body)
    yield "</table>"
    yield "</div>"


def _lines(element: str, lines: list[Line]) -> Iterator[str]:
    yield f"<{element}>"
    for line in lines:
        yield f"<tr>{''.join(map(_cell, line))}</tr>"
    yield f"</{element}>"


def _cell(box: Box) -> str:
    element = "td" if box.kind in ("value", "note") else "th"
    said = {
        "id": box.name,
        "class": "note" if box.kind == "note" else "",
        "scope": "" if element == "td" else box.kind,
        "colspan": str(box.width) if box.width > 1 else "",
        "rowspan": str(box.height) if box.height > 1 else "",
        "headers": " ".join(box.headers),
    }
    attributes = "".join(f' {name}="{value}"' for name, value in said.items() if value)
    return f"<{element}{attributes}>{escape(box.text)}</{element}>"
