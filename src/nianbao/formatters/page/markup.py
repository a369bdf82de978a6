"""How does text become markup that says the same and does nothing?"""

from collections.abc import Iterable
from html import escape

from nianbao.formatters.characters import clipped, harmless

_VOID = frozenset({"meta", "link", "input"})


class Html(str):
    """Markup. Any other string is text, and is escaped where it becomes a part of markup."""

    __slots__ = ()


Part = str | None


def tag(name: str, /, *parts: Part, **attributes: str | bool | None) -> Html:
    """Return an element.

    Args:
        name: its name.
        *parts: what it holds; None holds nothing.
        **attributes: a hyphen is written ``_``, so is the end of a word of Python; True has no
            value, False and None are left out.
    """
    said = "".join(
        _attribute(key, value)
        for key, value in attributes.items()
        if value is not None and value is not False
    )
    if name in _VOID:
        return Html(f"<{name}{said}>")
    return Html(f"<{name}{said}>{joined(parts)}</{name}>")


def _attribute(key: str, value: str | bool) -> str:  # noqa: FBT001  # as HTML has it
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(harmless(str(value)))}"'


def joined(parts: Iterable[Part]) -> Html:
    """Return parts one behind the other."""
    return Html("".join(part if isinstance(part, Html) else _text(part) for part in parts if part))


def _text(words: str) -> str:
    """Return text of a document on one line, shortened, with nothing that does not print."""
    return escape(harmless(clipped(words)))
