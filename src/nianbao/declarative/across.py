"""Check kind ``identity`` between reports: figures that must agree with those of others."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from nianbao.declarative.kinds import Deferred
from nianbao.declarative.lowered import Lowered
from nianbao.declarative.lowering import lower, spec_of, tables_of
from nianbao.editions import editions
from nianbao.model.area import Area
from nianbao.model.beside import Beside, Lack
from nianbao.model.cell import State
from nianbao.model.equation import Equation
from nianbao.model.text import Text
from nianbao.model.years import Years
from nianbao.rule import Check, Hit, NotChecked, Rule

Subject = Years | Area


class Across:
    """An identity between a report and others; asked, it tells where it does not hold.

    Args:
        check: the check of a rule file that was examined.

    Attributes:
        tables: the tables of which it speaks.
        is_summed: whether it speaks of the sum over the organs below.
    """

    def __init__(self, check: dict[str, Any]) -> None:
        self._spec = spec_of(check)
        self.tables = tables_of(check)
        self.is_summed = any(name.summed for name in self._spec.names if name.whose == "members")
        self.equations = cache(self._equations)

    def _equations(self, edition: str, key: str) -> tuple[Lowered, ...]:
        """Return the equations on the form of a table.

        The last column is the total: it speaks for its row, and comes first.
        """
        return lower(self._spec, editions()[edition].forms[key])[::-1]

    def __call__(self, subject: Subject) -> Iterator[Hit | NotChecked]:
        """Tell where it does not hold, and where that cannot be told."""
        if self.lacks_some(subject):
            yield NotChecked(_NOT_WHOLE)
            return
        met = subject.this.report.tables
        for beside in _pairings(subject, summed=self.is_summed):
            for key in self.tables:
                if key not in met:
                    yield NotChecked(_NO_TABLE, f"/{key}")
                    continue
                for lowered in self.equations(met[key].form.edition, key):
                    yield from _outcome(beside, lowered)

    def lacks_some(self, subject: Subject) -> bool:
        """Tell whether it takes all organs below, and they are not known to be all."""
        if isinstance(subject, Years) or not self.is_summed:
            return False
        return bool(subject.members) and not subject.is_whole


def across(check: dict[str, Any]) -> Check:
    """Return the check that an identity holds between a report and others.

    ``last(term)`` is the cell of the year before, ``sum(members(term))`` the sum over the organs
    below; with ``members(term)`` the identity must hold for each of these alone.

    Args:
        check: the check of a rule file that was examined.
    """
    return Across(check)


def identity_of(rule: Rule) -> Across | None:
    """Return the identity between reports that a rule is, None where it is none."""
    made = rule.check.made if rule.scope != "report" and isinstance(rule.check, Deferred) else None
    return made if isinstance(made, Across) else None


_NOT_WHOLE = Text(
    "下级机关的报告没有收齐，或者不知道是否收齐",
    "the reports of the organs below are not complete, or not known to be",
)
_NO_TABLE = Text("没有找到这张表", "the table was not found")


def _pairings(subject: Subject, *, summed: bool) -> Iterator[Beside]:
    """Yield what is compared with what: with all organs below at once, or with each."""
    this = subject.this
    if isinstance(subject, Years):
        yield Beside(this, (subject.last,))
    elif summed and subject.members:
        yield Beside(this, subject.members)
    elif not summed:
        yield from (Beside(this, (member,)) for member in subject.members)


def _outcome(beside: Beside, lowered: Lowered) -> Iterator[Hit | NotChecked]:
    equation = lowered.equation
    asked = (equation, *lowered.when)
    # What the other edition does not have cannot be compared.
    if not all(beside.has(term) for each in asked for term in each.terms):
        return
    lack = next((lack for each in asked for lack in beside.lacks(each)), None)
    if lack:
        yield NotChecked(_reason(lack), equation.at)
        return
    numbers = beside.numbers(asked)
    if all(each.holds(*each.sides(numbers)) for each in lowered.when):
        left, right = equation.sides(numbers)
        if not equation.holds(left, right):
            values = {"left": left, "right": right, "difference": abs(left - right)}
            yield _hit(beside, equation, values)


def _hit(beside: Beside, equation: Equation, values: dict[str, Any]) -> Hit:
    other = beside.others[0]
    own = {term.pointer: None for term in equation.terms if term.whose == "this"}
    return Hit(
        equation.at,
        {**values, "other_organ": other.name, "other_year": other.year},
        tuple(pointer for pointer in own if pointer != equation.at),
        notes=beside.notes_on(equation),
        elsewhere=tuple(beside.places(equation)),
    )


_REASONS = {
    State.TEXT: Text("有单元格不是数字", "a cell holds no number"),
    State.BLANK: Text("有单元格空着", "a cell is blank"),
    State.PLACEHOLDER: Text("有单元格空着", "a cell is blank"),
}
_UNMET = Text("有行或列没有读到", "a row or column was not met")


def _reason(lack: Lack) -> Text:
    """Say in which report a figure lacks, and why."""
    facts, pointer = lack
    why = _REASONS.get(facts.report.cell(pointer).state, _UNMET)
    return Text(
        f"{facts.name}{facts.year}年报告：{why.zh}",
        f"in the report of {facts.name} for {facts.year} {why.en}",
    )
