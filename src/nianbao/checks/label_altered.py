"""LAB001: are rows, columns and blocks labelled in the words of the form?"""

from collections.abc import Iterator

from nianbao.model.printed import CUT, Printed, printed
from nianbao.model.report import Report, Table
from nianbao.rule import Hit


def label_altered(report: Report) -> Iterator[Hit]:
    """Find labels that are neither the official wording nor an accepted one."""
    for table in report.tables.values():
        if table.labels:
            yield from _altered(table)


def _altered(table: Table) -> Iterator[Hit]:
    known, note = printed(table.form), f"{table.form.pointer}/note"
    for pointer, met in table.labels.items():
        official = known.get(pointer)
        if met and official and pointer != note and _is_altered(met, official):
            notes = (CUT,) if official.is_cut(met) else ()
            yield Hit(pointer, {"met": met, "title": official.title}, notes=notes)


def _is_altered(met: str, official: Printed) -> bool:
    # What stands over a column and is not like its header is none (TAB003).
    return not official.is_met(met) and (official.is_meant(met) or not official.is_column)
