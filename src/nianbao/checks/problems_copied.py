"""YOY006: are the problems those of last year?"""

from collections.abc import Iterator

from nianbao.model.facts import Facts
from nianbao.model.years import Years
from nianbao.prose.shingles import Shingles, likeness, shingles_of
from nianbao.rule import Hit

_PLACE = "/sections/problems"
_FEWEST, _LEAST = 20, 0.95


def problems_copied(years: Years) -> Iterator[Hit]:
    """Find a part on problems that shares nearly all its words with last year's."""
    this, last = map(_words, (years.this, years.last))
    alike = likeness(this, last)
    if len(this) >= _FEWEST and alike >= _LEAST:
        values = {"percent": int(alike * 100), "other_year": years.last.year}
        yield Hit(_PLACE, values, elsewhere=((years.last.path, _PLACE),))


def _words(facts: Facts) -> Shingles:
    return shingles_of(facts.texts.get(_PLACE, ""), facts.organ)
