"""AGG003: are the words of the report those of another organ's?"""

from collections.abc import Iterator

from nianbao.model.area import Area
from nianbao.prose.beside import told_beside
from nianbao.prose.duplicates import duplicates
from nianbao.rule import Hit


def cross_organ_duplicate(area: Area) -> Iterator[Hit]:
    """Find a report that shares nine tenths of its words with another organ's."""
    for found in duplicates(area.this, area.alike):
        values = {
            "percent": found.percent,
            "other_organ": found.facts.name,
            "passages": told_beside(area.this, found.facts),
        }
        yield Hit(found.place, values, elsewhere=((found.facts.path, found.place),))
