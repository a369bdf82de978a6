"""When do figures agree?"""

from collections.abc import Mapping
from functools import cached_property
from typing import Literal

from nianbao.model.numbers import Number, Sum, total_of
from nianbao.model.record import Record

Whose = Literal["this", "last", "members"]


class Term(Record):
    """``factor`` times the cell at ``pointer`` of this report, last year's, or the organs below."""

    factor: int
    pointer: str
    whose: Whose = "this"

    @property
    def key(self) -> str:
        """By what its number is known among those of several reports (:func:`key_of`)."""
        return key_of(self.pointer, self.whose)


def key_of(pointer: str, whose: Whose) -> str:
    """Return by what the number of a cell is known: its pointer, in other reports marked."""
    return pointer if whose == "this" else f"{whose}:{pointer}"


class _Equation(Record):
    left: tuple[Term, ...]
    right: tuple[Term, ...]
    relation: Literal["==", "<=", ">="]
    at: str
    left_constant: int = 0
    right_constant: int = 0


class Equation(_Equation):
    """A linear form over cells: Σ factor·cell + constant = 0, ≤ 0 or ≥ 0.

    Attributes:
        left, right: the two sides as written; ``right`` is subtracted.
        relation: between left and right.
        left_constant, right_constant: numbers that stand on a side.
        at: the pointer of the place of a finding.
    """

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """The one-sided form: all terms, those of the right side negated."""
        return (*self.left, *(term._replace(factor=-term.factor) for term in self.right))

    @property
    def constant(self) -> int:
        """The constant of the one-sided form."""
        return self.left_constant - self.right_constant

    @cached_property
    def pointers(self) -> tuple[str, ...]:
        """The cells it speaks of, each once, in the order written."""
        return tuple(dict.fromkeys(term.pointer for term in self.terms))

    def sides(self, numbers: Mapping[str, Number]) -> tuple[Number, Number]:
        """Return both sides as numbers.

        Args:
            numbers: of the cells, by the key of each term.

        Raises:
            KeyError: ``numbers`` lacks a cell.
        """
        left, right = self._sums
        return self.left_constant + left(numbers), self.right_constant + right(numbers)

    def agrees(self, numbers: Mapping[str, Number]) -> bool:
        """Tell whether all its cells have numbers and it holds."""
        try:
            return self.holds(*self.sides(numbers))
        except KeyError:
            return False

    @cached_property
    def _sums(self) -> tuple[Sum, Sum]:
        return _sum(self.left), _sum(self.right)

    def holds(self, left: Number, right: Number) -> bool:
        """Tell whether the relation holds between two sides."""
        match self.relation:
            case "==":
                return left == right
            case "<=":
                return left <= right
            case _:
                return left >= right


def _sum(terms: tuple[Term, ...]) -> Sum:
    if all(term.factor == 1 for term in terms):
        return total_of([term.key for term in terms])
    return lambda numbers: sum(term.factor * numbers[term.key] for term in terms)
