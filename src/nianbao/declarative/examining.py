"""Do the equations of a rule file have cells on the forms, and which?"""

from collections.abc import Sequence
from typing import Any

from nianbao.declarative.language import EquationError
from nianbao.declarative.lowered import Lowered, stored
from nianbao.declarative.lowering import Spec, check_names, lower, spec_of, tables_of
from nianbao.editions import editions
from nianbao.model.equation import Whose
from nianbao.model.text import Text
from nianbao.rule import Scope

# Whose cells the equations of a rule may name, by its scope.
_NAMED: dict[Scope, frozenset[Whose]] = {
    "report": frozenset({"this"}),
    "years": frozenset({"this", "last"}),
    "area": frozenset({"this", "members"}),
}


def examined(
    check: dict[str, Any], rule_editions: Sequence[str], scope: Scope = "report"
) -> dict[str, Any]:
    """Return a check with its equations between cells, for each edition the rule applies to.

    Those between reports are left as they are written: they are made when several reports are
    compared, for a run over one must not read them.

    Raises:
        EquationError: an equation is none, or names what a form does not have.
    """
    if check["kind"] != "identity":
        return check
    spec, tables = spec_of(check), tables_of(check)
    if not {name.whose for name in spec.names} <= _NAMED[scope]:
        raise EquationError(_OTHER_REPORTS)
    if scope == "report" and len(tables) > 1:
        raise EquationError(_ONE_TABLE)
    equations = {
        key: [each for table in tables for each in _lowered(spec, key, table)]
        for key in rule_editions
    }
    if scope != "report":
        return check
    return {**check, "equations": {key: stored(each) for key, each in equations.items()}}


def _lowered(spec: Spec, edition: str, table: str) -> tuple[Lowered, ...]:
    form = editions()[edition].forms[table]
    check_names(spec, form)
    lowered = lower(spec, form)
    if not lowered:
        raise EquationError(
            Text("等式在表中没有对应的单元格", "the equation has no cell on the form")
        )
    return lowered


_OTHER_REPORTS = Text(
    "last() 只能用于 scope: years 的规则，members() 只能用于 scope: area 的规则",
    "last() is for rules of scope years, members() for rules of scope area",
)
_ONE_TABLE = Text("单份报告的等式只能写一张表", "an equation within a report is about one table")
