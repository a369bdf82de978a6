"""In which rows does a report have figures that few reports have?"""

from nianbao.model.report import Report

ROW_TRAITS = ("items", "money", "regulations", "remedies", "unpaid-fees")

_MONEY = ("fees", "procurement")
_ITEMS = ("licences", "other_services", "penalties", "coercion")


_UNPAID = "/requests/results/other/fee_unpaid"


def row_traits(report: Report) -> dict[str, bool]:
    """Return which traits the rows of the tables have.

    ``items``: beside a number of items stands one of decisions. ``money``: fees or procurement
    are more than 0. ``regulations``: the row 规章 is not all 0. ``remedies``: a figure of 表四 is
    not 0. ``unpaid-fees``: applications ended because a fee was not paid.
    """
    return {**_of_disclosure(report), **_of_the_others(report)}


def _of_the_others(report: Report) -> dict[str, bool]:
    remedies, requests = report.tables.get("review_litigation"), report.tables.get("requests")
    unpaid = requests.rows.get(_UNPAID, ()) if requests else ()
    return {
        "remedies": remedies is not None
        and any(cell.value for cells in remedies.rows.values() for cell in cells),
        "unpaid-fees": any(cell.value for cell in unpaid),
    }


def _of_disclosure(report: Report) -> dict[str, bool]:
    table = report.tables.get("disclosure")
    if table is None:
        return {}
    values = {
        key: [cell.value for cell in table.rows.get(f"/disclosure/{key}", ())]
        for key in (*_MONEY, *_ITEMS, "regulations")
    }
    return {
        "items": any(len(values[key]) > 2 and all(values[key][::2]) for key in _ITEMS),
        "money": any(any(values[key]) for key in _MONEY),
        "regulations": any(values["regulations"]),
    }
