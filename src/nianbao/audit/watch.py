"""Who is told how far a run is?"""

from collections.abc import Sequence
from typing import Protocol

from nianbao.audit.kept import Kept
from nianbao.model.record import Record


class Step(Record):
    """What has just been done.

    Attributes:
        documents: what came of documents that were judged; none: one that was not changed.
        slowest: the path of the one among them that took longest, or ``""``.
        seconds: how long it took.
    """

    documents: Sequence[Kept] = ()
    slowest: str = ""
    seconds: float = 0


class Watch(Protocol):
    """Is told how far a run is."""

    def begin(self, total: int) -> None:
        """Hear how many files there are, as far as that is known."""

    def tell(self, step: Step) -> None:
        """Hear what has just been done."""


class Silent:
    """Says nothing of how far a run is."""

    def begin(self, total: int) -> None:
        """Hear it."""

    def tell(self, step: Step) -> None:
        """Hear it."""
