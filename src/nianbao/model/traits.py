"""In what is a report out of the ordinary?

Most rules look for one peculiarity. They name it, and on the many reports that do not have it
they hold without being asked.
"""

from datetime import date
from operator import attrgetter

from nianbao.model.prose_traits import PROSE_TRAITS, prose_traits
from nianbao.model.report import Report, Table
from nianbao.model.row_traits import ROW_TRAITS, row_traits

TRAITS = (
    *PROSE_TRAITS,
    *ROW_TRAITS,
    "copies",
    "extra-rows",
    "gaps",
    "headings",
    "labels",
    "odd-cells",
    "other-edition",
    "period",
    "pictures",
)


def traits_of(report: Report) -> frozenset[str]:
    """Return the traits of a report.

    ``odd-cells``: a cell holds more or less than a plain whole number. ``labels``: a label or
    header is altered, absent or in another place. ``extra-rows``: a row is none of the form.
    ``gaps``: a table or row is absent or unread, or the edition cannot be told. ``copies``: a
    table comes more than once. ``other-edition``: a table is bound by another edition than the
    report. ``headings``: a part is absent, out of order, added, or its heading is not letter for
    letter that of the template. ``pictures``: a part or the whole holds pictures, or links to
    files, or there is neither part nor table. ``period``: the period is not told as the whole
    report year. For the others see :mod:`nianbao.model.prose_traits` and
    :mod:`nianbao.model.row_traits`.
    """
    tables = report.tables.values()
    traits = {
        "odd-cells": not all(table.is_sound for table in tables),
        "labels": any(table.labels or table.foreign or table.misplaced for table in tables),
        "extra-rows": any(table.extra_rows for table in tables),
        "gaps": _has_gaps(report),
        "copies": any(table.copies for table in tables),
        "other-edition": any(_is_of_another(report, table) for table in tables),
        "headings": _has_odd_headings(report),
        "pictures": _may_be_elsewhere(report),
        "period": not _is_whole_year(report),
        **prose_traits(report),
        **row_traits(report),
    }
    return frozenset(name for name, holds in traits.items() if holds)


def _may_be_elsewhere(report: Report) -> bool:
    is_bare = not (report.sections or report.tables)
    return is_bare or bool(report.links) or any(each.pictures for each in report.sections.values())


def _has_gaps(report: Report) -> bool:
    return (
        report.edition is None
        or len(report.tables) < len(report.edition.forms)
        or any(
            table.unread or len(table.rows) != len(table.form.rows)
            for table in report.tables.values()
        )
    )


def _is_of_another(report: Report, table: Table) -> bool:
    return report.edition is None or table.form.edition != report.edition.key


def _has_odd_headings(report: Report) -> bool:
    if report.edition is None or report.extra_sections:
        return True
    parts = report.edition.parts
    # Canonical JSON may hold the parts in another order than they were met in.
    sections = sorted(report.sections.values(), key=attrgetter("order"))
    met = [(section.key, section.heading) for section in sections]
    return met != [(part.key, part.title) for part in parts]


def _is_whole_year(report: Report) -> bool:
    period, year = report.period, report.year
    return (
        period is not None
        and period.problem is None
        and year is not None
        and (period.start, period.end) == (date(year, 1, 1), date(year, 12, 31))
    )
