"""How does a result look to software that reads the XML of Checkstyle?"""

from collections.abc import Iterable
from itertools import groupby

from nianbao.formatters.relative import relative
from nianbao.formatters.remarks import Remark, remarks
from nianbao.formatters.xml import HEAD, element
from nianbao.protocols import Canvas
from nianbao.result import Result

# The version of the format, not of this package.
_VERSION = "4.3"


class CheckstyleFormatter:
    """Writes a file element for each document that there is something to say of."""

    name = "checkstyle"
    for_machines = True

    def render(self, result: Result, canvas: Canvas) -> str:
        """Return the result as XML; columns count code points, line 0 is the whole file."""
        found = remarks(result, canvas.language)
        files = groupby(found, lambda remark: remark.document.path)
        elements = [_file(path, group) for path, group in files]
        return HEAD + element("checkstyle", "\n", *elements, version=_VERSION)


def _file(path: str, group: Iterable[Remark]) -> str:
    return element("file", "\n", *map(_error, group), name=relative(path))


def _error(remark: Remark) -> str:
    span = remark.span
    return element(
        "error",
        line=span.line if span else 0,
        column=span.column if span else None,
        severity=str(remark.severity),
        message=remark.message,
        source=f"nianbao.{remark.code}",
    )
