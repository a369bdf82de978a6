"""What does a crawled text say?"""

import re

from nianbao.model.report import Report
from nianbao.protocols import ReadOptions, Source
from nianbao.readers.assembly import assemble
from nianbao.readers.leftovers import without_leftovers
from nianbao.readers.pieces import pieces_of
from nianbao.readers.pipes import shown
from nianbao.readers.stream import BREAK, MARKS, Stream, Trail

# A longer line may hold headings, where a text lost its line ends; so may those of a text that has
# fewer lines than a report has headings.
_LONG_LINE = 1500
_FEWEST_LINES = 7


def read(source: Source, options: ReadOptions) -> Report:
    """Read a crawled text."""
    report = assemble(stream_of(source), options)
    if report.tables:
        return report
    from nianbao.readers.lost_tables import with_pictures  # noqa: PLC0415  # for such texts alone

    return with_pictures(report)


def stream_of(source: Source) -> Stream:
    """Return the stream of a crawled text."""
    text = _plain(source.text)
    if "<td" in text or "<TD" in text:
        from nianbao.readers.tagged import tagged_stream  # noqa: PLC0415  # for such texts alone

        return tagged_stream(source, text)
    body = "".join(piece.text for piece in pieces_of(text))
    lines = body.split(BREAK)
    if len(lines) <= _FEWEST_LINES or max(map(len, lines)) > _LONG_LINE:
        from nianbao.readers.breaking import broken  # noqa: PLC0415  # for such texts alone

        body = broken(body)
    return Stream(body, source.text, lambda: _retrace(text))


def _plain(text: str) -> str:
    """Return a text without what is no word of it, at the same length."""
    if "{|" in text or any(f"|-{end}" in text for end in "\n\r "):
        from nianbao.readers.wiki import with_rows  # noqa: PLC0415  # for such texts alone

        text = with_rows(text)
    # A page feed ends a line, before what stands on the next page.
    text = without_leftovers(re.sub(f"[{MARKS}]", "\ufffd", text).replace("\f", "\n"))
    if "<" in text or "&" in text:
        from nianbao.readers.leftover_tags import without_tags  # noqa: PLC0415  # few texts have any

        text = without_tags(text)
    if "\t" not in text and ("：" in text or ":" in text):
        from nianbao.readers import colons  # noqa: PLC0415  # for such texts alone

        text = colons.with_tabs(text)
    if '"' in text or ("|" not in text and "\t" not in text):
        from nianbao.readers.parted import with_tabs  # noqa: PLC0415  # for such texts alone

        text = with_tabs(text)
    return text


def _retrace(source: str) -> Trail:
    """Return where the visible characters and cells of a text stand."""
    starts: list[int] = []
    runs: list[tuple[int, str, int]] = []
    visible: list[str] = []
    count = offset = 0
    for line in re.split(r"(?<=\n)|(?<=\r)(?!\n)", source):
        seen = "".join(shown(line).split())
        if seen:
            starts.append(count)
            runs.append((offset, shown(line), len(line)))
            visible.append(seen)
            count += len(seen)
        offset += len(line)
    cells = [piece.cell for piece in pieces_of(source) if piece.cell >= 0]
    return Trail("".join(visible), starts, runs, cells)
