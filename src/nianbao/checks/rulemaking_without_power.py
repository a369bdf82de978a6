"""ORG001: does an organ report 规章 that it has no power to make?"""

from collections.abc import Iterator

from nianbao.model.report import Report
from nianbao.model.text import Text
from nianbao.prose.competence import may_make_regulations
from nianbao.prose.organs import is_rollup
from nianbao.rule import Hit, NotChecked

_ROW = "/disclosure/regulations"
# Those who report for an area.
_AREA_KINDS = ("government", "office")
_UNTOLD = Text("无法判断机关的级别和类别", "the level and kind of the organ cannot be told")
_ROLLUP = Text("汇总一个地区各机关的报告", "it is the roll-up of the organs of an area")


def rulemaking_without_power(report: Report) -> Iterator[Hit | NotChecked]:
    """Find figures for 规章 in the report of an organ that can make none."""
    table = report.tables.get("disclosure")
    row = table.form.by_pointer.get(_ROW) if table else None
    cells = table.rows.get(_ROW, ()) if table else ()
    if row is None or not any(cell.value for cell in cells):
        return
    organ = report.organ
    may = may_make_regulations(organ) if organ else None
    if organ is None or may is None:
        yield NotChecked(_UNTOLD, _ROW)
    elif not may and organ.kind in _AREA_KINDS and is_rollup(report.title, report.preface):
        yield NotChecked(_ROLLUP, _ROW)
    elif not may:
        for pointer, cell in zip(row.cells, cells, strict=True):
            if cell.value:
                yield Hit(pointer, {"name": organ.name, "value": cell.value})
