"""YOY008: has a figure jumped against last year?"""

from collections.abc import Iterator

from nianbao.model.numbers import Number
from nianbao.model.years import Years
from nianbao.rule import Hit

_TIMES, _LEAST = 10, 50
# The figures that stand for a table; others follow from them.
_TOTALS = (
    "/requests/received/total",
    "/requests/carried_out/total",
    "/review_litigation/review/total",
    "/review_litigation/litigation_direct/total",
    "/review_litigation/litigation_after_review/total",
)


def implausible_jump(years: Years) -> Iterator[Hit]:
    """Find figures more than ten times last year's or less than a tenth, and more than 50 apart."""
    this, last = years.this.numbers, years.last.numbers
    for pointer in (*_counted(years), *_TOTALS):
        if pointer in this and pointer in last and _jumps(this[pointer], last[pointer]):
            values = {"now": this[pointer], "before": last[pointer], "other_year": years.last.year}
            yield Hit(pointer, values, elsewhere=((years.last.path, pointer),))


def _counted(years: Years) -> Iterator[str]:
    """Yield the cells of table 二, but not changes, which may be anything."""
    table = years.this.report.tables.get("disclosure")
    for row in table.form.rows if table else ():
        for column, pointer in zip(row.columns, row.cells, strict=True):
            if column.law.kind != "signed":
                yield pointer


def _jumps(now: Number, before: Number) -> bool:
    low, high = sorted((now, before))
    return high > _TIMES * low and high - low > _LEAST
