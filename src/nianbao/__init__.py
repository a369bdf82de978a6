"""Lint and conformance checks for annual reports on government-information disclosure.

``check`` and ``read`` are the whole interface; importing the package imports nothing heavy.
"""

from typing import TYPE_CHECKING, Any

from nianbao.version import VERSION

if TYPE_CHECKING:
    from os import PathLike

    from nianbao.model.report import Report
    from nianbao.result import Result

__version__ = VERSION
__all__ = ["__version__", "check", "read"]


def check(document: "str | PathLike[str]", **options: Any) -> "Result":
    """Check a file, a folder or a text.

    Args:
        document: a path, or the text of a report (HTML, canonical JSON or crawled text).
        **options: as :class:`nianbao.app.Options` has them: ``select``, ``ignore``, ``plugins``,
            ``rules``, ``blank``, ``year``, ``skip_other``, ``most_bytes``.

    Raises:
        UserError: an option cannot be used, or there is no file to check.
    """
    from nianbao.app import Options, build_checker  # noqa: PLC0415  # imported when first used

    checker = build_checker(Options(**options))
    if _is_text(document):
        return checker.check_data("<text>", str(document).encode())
    return checker.check([str(document)])


def read(document: "str | PathLike[str]", **options: Any) -> "Report":
    """Read a file or a text into a report.

    Args:
        document: as for :func:`check`.
        **options: as for :func:`check`.

    Raises:
        UnreadableError: it cannot be read.
        UserError: an option cannot be used.
    """
    from nianbao.app import Options, build_checker  # noqa: PLC0415  # imported when first used

    checker = build_checker(Options(**options))
    data = str(document).encode() if _is_text(document) else None
    return checker.read("<text>" if data else str(document), data)[0]


def _is_text(document: "str | PathLike[str]") -> bool:
    """Tell a text from a path: it has several lines, or begins as markup or JSON does."""
    return isinstance(document, str) and (
        "\n" in document or document.lstrip().startswith(("<", "{"))
    )
