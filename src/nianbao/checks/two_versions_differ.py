"""AGG005: do two versions of a report hold the same figures?"""

from collections.abc import Iterator

from nianbao.model.area import Area
from nianbao.model.facts import Facts
from nianbao.rule import Hit


def two_versions_differ(area: Area) -> Iterator[Hit]:
    """Find cells that read otherwise in an earlier version: of several, in the last of them.

    Of what was copied over and over each copy is told once, not once for each copy before it.
    """
    for version in reversed(area.versions):
        cells = tuple(_differing(area.this, version))
        if cells:
            first, *rest = cells
            now, then = area.this.numbers[first], version.numbers[first]
            values = {"now": now, "before": then, "count": len(cells), "path": version.path}
            elsewhere = tuple((version.path, pointer) for pointer in cells)
            yield Hit(first, values, tuple(rest), elsewhere=elsewhere)
            return


def _differing(this: Facts, version: Facts) -> Iterator[str]:
    theirs = version.numbers
    return (cell for cell, now in this.numbers.items() if cell in theirs and theirs[cell] != now)
