"""How is work shared out of which the results are wanted in order?"""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from functools import lru_cache
from itertools import chain, islice
from typing import Generic, Protocol, TypeVar

from nianbao.audit.processes import Made, Piece, WorkerLostError, processes, submitted
from nianbao.model.record import Record

# So many pieces a worker are under way or wait to be taken: none idles, and few are held.
_AHEAD = 2
_Piece_contra = TypeVar("_Piece_contra", contravariant=True)
_Made_co = TypeVar("_Made_co", covariant=True)


class Do(Protocol[_Piece_contra, _Made_co]):
    """Does a piece of work."""

    def __call__(self, piece: _Piece_contra, /) -> _Made_co:
        """Return what comes of it."""


class Make(Protocol[_Piece_contra, _Made_co]):
    """Makes in the process that needs it what does the work: a value that can be sent there."""

    def __hash__(self) -> int:
        """Return the hash of the value: of equal ones one is asked."""

    def __call__(self) -> Do[_Piece_contra, _Made_co]:
        """Return what does the work."""


class _Order(Generic[Piece, Made]):
    """A piece of work, and what makes that which does it, in whatever process."""

    def __init__(self, make: Make[Piece, Made], piece: Piece) -> None:
        self.make, self.piece = make, piece


class Hands(Record):
    """Those who do the work.

    Attributes:
        jobs: how many processes; 1: this one alone.
        executor: has the work done in the place of processes of our own.
    """

    jobs: int = 1
    executor: Executor | None = None

    def done(self, make: Make[Piece, Made], pieces: Iterable[Piece]) -> Iterator[Made]:
        """Yield what comes of each piece, in order.

        Args:
            make: makes what does the work.
            pieces: the work. A single piece starts no process.
        """
        orders = (_Order(make, piece) for piece in pieces)
        first = list(islice(orders, 2))
        every = chain(first, orders)
        if not first[1:] or (self.jobs == 1 and self.executor is None):
            yield from map(_done, every)
        elif self.executor is not None:
            yield from _in_order(self.executor, every, self.jobs * _AHEAD)
        else:
            with processes(self.jobs) as executor:
                yield from _in_order(executor, every, self.jobs * _AHEAD)


def _done(order: _Order[Piece, Made]) -> Made:
    do: Do[Piece, Made] = _made(order.make)
    return do(order.piece)


# What rules it takes is loaded once in each process.
_made = lru_cache(1)(lambda make: make())


def _in_order(
    executor: Executor, orders: Iterable[_Order[Piece, Made]], ahead: int
) -> Iterator[Made]:
    waiting: deque[tuple[Future[Made], _Order[Piece, Made]]] = deque()
    for order in orders:
        waiting.append((submitted(executor, _done, order), order))
        if len(waiting) > ahead:
            yield _come(*waiting.popleft())
    while waiting:
        yield _come(*waiting.popleft())


def _come(future: Future[Made], order: _Order[Piece, Made]) -> Made:
    """Return what came of a piece; what a lost worker was at is done here."""
    try:
        return future.result()
    except (BrokenExecutor, WorkerLostError):
        return _done(order)
