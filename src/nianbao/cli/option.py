"""What does one argument or option take?"""

from typing import Any

from nianbao.model.record import Record
from nianbao.model.text import Text


class Option(Record):
    """An argument or option: its names, what it does, and how argparse takes it.

    Attributes:
        metavar: the word for its value where that is translated, else None.
    """

    names: tuple[str, ...]
    about: Text
    settings: dict[str, Any]
    metavar: Text | None = None


def option(*names: str, zh: str, en: str, **settings: Any) -> Option:
    """Return an option with its help in both languages."""
    return Option(names, Text(zh, en), settings)


def listed(name: str, metavar: str, *, zh: str, en: str, dest: str | None = None) -> Option:
    """Return an option that may be given several times."""
    more = {"dest": dest} if dest else {}
    return option(name, zh=zh, en=en, action="append", default=[], metavar=metavar, **more)
