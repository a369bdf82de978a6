"""What is made when it is first asked for, and then kept?

`functools.cache` gives each function the name and the documentation of the one it remembers: a
hundred rules with a few of those each would cost a start more than reading a page.
"""

from collections.abc import Callable
from typing import Generic, TypeVar

Made = TypeVar("Made")


class Once(Generic[Made]):
    """Calls a function when it is first called, and gives what came of it each time."""

    __slots__ = ("_made", "_make")
    _made: Made

    def __init__(self, make: Callable[[], Made]) -> None:
        self._make = make

    def __call__(self) -> Made:
        """Return what the function returned."""
        try:
            return self._made
        except AttributeError:
            made = self._made = self._make()
            return made
