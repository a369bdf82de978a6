"""What is a figure, and is it good enough?"""

from collections.abc import Sequence
from statistics import quantiles
from typing import NamedTuple


class Limits(NamedTuple):
    """What a figure should reach; where ``excellent`` is above ``fails``, more is better."""

    excellent: float
    goal: float
    fails: float

    def verdict(self, value: float) -> str:
        """Return ``excellent``, ``goal``, ``short`` of the goal, or ``fails``."""
        sign = -1 if self.excellent > self.fails else 1
        if sign * value <= sign * self.excellent:
            return "excellent"
        if sign * value <= sign * self.goal:
            return "goal"
        return "short" if sign * value < sign * self.fails else "fails"


class Figure(NamedTuple):
    """Something that is measured: its key, its names, its limits if any, its unit if no ratio."""

    key: str
    zh: str
    en: str
    limits: Limits | None = None
    unit: str = ""


class Spread(NamedTuple):
    """The median of several runs and their quartiles."""

    median: float
    low: float
    high: float


class Measured(NamedTuple):
    """What came out for a figure; ``note`` says on what it was measured."""

    figure: Figure
    spread: Spread
    note: str = ""

    @property
    def verdict(self) -> str:
        """What the limits say, ``""`` where there are none."""
        limits = self.figure.limits
        return limits.verdict(self.spread.median) if limits else ""


def spread_of(values: Sequence[float]) -> Spread:
    """Return the median and the quartiles of two values or more."""
    low, median, high = quantiles(values, n=4, method="inclusive")
    return Spread(median, low, high)
