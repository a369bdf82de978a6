"""How does text stay text in Markdown and in a spreadsheet?"""

import re

from nianbao.formatters.characters import harmless

# What begins a formula, in a half-width or full-width form.
_FORMULA = tuple("=+-@＝＋－＠|%")  # noqa: RUF001  # the full-width forms are meant


def inert(text: str) -> str:
    """Return text that Markdown shows as it is, on one line, without links, names or HTML."""
    meant = re.sub(r"[!-/:-@\[-`{-~]", lambda found: f"\\{found[0]}", harmless(text))
    # A comment keeps platforms from making a mention or a reference to an issue of it.
    return re.sub(r"\\([@#])(?=\w)", r"\\\1<!-- -->", meant)


def unformula(text: str) -> str:
    """Return text that no spreadsheet takes for a formula."""
    shown = harmless(text)
    return f"'{shown}" if shown.lstrip().startswith(_FORMULA) else shown
