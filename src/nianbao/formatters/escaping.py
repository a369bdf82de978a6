"""How does text stay text in Markdown and in a spreadsheet?"""

import re

from nianbao.formatters.characters import harmless

# What Markdown takes for more than text: anywhere, in an address, at the start of a line.
_MEANT = re.compile(r"[\\`*_\[\]<>&|~$#@]|:(?=//)|(?<=www)\.|^[-+=]", re.IGNORECASE)
_NUMBERED = re.compile(r"^(\d+)([.)])")
# A comment keeps platforms from making a mention or a reference to an issue of it.
_NAMES = re.compile(r"\\([@#])(?=\w)")
# What begins a formula, in a half-width or full-width form.
_FORMULA = tuple("=+-@＝＋－＠|%")  # noqa: RUF001  # the full-width forms are meant


def inert(text: str) -> str:
    """Return text that Markdown shows as it is, on one line, without links, names or HTML."""
    text = _MEANT.sub(r"\\\g<0>", harmless(text).strip())
    return _NAMES.sub(r"\\\1<!-- -->", _NUMBERED.sub(r"\1\\\2", text))


def unformula(text: str) -> str:
    """Return text that no spreadsheet takes for a formula."""
    shown = harmless(text)
    return f"'{shown}" if shown.lstrip().startswith(_FORMULA) else shown
