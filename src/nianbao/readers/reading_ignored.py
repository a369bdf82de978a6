"""What of a document was not taken for a part of the report?"""

import re
from collections.abc import Iterable, Iterator, Sequence

from nianbao.model.reading import Ignored, Item
from nianbao.readers import front
from nianbao.readers.assembly import Assembly
from nianbao.readers.fields import with_fields
from nianbao.readers.front import Line
from nianbao.readers.headings import is_heading
from nianbao.readers.markup import HIDDEN
from nianbao.readers.reading_added import added_cells
from nianbao.readers.stream import BREAK, PICTURE, Stream
from nianbao.readers.tables import RawRow, RawTable, prose_of

_SHOWN = 3
_LONGEST = 40
_MERGES = r"<t[dh]\b[^>]*\b(?:row|col)span\s*="
_ORDINARY = ("title",)


def ignored_of(assembly: Assembly, markup: str) -> Iterator[Ignored]:
    """Yield what was left out, with how much of it.

    Args:
        assembly: the report and what it was put together from.
        markup: the source of a page; ``""`` for a text.
    """
    stream = assembly.places.stream
    used = {table.start for table in assembly.used}
    rest = [table for table in assembly.raw if table.start not in used]
    kinds = {
        "layout": _tables([table for table in rest if table.is_layout], stream),
        "tables": _tables([table for table in rest if not table.is_layout], stream),
        "columns": _columns(assembly),
        "before": _lines(_before(assembly), stream),
        "around": _lines(_around(assembly), stream),
        "headings": _lines(_headings(assembly), stream),
        "after": _lines(_after(assembly), stream),
        "again": _lines(_again(assembly), stream),
        "pictures": (stream.body.count(PICTURE), ()),
        **(_hidden(with_fields(markup)) if markup else {}),
    }
    for kind, (count, items) in kinds.items():
        if count:
            yield Ignored(kind, count, tuple(items))


def _tables(tables: Sequence[RawTable], stream: Stream) -> tuple[int, list[Item]]:
    """Return how many tables these are, and the first words of the first ones."""
    items: list[Item] = []
    for table in tables:
        words = [(row, at) for row in table.rows for at, cell in enumerate(row.cells) if cell]
        if words and len(items) < _SHOWN:
            row, at = words[0]
            items.append(Item(_first(row.cells[at]), stream.span(*row.stretch(at))))
    return len(tables), items


def _columns(assembly: Assembly) -> tuple[int, list[Item]]:
    """Return how many cells the columns have that are none of the form's, and the first words."""
    cells = added_cells(assembly)
    first: dict[str, tuple[RawRow, int]] = {}
    for table, number, at in cells:
        row = table.rows[number]
        first.setdefault(row.cells[at], (row, at))
    first.pop("", None)
    span = assembly.places.stream.span
    items = [Item(_first(words), span(*row.stretch(at))) for words, (row, at) in first.items()]
    return len(cells), items[:_SHOWN]


def _lines(lines: Sequence[Line], stream: Stream) -> tuple[int, list[Item]]:
    return len(lines), [
        Item(_first(line.text), stream.span(line.start, line.stop)) for line in lines[:_SHOWN]
    ]


def _first(text: str) -> str:
    """Return the first words of a text."""
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else words[:_LONGEST] + "…"


def _begin(assembly: Assembly) -> int:
    """Return where the report begins behind its title and preface."""
    if assembly.heads:
        return assembly.heads[0].start
    return min((table.start for table in assembly.used), default=len(assembly.prose))


def _title(assembly: Assembly) -> tuple[int, int]:
    begin = _begin(assembly)
    return assembly.places.stretches.get("/title", (begin, begin))


def _before(assembly: Assembly) -> list[Line]:
    """Return the lines before the title, or before the first heading where there is none."""
    return front.lines_of(assembly.prose, 0, _title(assembly)[0])


def _around(assembly: Assembly) -> list[Line]:
    """Return the lines between title and first heading that are not of the preface."""
    lines = front.lines_of(assembly.prose, _title(assembly)[1], _begin(assembly))
    return _not_in(assembly.report.preface, lines)


def _after(assembly: Assembly) -> list[Line]:
    """Return the lines behind the last part."""
    if not assembly.heads:
        return []
    report = assembly.report
    start = assembly.heads[-1].stop
    parts = [*report.sections.values(), *report.extra_sections]
    kept = max(parts, key=lambda part: part.order).text
    lines = front.lines_of(assembly.prose, start, len(assembly.prose))
    return _not_in(f"{kept}\n{report.signature}", lines)


def _again(assembly: Assembly) -> list[Line]:
    """Return the lines of a report that comes once more, for narrow screens."""
    data = [table for table in assembly.raw if table in assembly.used or not table.is_layout]
    whole = prose_of(assembly.places.stream.body.replace(PICTURE, " "), data)
    return front.lines_of(whole, len(assembly.prose.rstrip(f" {BREAK}")), len(whole))


def _not_in(text: str, lines: Iterable[Line]) -> list[Line]:
    kept = {_plain(line) for line in text.split("\n")}
    return [line for line in lines if _plain(line.text) not in kept]


def _plain(text: str) -> str:
    return "".join(text.split())


def _headings(assembly: Assembly) -> list[Line]:
    """Return the lines that read like headings and open no part: contents, links, repetitions."""
    taken = [(head.start, head.stop) for head in assembly.heads]
    begin = _title(assembly)[1] if assembly.places.stretches.get("/title") else 0
    return [
        line
        for line in front.lines_of(assembly.prose, begin, len(assembly.prose))
        if is_heading(line.text) and not any(start <= line.start < stop for start, stop in taken)
    ]


def _hidden(markup: str) -> dict[str, tuple[int, list[Item]]]:
    """Return how many scripts and the like, comments and merged cells a page holds."""
    names = [name.lower() for name in re.findall(rf"<({HIDDEN})\b", markup, re.IGNORECASE)]
    items = [Item(name) for name in dict.fromkeys(names) if name not in _ORDINARY]
    return {
        "hidden": (sum(name not in _ORDINARY for name in names), items),
        "comments": (markup.count("<!--"), []),
        "merges": (len(re.findall(_MERGES, markup, re.IGNORECASE)), []),
    }
