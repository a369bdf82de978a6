"""What does a crawled text say?"""

import re

from nianbao.model.report import Report
from nianbao.protocols import ReadOptions, Source
from nianbao.readers.assembly import assemble
from nianbao.readers.pieces import pieces_of
from nianbao.readers.pipes import shown
from nianbao.readers.stream import BREAK, MARKS, Stream, Trail

# A longer line may hold headings, where a text lost its line ends.
_LONG_LINE = 1500


def read(source: Source, options: ReadOptions) -> Report:
    """Read a crawled text."""
    return assemble(stream_of(source), options)


def stream_of(source: Source) -> Stream:
    """Return the stream of a crawled text."""
    text = re.sub(f"[{MARKS}]", "\ufffd", source.text)
    body = "".join(piece.text for piece in pieces_of(text))
    if max(map(len, body.split(BREAK))) > _LONG_LINE:
        from nianbao.readers.breaking import broken  # noqa: PLC0415  # for such texts alone

        body = broken(body)
    return Stream(body, source.text, lambda: _retrace(source.text))


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
