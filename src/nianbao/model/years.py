"""What do rules across years compare?"""

from nianbao.model.facts import Facts
from nianbao.model.record import Record


class Years(Record):
    """A report and those of the same organ for years before it.

    Attributes:
        this: the report in which findings stand.
        earlier: the others, in the order of their years.
    """

    this: Facts
    earlier: tuple[Facts, ...] = ()

    @property
    def last(self) -> Facts | None:
        """The report of the year before, None where it is not at hand."""
        before = (self.this.year or 0) - 1
        return next((facts for facts in self.earlier if facts.year == before), None)

    @property
    def others(self) -> tuple[Facts, ...]:
        """The reports that findings may name beside this one."""
        return self.earlier
