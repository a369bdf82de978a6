"""What do rules across organs compare?"""

from collections.abc import Mapping

from nianbao.model.facts import Facts
from nianbao.model.record import Record


class Area(Record):
    """A report among those of other organs for the same year.

    Attributes:
        this: the report in which findings stand; one without a path should be there and is not.
        members: if it sums up an area, the reports of the organs below.
        is_whole: whether these are known to be all of them.
        alike: reports of other organs whose words may be the same.
        versions: reports of the same organ that were found elsewhere.
        places: a report of each other place of the set, by the name of the place.
    """

    this: Facts
    members: tuple[Facts, ...] = ()
    is_whole: bool = False
    alike: tuple[Facts, ...] = ()
    versions: tuple[Facts, ...] = ()
    places: Mapping[str, Facts] = {}

    @property
    def others(self) -> tuple[Facts, ...]:
        """The reports that findings may name beside this one."""
        return (*self.members, *self.alike, *self.versions, *self.places.values())
