"""What does a web page say?"""

from nianbao.model.report import Report
from nianbao.model.text import Text
from nianbao.protocols import ReadOptions, Source, UnreadableError
from nianbao.readers import plain
from nianbao.readers.assembly import assemble
from nianbao.readers.markup import cut_at
from nianbao.readers.stream import Flat, Stream, Trail

_HIDING = (b"display:none", b"display: none", b" hidden>", b" hidden ", b" hidden=")
# So many bytes before the first table a hidden part that holds it may begin.
_BEFORE = 4000
# A table whose cells strokes mark has more of them.
_FEWEST_STROKES = 8


def read(source: Source, options: ReadOptions) -> Report:
    """Read a page.

    Raises:
        UnreadableError: the page is cut off, or the parser gave up on it.
    """
    cut = cut_at(source.text)
    if cut:
        reason = Text(f"网页不完整：{cut.what.zh}", f"the page is cut off: {cut.what.en}")
        raise UnreadableError(reason, *cut.at)
    report = assemble(stream_of(source), options)
    if _may_hide(source.data):
        shown = assemble(stream_of(source, hidden=False), options)
        # Scripts show some of what is hidden at first: what is needed for the report counts.
        if _size(shown) >= _size(report):
            report = shown
    if report.tables and report.sections:
        return _with_files(report, source.text)
    return _with_links(report, source.text)


def _may_hide(data: bytes) -> bool:
    """Tell whether something at the tables of a page may be hidden from its readers."""
    first = data.find(b"<table")
    if first < 0:
        return False
    start, stop = max(0, first - _BEFORE), data.rfind(b"</table")
    # Few pages hold even a part of the signs.
    return any(data.find(part, start, stop) >= 0 for part in (b"display:", b" hidden")) and any(
        data.find(sign, start, stop) >= 0 for sign in _HIDING
    )


def _size(report: Report) -> tuple[int, int]:
    rows = sum(len(table.rows) for table in report.tables.values())
    return rows, len(report.sections)


def _with_links(report: Report, text: str) -> Report:
    """Return a report that lacks its parts with the links to files that may hold them."""
    from nianbao.readers.links import links_in  # noqa: PLC0415  # for such pages alone

    return report._replace(links=tuple(links_in(text)))


def _with_files(report: Report, text: str) -> Report:
    """Return a report with the files offered behind its last table, where there are any."""
    # Searching all of the page would cost a clean one too much.
    behind = text.rfind("</table")
    if text.find(".pdf", behind) < 0 and text.find(".doc", behind) < 0:
        return report
    from nianbao.readers.links import offered_in  # noqa: PLC0415  # for such pages alone

    return report._replace(links=tuple(offered_in(text[behind:])))


def stream_of(source: Source, *, hidden: bool = True) -> Stream:
    """Return the stream of a page.

    Args:
        source: the page.
        hidden: whether elements that a browser does not show are read.

    Raises:
        UnreadableError: the parser gave up on it.
    """
    flat = (plain.flat_of(source) if hidden else None) or _parsed(source, hidden=hidden)
    shown = _with_cells(flat.body)
    return Stream(
        shown,
        source.text,
        lambda: _retraced(flat.text, strokes=shown is flat.body),
        title=flat.title,
        published=flat.published,
    )


def _parsed(source: Source, *, hidden: bool) -> Flat:
    from nianbao.readers.tree import flat_of  # noqa: PLC0415  # few pages need a parser

    return flat_of(source, hidden=hidden)


def _with_cells(body: str) -> str:
    """Return a stream in which strokes of paragraphs that mark cells are marks."""
    if body.count("|") + body.count("｜") < _FEWEST_STROKES:
        return body
    from nianbao.readers.strokes import with_cells  # noqa: PLC0415  # for such pages alone

    return with_cells(body)


def _retraced(text: str, *, strokes: bool) -> Trail:
    from nianbao.readers.retracing import retrace  # noqa: PLC0415  # for places alone

    if strokes:
        return retrace(text)
    from nianbao.readers.strokes import without_strokes  # noqa: PLC0415  # for such pages alone

    return retrace(without_strokes(text))
