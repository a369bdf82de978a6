"""Which documents of the centre does a text cite by their numbers?"""

import re
from collections.abc import Iterator

from nianbao.model.record import Record

# Sets of Chinese letters and brackets are slow to compile: any mark may be the bracket.
_NUMBER = r"(国办[^\W\d]{0,8}?)\s?[^\w\s]\s*(20\d\d)\s*[^\w\s]\s*第?\s*(\d{1,4})\s*号"
_ORDER = r"国务院令?\s*第?\s*(\d{3})\s*号"


class Citation(Record):
    """A document number as met.

    Attributes:
        office: the letters of the issuing office, such as 国办公开办函.
        year, number: 0 for the year of an order of the State Council, which has none.
        start, stop: where it stands.
    """

    office: str
    year: int
    number: int
    start: int
    stop: int


def citations(text: str) -> Iterator[Citation]:
    """Yield the numbers of documents by offices of the State Council."""
    for found in re.finditer(_NUMBER, text) if "国办" in text else ():
        yield Citation(found[1], int(found[2]), int(found[3]), found.start(), found.end())


def orders(text: str) -> Iterator[Citation]:
    """Yield the orders of the State Council that a text cites, such as 国务院令第711号."""
    for found in re.finditer(_ORDER, text) if "国务院" in text else ():
        yield Citation("国务院令", 0, int(found[1]), found.start(), found.end())
