"""What is kept of a report, to be compared with others?"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from nianbao.model.numbers import Number
from nianbao.model.passages import passages
from nianbao.model.record import Record
from nianbao.model.report import Organ, Report


class Facts(Record):
    """A report and where it was read.

    Its canonical form is kept whole: so rules that change later need no page again.

    Attributes:
        path: where it was read; ``""`` for a report that should be there and is not.
        report: the report, as a rule without its source (:func:`facts_of`).
    """

    path: str
    report: Report

    @property
    def organ(self) -> Organ | None:
        """Who reports, None where it cannot be told."""
        return self.report.organ

    @property
    def name(self) -> str:
        """The name of the organ, or ``""``."""
        return self.report.organ.name if self.report.organ else ""

    @property
    def year(self) -> int | None:
        """The year reported on, None where it cannot be told."""
        return self.report.year

    @property
    def edition(self) -> str:
        """The key of the edition, or ``""``."""
        return self.report.edition.key if self.report.edition else ""

    @property
    def published(self) -> date | None:
        """The day of publication, None where it is not known."""
        return self.report.published

    @property
    def sums_up(self) -> bool | None:
        """Whether it is known to sum up the reports of an area; None: its words tell that."""
        return None

    @property
    def numbers(self) -> Mapping[str, Number]:
        """The number of each cell that has one, by pointer; blanks as the report counts them."""
        return self.report.figures.numbers

    @property
    def texts(self) -> dict[str, str]:
        """The text of the preface and of each part, by pointer, in order."""
        return dict(passages(self.report))

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain data for JSON; ``readers.kept`` reads it back."""
        return {"path": self.path, "blank": self.report.blank, "report": self.report.to_dict()}


def facts_of(report: Report, path: str) -> Facts:
    """Return what is kept of a report: all but the source, in which lines and columns are found."""
    return Facts(path, report.without_source())
