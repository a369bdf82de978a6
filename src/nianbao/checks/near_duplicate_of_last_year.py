"""YOY005: are the words of the report those of last year's?"""

from collections.abc import Iterator

from nianbao.model.years import Years
from nianbao.prose.beside import told_beside
from nianbao.prose.duplicates import duplicates
from nianbao.rule import Hit


def near_duplicate_of_last_year(years: Years) -> Iterator[Hit]:
    """Find a report that shares nine tenths of its words with last year's."""
    for found in duplicates(years.this, [years.last]):
        values = {
            "percent": found.percent,
            "other_year": found.facts.year,
            "passages": told_beside(years.this, years.last),
        }
        yield Hit(found.place, values, elsewhere=((found.facts.path, found.place),))
