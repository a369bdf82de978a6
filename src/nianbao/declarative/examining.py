"""Do the equations of a rule file have cells on the forms, and which?"""

from typing import Any

from nianbao.declarative.language import EquationError
from nianbao.declarative.lowered import stored
from nianbao.declarative.lowering import check_names, lower, spec_of
from nianbao.editions import editions
from nianbao.model.text import Text


def examined(check: dict[str, Any], rule_editions: list[str]) -> dict[str, Any]:
    """Return a check with its equations between cells, for each edition the rule applies to.

    Raises:
        EquationError: an equation is none, or names what a form does not have.
    """
    if check["kind"] != "identity":
        return check
    spec = spec_of(check)
    if any(name.whose != "this" for name in spec.names):
        raise EquationError(_OTHER_REPORTS)
    equations = {}
    for key in rule_editions:
        form = editions()[key].forms[spec.table]
        check_names(spec, form)
        equations[key] = stored(lower(spec, form))
        if not equations[key]:
            raise EquationError(
                Text("等式在表中没有对应的单元格", "the equation has no cell on the form")
            )
    return {**check, "equations": equations}


_OTHER_REPORTS = Text(
    "last() 和 members() 要对照别的报告，这里只检查单份报告",
    "last() and members() compare with other reports; here a report is checked alone",
)
