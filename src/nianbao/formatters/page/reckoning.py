"""Which cells make up the two sides of a reckoning, and what do they come to?"""

from collections.abc import Iterable
from decimal import Decimal

from nianbao.model.equation import Equation, Term
from nianbao.model.numbers import Number
from nianbao.model.place import Place
from nianbao.model.record import Record
from nianbao.result import Finding


class Side(Record):
    """One side: its cells with their factors, a number that stands by itself, and the sum."""

    terms: tuple[Term, ...]
    constant: int
    total: Number


class Reckoning(Record):
    """Two sides and what should hold between them: ``==``, ``<=`` or ``>=``."""

    left: Side
    right: Side
    relation: str

    @property
    def difference(self) -> Number:
        """How far apart the sides are."""
        sides = (self.left.total, self.right.total)
        return max(sides) - min(sides)


def reckoning_of(finding: Finding) -> Reckoning | None:
    """Return the reckoning behind a finding, or None where it rests on none.

    It is the equation of an identity. Rules in Python name parts and total among their values.
    """
    if finding.equation and (numbers := _numbers(finding, "left", "right")):
        return _of_equation(finding.equation, *numbers)
    own = [finding.place]
    others = [place for place in finding.related if place.origin is None]
    if numbers := _numbers(finding, "sum", "total"):
        return Reckoning(_plain(others, numbers[0]), _plain(own, numbers[1]), "==")
    if numbers := _numbers(finding, "part", "total"):
        return Reckoning(_plain(own, numbers[0]), _plain(others, numbers[1]), "<=")
    return None


def _numbers(finding: Finding, first: str, second: str) -> tuple[Number, Number] | None:
    left, right = finding.values.get(first), finding.values.get(second)
    if isinstance(left, int | Decimal) and isinstance(right, int | Decimal):
        return left, right
    return None


def _of_equation(equation: Equation, left: Number, right: Number) -> Reckoning:
    return Reckoning(
        Side(equation.left, equation.left_constant, left),
        Side(equation.right, equation.right_constant, right),
        equation.relation,
    )


def _plain(places: Iterable[Place], total: Number) -> Side:
    return Side(tuple(Term(1, place.pointer) for place in places), 0, total)
