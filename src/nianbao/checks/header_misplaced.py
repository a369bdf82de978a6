"""TAB007: does every header stand where the form has it?"""

from collections.abc import Iterator

from nianbao.model.labels import bare
from nianbao.model.printed import printed
from nianbao.model.report import Report
from nianbao.rule import Hit


def header_misplaced(report: Report) -> Iterator[Hit]:
    """Find columns whose header stands in another row or position; one table, one finding."""
    for table in report.tables.values():
        labels = printed(table.form) if table.misplaced else {}
        places = [pointer for pointer in table.misplaced if pointer in labels]
        if places:
            titles = "、".join(bare(labels[each].title) for each in places)
            yield Hit(places[0], {"title": titles}, tuple(places[1:]))
