"""What does a text say whose tables are those of a page?"""

import re
from collections.abc import Iterator

from nianbao.protocols import Source
from nianbao.readers.fields import with_fields
from nianbao.readers.html import stream_of
from nianbao.readers.pipes import without_marks
from nianbao.readers.retracing import retrace
from nianbao.readers.stream import Stream
from nianbao.readers.strokes import without_strokes

_PAGE = re.compile(r"\s*+<(?:!doctype|html|head|body|\?xml)", re.IGNORECASE)
_PARAGRAPH_END = "</p>"
# A text with so many paragraphs of a page has its line ends where its source was broken.
_MANY = 10
_EDGE = re.compile(r"<(/?)table\b", re.IGNORECASE)
_FRAME = re.compile(r"</?(?:html|body)\b[^<>]*>", re.IGNORECASE)
_LINE = re.compile(r"[^\r\n]+")
_LINE_END = re.compile(r"\r\n|\n|\r")


def tagged_stream(source: Source, text: str) -> Stream:
    """Return the stream of a text with the tags of tables.

    Args:
        source: the text as it is.
        text: the same at the same length, without what is no word of it.
    """
    text = with_fields(text)
    is_page = _PAGE.match(text) or text.count(_PARAGRAPH_END) > _MANY
    parts = [(False, text)] if is_page else list(_parts(_FRAME.sub(_spaces, text)))
    plain = [(is_prose, _plain(part) if is_prose else part) for is_prose, part in parts]
    page = "".join(_broken(part) if is_prose else part for is_prose, part in plain)
    stream = stream_of(source._replace(text=page, data=page.encode()))
    seen = without_strokes("".join(part for _, part in plain))
    return stream._replace(
        body=without_strokes(stream.body), source=source.text, retrace=lambda: retrace(seen)
    )


def _spaces(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _parts(text: str) -> Iterator[tuple[bool, str]]:
    """Yield what stands around tables and in them, each with whether it is the former."""
    at = depth = 0
    for edge in _EDGE.finditer(text):
        before, depth = depth, max(0, depth - 1) if edge[1] else depth + 1
        if bool(before) != bool(depth):
            yield not before, text[at : edge.start()]
            at = edge.start()
    yield not depth, text[at:]


def _plain(text: str) -> str:
    return _LINE.sub(lambda found: without_marks(found[0]), text)


def _broken(text: str) -> str:
    return _LINE_END.sub(r"<br>\g<0>", text)
