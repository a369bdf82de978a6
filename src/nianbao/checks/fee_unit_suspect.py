"""SUM013: were the fees given in yuan instead of ten thousands?"""

from collections.abc import Iterator

from nianbao.model.numbers import Number
from nianbao.model.report import Organ, Report
from nianbao.model.text import Text
from nianbao.rule import Hit, NotChecked

_ROW, _PLACE = "/disclosure/fees", "/disclosure/fees/amount"
_MOST, _ROUND, _HUNDRED = 10_000, 1_000, 100
_UNTOLD = Text("无法判断机关的级别", "the rank of the organ cannot be told")


def fee_unit_suspect(report: Report) -> Iterator[Hit | NotChecked]:
    """Find amounts that a township or a county department can hardly have in 万元."""
    table = report.tables.get("disclosure")
    cells = table.rows.get(_ROW, ()) if table else ()
    # A unit that stands behind the number was reckoned with.
    value = cells[0].value if len(cells) == 1 and not cells[0].unit else None
    if value is None or not _is_suspect(value):
        return
    organ = report.organ
    if organ is None or organ.level is None:
        yield NotChecked(_UNTOLD, _PLACE)
    elif _is_small(organ):
        yield Hit(_PLACE, {"value": value})


def _is_suspect(value: Number) -> bool:
    return value > _MOST or (value >= _ROUND and value % _HUNDRED == 0)


def _is_small(organ: Organ) -> bool:
    return organ.level == "township" or (
        organ.level == "county" and organ.kind in ("department", "dispatched")
    )
