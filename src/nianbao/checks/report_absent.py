"""AGG004: is the report there?"""

from collections.abc import Iterator

from nianbao.model.area import Area
from nianbao.rule import Hit


def report_absent(area: Area) -> Iterator[Hit]:
    """Find a report that should be there and is not: it has no path."""
    if not area.this.path:
        yield Hit("", {"organ": area.this.name, "year": area.this.year})
