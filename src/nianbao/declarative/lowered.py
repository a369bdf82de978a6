"""How are the equations of a rule kept, once they stand between cells?"""

from collections.abc import Iterable, Sequence
from typing import Any

from nianbao.model.equation import Equation, Term
from nianbao.model.record import Record


class Lowered(Record):
    """An equation and those that must hold before it is asked."""

    equation: Equation
    when: tuple[Equation, ...]


def stored(equations: Iterable[Lowered]) -> list[Any]:
    """Return equations as plain data, for the file of compiled rules."""
    return [[_data(each.equation), *map(_data, each.when)] for each in equations]


def restored(data: Iterable[Sequence[Any]]) -> tuple[Lowered, ...]:
    """Return the equations of plain data."""
    return tuple(
        Lowered(_equation(first), tuple(_equation(each) for each in conditions))
        for first, *conditions in data
    )


def _data(equation: Equation) -> list[Any]:
    left, right, *rest = equation
    return [[*map(_short, left)], [*map(_short, right)], *rest]


def _short(term: Term) -> Any:
    """Return a term as data: most are the cell alone, taken once."""
    return term.pointer if term == Term(1, term.pointer) else list(term)


def _equation(data: Sequence[Any]) -> Equation:
    left, right, *rest = data
    return Equation(tuple(map(_term, left)), tuple(map(_term, right)), *rest)


def _term(data: Any) -> Term:
    return Term(1, data) if isinstance(data, str) else Term(*data)
