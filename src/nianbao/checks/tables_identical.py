"""YOY007: are all tables those of last year?"""

from collections.abc import Iterator

from nianbao.model.facts import Facts
from nianbao.model.numbers import Number
from nianbao.model.years import Years
from nianbao.rule import Hit

_TABLES = ("disclosure", "requests", "review_litigation")


def tables_identical(years: Years) -> Iterator[Hit]:
    """Find three tables that hold what they held last year, and not only 0."""
    this, last = years.this, years.last
    if dict(this.numbers) != dict(last.numbers) or not _has_all(this):
        return
    filled = [f"/{key}" for key in _TABLES if any(_of(key, this))]
    if filled:
        others = tuple((last.path, f"/{key}") for key in _TABLES)
        yield Hit(filled[0], {"other_year": last.year}, tuple(filled[1:]), elsewhere=others)


def _has_all(facts: Facts) -> bool:
    """Tell whether every cell of the three tables has a number."""
    tables = facts.report.tables
    cells = (row.cells for key in tables for row in tables[key].form.rows)
    return all(key in tables for key in _TABLES) and all(
        pointer in facts.numbers for row in cells for pointer in row
    )


def _of(key: str, facts: Facts) -> Iterator[Number]:
    return (number for pointer, number in facts.numbers.items() if pointer.startswith(f"/{key}/"))
