"""What does a crawled text say?"""

import re
from collections.abc import Iterator

from nianbao.model.labels import simplified
from nianbao.model.report import Report
from nianbao.protocols import ReadOptions, Source
from nianbao.readers.assembly import assemble
from nianbao.readers.headings import is_heading
from nianbao.readers.stream import BREAK, CELL, END, MARKS, ROW, TABLE, Stream, Trail

_LINE_END = re.compile(r"\r\n|\n|\r")
# A line that goes on with a cell holds a few words and no sentence.
_SENTENCE = re.compile("[。；！？]")
_LONGEST_REMAINDER = 20


def read(source: Source, options: ReadOptions) -> Report:
    """Read a crawled text."""
    text = re.sub(f"[{MARKS}]", "\ufffd", source.text)
    lines = _LINE_END.split(text)
    body = "".join(_marked(lines))
    return assemble(Stream(body, source.text, lambda: _retrace(source.text)), options)


def _marked(lines: list[str]) -> Iterator[str]:
    """Yield the lines with marks: cells, rows and tables where TAB-led lines stand together."""
    in_table = new_row = False
    for index, line in enumerate(lines):
        if line.startswith("\t"):
            if not in_table:
                yield TABLE
            yield (ROW if not in_table or new_row else "") + CELL + line[1:]
            in_table, new_row = True, False
        elif in_table and not line.strip():
            new_row = True
        elif in_table and _goes_on(lines, index):
            yield "\n" + line
            new_row = False
        else:
            yield (END if in_table else "") + line + BREAK
            in_table = new_row = False
    if in_table:
        yield END


def _goes_on(lines: list[str], index: int) -> bool:
    """Tell whether a line without a TAB is the rest of the cell before it.

    A break inside a cell leaves the rest of its words on a line of its own; the next cell of the
    row follows at once.
    """
    line = lines[index].strip()
    if is_heading(simplified(line)) or _SENTENCE.search(line) or len(line) > _LONGEST_REMAINDER:
        return False
    before = next((text for at in range(index - 1, -1, -1) if (text := lines[at].strip())), "")
    later = range(index + 1, len(lines))
    following = next((lines[at] for at in later if lines[at].strip()), "")
    return following.startswith("\t") and not before[-1:].isdigit()


def _retrace(source: str) -> Trail:
    """Return where the visible characters and cells of a text stand."""
    starts: list[int] = []
    runs: list[tuple[int, str, int]] = []
    cells: list[int] = []
    visible: list[str] = []
    count = offset = 0
    for line in re.split(r"(?<=\n)|(?<=\r)(?!\n)", source):
        if line.startswith("\t"):
            cells.append(offset + 1)
        seen = "".join(line.split())
        if seen:
            starts.append(count)
            runs.append((offset, line, len(line)))
            visible.append(seen)
            count += len(seen)
        offset += len(line)
    return Trail("".join(visible), starts, runs, cells)
