"""What may a value be?"""

from typing import Literal

from nianbao.model.record import Record


class Law(Record):
    """What a value may be (``x-law``): the VAL rules alone enforce it.

    Attributes:
        kind: ``count`` (whole), ``signed`` (whole, may be below zero) or ``money`` (decimal).
        unit: the unit the form prints or implies; ``""`` where it prints none.
        minimum: the least value allowed, or None.
    """

    kind: Literal["count", "signed", "money"]
    unit: str = ""
    minimum: int | None = None
