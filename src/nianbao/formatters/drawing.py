"""How is a run with findings drawn on a terminal?"""

from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len
from rich.console import RenderableType
from rich.text import Text as Drawn

from nianbao.formatters import styles, wording
from nianbao.formatters.characters import harmless
from nianbao.formatters.console import text_of, usable
from nianbao.formatters.counts import count
from nianbao.formatters.findings import findings_table
from nianbao.formatters.gaps import gaps
from nianbao.formatters.lines import heading, is_plain, name_of, plain_line, unreadable_line
from nianbao.formatters.rows import rows
from nianbao.formatters.summary import summary
from nianbao.formatters.verdict import judge, sentence
from nianbao.formatters.wrap import block
from nianbao.model.record import Record
from nianbao.protocols import Canvas
from nianbao.result import Document

_KINDS = {
    "errors": styles.ERROR,
    "unreadable": styles.ERROR,
    "crashed": styles.ERROR,
    "warnings": styles.WARNING,
    "infos": styles.INFO,
}
_VERDICTS = {"ready": styles.READY, "faulty": styles.ERROR, "unread": styles.ERROR}


class _Part(Record):
    """What is drawn of one document; a tall part stands between blank lines."""

    tall: bool
    drawn: tuple[RenderableType, ...]


def draw(documents: Sequence[Document], canvas: Canvas) -> str:
    """Return the documents and their summary as text for a terminal."""
    canvas = usable(canvas)
    return text_of(_spaced(_parts(documents, canvas)), canvas)


def _spaced(parts: Iterable[_Part]) -> Iterator[RenderableType]:
    """Yield what is drawn of the parts, with the blank lines between them."""
    after = False
    for number, part in enumerate(parts):
        if number and (part.tall or after):
            yield Drawn()
        yield from part.drawn
        after = part.tall


def _parts(documents: Sequence[Document], canvas: Canvas) -> Iterator[_Part]:
    """Yield what is drawn, one document after the other; the numbers come last."""
    for document in documents:
        if not is_plain(document):
            yield _part(document, canvas)
        elif document.status != "other":
            yield _Part(tall=False, drawn=(Drawn(plain_line(document, canvas.language)),))
    if len(documents) > 1 or documents[0].status != "unreadable":
        yield _Part(tall=True, drawn=tuple(_summary(documents, canvas)))


def _part(document: Document, canvas: Canvas) -> _Part:
    if document.status != "unreadable":
        return _Part(tall=True, drawn=tuple(_document(document, canvas)))
    line = Drawn(unreadable_line(document, canvas.language), styles.ERROR)
    return _Part(tall=False, drawn=(line,))


def _document(document: Document, canvas: Canvas) -> Iterator[RenderableType]:
    """Yield heading, table, gaps, crashes and verdict of a document."""
    language = canvas.language
    yield Drawn(harmless(name_of(document, language)), styles.STRONG)
    yield from _lines([heading(document, language)], styles.DIM, canvas)
    if document.findings:
        yield Drawn()
        yield findings_table(list(rows(document.findings)), canvas)
        yield Drawn()
    yield from _lines([gaps(document, language)], styles.DIM, canvas)
    crashed = (wording.crash(rule, reason, language) for rule, reason in document.crashed)
    yield from _lines(crashed, styles.ERROR, canvas)
    yield from _lines([sentence(document, language)], _VERDICTS.get(judge(document), ""), canvas)


def _lines(texts: Iterable[str], style: str, canvas: Canvas) -> Iterator[Drawn]:
    return (Drawn(block([text], canvas.width), style) for text in texts if text)


def _summary(documents: Sequence[Document], canvas: Canvas) -> Iterator[Drawn]:
    """Yield the lines of the summary, broken between numbers where the canvas is narrow."""
    for line in summary(count(documents), canvas.language):
        drawn = Drawn()
        for part in line:
            if drawn.cell_len + cell_len(part.words.rstrip()) > canvas.width:
                yield drawn
                drawn = Drawn()
            drawn.append(part.words, _KINDS.get(part.kind, ""))
        yield drawn
