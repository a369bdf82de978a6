"""What do rules across years compare?"""

from nianbao.model.facts import Facts
from nianbao.model.record import Record


class Years(Record):
    """A report and the same organ's for the year before.

    Attributes:
        this: the report in which findings stand.
        last: the other.
    """

    this: Facts
    last: Facts

    @property
    def others(self) -> tuple[Facts, ...]:
        """The reports that findings may name beside this one."""
        return (self.last,)
