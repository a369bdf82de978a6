"""In which rows of 表二 does a report have figures that few reports have?"""

from nianbao.model.report import Report

ROW_TRAITS = ("items", "money", "regulations")

_MONEY = ("fees", "procurement")
_ITEMS = ("licences", "other_services", "penalties", "coercion")


def row_traits(report: Report) -> dict[str, bool]:
    """Return which traits the rows of 表二 have.

    ``items``: beside a number of items stands one of decisions. ``money``: fees or procurement
    are more than 0. ``regulations``: the row 规章 is not all 0.
    """
    table = report.tables.get("disclosure")
    if table is None:
        return dict.fromkeys(ROW_TRAITS, False)
    values = {
        key: [cell.value for cell in table.rows.get(f"/disclosure/{key}", ())]
        for key in (*_MONEY, *_ITEMS, "regulations")
    }
    return {
        "items": any(len(values[key]) > 2 and all(values[key][::2]) for key in _ITEMS),
        "money": any(any(values[key]) for key in _MONEY),
        "regulations": any(values["regulations"]),
    }
