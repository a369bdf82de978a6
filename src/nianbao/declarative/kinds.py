"""Which kinds of check can a rule file name?"""

from collections.abc import Callable
from typing import Any

from nianbao.declarative.cell import cell
from nianbao.declarative.identity import identity
from nianbao.declarative.language import EquationError
from nianbao.declarative.lowering import lower, spec_of
from nianbao.declarative.mention import mention
from nianbao.declarative.present import present
from nianbao.editions import editions
from nianbao.model.text import Text
from nianbao.rule import Check

Functions = Callable[[str], Check]


def check_of(check: dict[str, Any], functions: Functions) -> Check:
    """Return the check that a rule file describes.

    Args:
        check: its ``check`` entry, of a known structure.
        functions: gives the function of a Python rule by name.

    Raises:
        EquationError: an equation is none.
        LookupError: there is no function of that name.
    """
    match check["kind"]:
        case "identity":
            return identity(spec_of(check))
        case "present":
            return present(check["what"])
        case "cell":
            return cell(check)
        case "mention":
            return mention(check)
        case _:
            return functions(check["function"])


def examine(check: dict[str, Any], rule_editions: list[str]) -> None:
    """Try the equations of a check on each edition the rule applies to.

    Raises:
        EquationError: an equation is none, or names what a form does not have.
    """
    if check["kind"] != "identity":
        return
    spec = spec_of(check)
    if any(name.whose != "this" for name in spec.names):
        raise EquationError(_OTHER_REPORTS)
    for key in rule_editions:
        if not lower(spec, editions()[key].forms[spec.table]):
            raise EquationError(
                Text("等式在表中没有对应的单元格", "the equation has no cell on the form")
            )


_OTHER_REPORTS = Text(
    "last() 和 members() 要对照别的报告，这里只检查单份报告",
    "last() and members() compare with other reports; here a report is checked alone",
)
