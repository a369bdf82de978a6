"""Does a page show the whole report twice, once for telephones?"""

from collections.abc import Mapping

from nianbao.model.report import Table
from nianbao.readers import titles
from nianbao.readers.recognition import FormRows
from nianbao.readers.stream import BREAK


def once(prose: str, found: Mapping[str, FormRows]) -> str:
    """Return the text up to where the report begins a second time, the rest blanked.

    The report comes twice where all its tables do, and its title stands between.
    """
    again = [rows.copies[0].rows[0].offset for rows in found.values() if rows.copies]
    if not again or len(again) < len(found):
        return prose
    last = max(rows.rows[-1].offset for rows in found.values())
    title = titles.title_in(prose, min(again))
    if title is None or title.start < last:
        return prose
    return prose[: title.start] + BREAK + " " * (len(prose) - title.start - 1)


def without_twins(tables: dict[str, Table]) -> dict[str, Table]:
    """Return the tables without copies that read the same, where each table has a copy.

    Such a page is laid out for wide and for narrow screens: a reader sees each table once.
    """
    if len(tables) < 2 or not all(table.copies for table in tables.values()):
        return tables
    return {
        key: table._replace(copies=tuple(copy for copy in table.copies if copy))
        for key, table in tables.items()
    }
