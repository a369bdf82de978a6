"""LAB002: does the note in the corner of 表三 say what the form says?"""

from collections.abc import Iterator

from nianbao.model.labels import normalised
from nianbao.model.report import Report
from nianbao.rule import Hit


def note_altered(report: Report) -> Iterator[Hit]:
    """Find a note in other words; of one of which a part is left, the rest may have been lost."""
    for table in report.tables.values():
        met = table.labels.get(f"{table.form.pointer}/note")
        if met and normalised(met) not in normalised(table.form.note):
            yield Hit(table.form.pointer, {"met": met, "title": table.form.note})
