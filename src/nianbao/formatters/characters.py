"""Which characters of a document may reach a terminal as they are?"""

import re

_LONGEST = 600
# Within JSON these may as well stand as escapes: controls, direction marks, half characters.
_RISKY = "[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"


def harmless(text: str) -> str:
    r"""Return text on one line, with what does not print shown as its escape (``\x1b``).

    Every kind of space and line break becomes a plain space, so that no document can draw a line
    of its own.
    """
    return text if text.isprintable() else "".join(map(_harmless, text))


def _harmless(char: str) -> str:
    if char.isprintable():
        return char
    return " " if char.isspace() else char.encode("unicode_escape").decode("ascii")


def clipped(text: str) -> str:
    """Return text without what goes beyond the length that anyone reads."""
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"


def escaped_json(text: str) -> str:
    """Return JSON that says the same, with what could harm a terminal or an encoder escaped."""
    return re.sub(_RISKY, lambda found: f"\\u{ord(found[0]):04x}", text)
