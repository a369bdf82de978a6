"""What is a checker asked to do?"""

import os
from typing import Any

from nianbao.model.record import Record
from nianbao.model.report import Blank
from nianbao.readers.files import MEBIBYTE
from nianbao.settings.layers import Layer

DEFAULT_SIZE = 20 * MEBIBYTE


class Options(Record):
    """How to run: what is given here beats what settings say.

    Attributes:
        select, ignore: selectors of rules; none selected: all.
        plugins: names of plug-ins to load.
        rules: folders of rule files.
        blank: whether blanks count as 0 in sums (``zero``) or keep a sum unchecked (``strict``).
        profile: ``author`` (all rules), ``gate`` (none that guesses) or ``audit`` (nothing fails).
        fail_on: the least severity that fails a run, or ``never``.
        year: the report year to use where a report names none.
        skip_other: leave out documents that are no annual report without a word.
        most_bytes: the largest file that is read.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    plugins: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    blank: Blank | None = None
    profile: str | None = None
    fail_on: str | None = None
    year: int | None = None
    skip_other: bool = False
    most_bytes: int = DEFAULT_SIZE

    @property
    def layer(self) -> Layer:
        """What is given here, as the nearest layer of the settings."""
        given: dict[str, Any] = {
            "select": self.select,
            "ignore": self.ignore,
            "plugins": self.plugins,
            "rules": tuple(os.path.abspath(folder) for folder in self.rules),
            "blank": self.blank,
            "profile": self.profile,
            "fail-on": self.fail_on,
        }
        return Layer({key: value for key, value in given.items() if value})
