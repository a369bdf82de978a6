"""A linear form over cells: its sides, its one-sided form, and whether it holds."""

from decimal import Decimal

import pytest

from nianbao.model.equation import Equation, Term
from nianbao.model.numbers import Number, total_of

_EQUATION = Equation(
    left=(Term(1, "/a"), Term(-2, "/b")),
    right=(Term(1, "/c"),),
    relation="==",
    at="/c",
    left_constant=3,
    right_constant=1,
)


def test_sides() -> None:
    assert _EQUATION.sides({"/a": 10, "/b": 2, "/c": 7}) == (9, 8)
    assert _EQUATION.sides({"/a": Decimal("0.5"), "/b": 0, "/c": 0}) == (Decimal("3.5"), 1)


def test_one_sided_form() -> None:
    assert _EQUATION.terms == (Term(1, "/a"), Term(-2, "/b"), Term(-1, "/c"))
    assert _EQUATION.constant == 2
    assert _EQUATION.pointers == ("/a", "/b", "/c")
    numbers = {"/a": 10, "/b": 2, "/c": 7}
    left, right = _EQUATION.sides(numbers)
    assert left - right == _EQUATION.constant + sum(
        term.factor * numbers[term.pointer] for term in _EQUATION.terms
    )


def test_a_cell_on_both_sides_is_named_once() -> None:
    equation = Equation((Term(1, "/a"),), (Term(1, "/a"), Term(1, "/b")), "==", "/b")
    assert equation.pointers == ("/a", "/b")


def test_a_cell_without_a_number() -> None:
    with pytest.raises(KeyError, match="/b"):
        _EQUATION.sides({"/a": 1, "/c": 1})


@pytest.mark.parametrize(
    ("relation", "less", "equal", "greater"),
    [("==", False, True, False), ("<=", True, True, False), (">=", False, True, True)],
)
def test_relations(relation: str, *, less: bool, equal: bool, greater: bool) -> None:
    equation = Equation((Term(1, "/a"),), (), relation, "/a")  # type: ignore[arg-type]
    assert equation.holds(1, 2) is less
    assert equation.holds(2, 2) is equal
    assert equation.holds(Decimal("2.5"), 2) is greater


def test_an_empty_side_is_its_constant() -> None:
    assert Equation((Term(1, "/a"),), (), ">=", "/a").sides({"/a": 4}) == (4, 0)


def test_total_of_cells() -> None:
    numbers: dict[str, Number] = {"/a": 1, "/b": Decimal("0.5"), "/c": 4}
    assert total_of(("/a", "/b", "/c"))(numbers) == Decimal("5.5")
    assert total_of(("/c",))(numbers) == 4
    assert total_of(())(numbers) == 0
    with pytest.raises(KeyError):
        total_of(("/a", "/x"))(numbers)
