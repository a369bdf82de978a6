"""A record is used like a named tuple."""

import inspect
import pickle
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nianbao.model.record import Record


class Point(Record):
    """A record with a default and a method."""

    x: int
    y: int
    name: str = "P"

    def sum(self) -> int:
        """Return what a record can work out."""
        return self.x + self.y


class Twin(NamedTuple):
    """What a point must be like."""

    x: int
    y: int
    name: str = "P"


class Named(Point):
    """A record that others add to."""

    @property
    def label(self) -> str:
        """What only this class has."""
        return f"{self.name}{self.sum()}"


_POINTS = st.tuples(st.integers(), st.integers(), st.text())


@given(_POINTS, st.integers(0, 3))
def test_it_is_made_in_order_or_by_name(values: tuple[int, int, str], ordered: int) -> None:
    named = dict(list(zip(Point._fields, values, strict=True))[ordered:])
    assert Point(*values[:ordered], **named) == values  # type: ignore[arg-type]


@given(_POINTS)
def test_it_is_equal_hashed_and_unpacked_as_a_tuple(values: tuple[int, int, str]) -> None:
    point = Point(*values)
    x, y, name = point
    assert (x, y, name) == (point.x, point.y, point.name) == point == values
    assert hash(point) == hash(values)


@pytest.mark.parametrize("given", [{"x": 1, "y": 2}, {"x": 1, "y": 2, "name": "Q"}])
def test_it_says_the_same_as_a_named_tuple(given: dict[str, int]) -> None:
    point, twin = Point(**given), Twin(**given)  # type: ignore[arg-type]
    assert repr(point) == repr(twin).replace("Twin", "Point")
    assert point._asdict() == twin._asdict()
    assert tuple(point._replace(y=3)) == tuple(twin._replace(y=3))
    assert point.__match_args__ == twin.__match_args__


@pytest.mark.parametrize("values", [(), (1,), (1, 2, "Q", 4)])
def test_too_few_and_too_many_values_are_refused(values: tuple[int, ...]) -> None:
    with pytest.raises(TypeError, match="Point takes x, y, name, each once"):
        Point(*values)  # type: ignore[arg-type]


@pytest.mark.parametrize("named", [{"y": 2, "z": 3}, {"x": 1, "y": 2}, {"name": "Q"}])
def test_a_name_that_is_unknown_or_given_twice_or_lacks_is_refused(named: dict[str, int]) -> None:
    with pytest.raises(TypeError, match="Point takes x, y, name, each once"):
        Point(1, **named)  # type: ignore[arg-type]


def test_a_replaced_field_must_be_known() -> None:
    with pytest.raises(TypeError, match="Point has no z"):
        Point(1, 2)._replace(z=3)  # type: ignore[call-arg]


def test_its_signature_names_fields_and_defaults() -> None:
    assert str(inspect.signature(Point)) == "(x, y, name='P')"


def test_it_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        Point(1, 2).x = 3  # type: ignore[misc]


def test_classes_below_it_keep_its_fields() -> None:
    named = Named(1, 2)._replace(name="R")
    assert (type(named), named.label) == (Named, "R3")


@pytest.mark.parametrize("kind", [Point, Named])
def test_it_survives_pickling(kind: type[Point]) -> None:
    point = kind(1, 2, "Q")
    copy = pickle.loads(pickle.dumps(point))  # noqa: S301  # just written
    assert (type(copy), copy) == (kind, point)
