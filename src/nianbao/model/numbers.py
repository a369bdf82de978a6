"""How are the numbers of cells added?"""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from operator import itemgetter

Number = int | Decimal
Sum = Callable[[Mapping[str, Number]], Number]


def total_of(pointers: Sequence[str]) -> Sum:
    """Return the function that adds the cells at pointers; it raises KeyError where one lacks."""
    if len(pointers) == 1:
        return itemgetter(pointers[0])
    if not pointers:
        return lambda _numbers: 0
    cells = itemgetter(*pointers)
    return lambda numbers: sum(cells(numbers))
