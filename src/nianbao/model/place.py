"""Where in a document does something stand?"""

from nianbao.model.record import Record


class Span(Record):
    r"""A stretch of the source: 1-based lines and columns in code points, the end exclusive.

    Line ends are ``\n``, ``\r\n`` and ``\r`` only; a byte order mark does not count.
    """

    line: int
    column: int
    end_line: int
    end_column: int


class Columns(Record):
    """The columns of a span as other software counts them: in units of UTF-16, in bytes of UTF-8.

    Both count from 1, the end exclusive.
    """

    utf16: int
    end_utf16: int
    utf8: int
    end_utf8: int


class Origin(Record):
    """Another document: its path, its organ and its year, as far as they are known."""

    path: str
    organ: str = ""
    year: int | None = None


class Place(Record):
    """A JSON Pointer (RFC 6901) into the canonical report, what a clerk calls it, and its span.

    Attributes:
        pointer: ``""`` is the document; what is missing is placed where it should stand.
        label: in Chinese whatever the language, such as ``表三 · （七）总计 · 其他``.
        span: the lines and columns, where they are known.
        columns: the same columns in other units.
        origin: the document it is in, where that is another one.
    """

    pointer: str
    label: str
    span: Span | None = None
    columns: Columns | None = None
    origin: Origin | None = None


def holds(outer: str, inner: str) -> bool:
    """Tell whether the pointer ``outer`` is ``inner`` or one of its ancestors.

    The document as a whole (``""``) holds nothing but itself: it is a place of its own.
    """
    return inner == outer or (bool(outer) and inner.startswith(outer + "/"))


def escape(token: str) -> str:
    """Write one reference token of a JSON Pointer."""
    return token.replace("~", "~0").replace("/", "~1")
