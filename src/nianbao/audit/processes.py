"""How are processes started that work for this one, and how are they given work?"""

from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import contextmanager
from typing import TypeVar

from nianbao.audit.interrupts import held_back
from nianbao.audit.work import begin

Piece = TypeVar("Piece")
Made = TypeVar("Made")


class WorkerLostError(Exception):
    """The worker that was at a piece of work ended; the executor has others."""


@contextmanager
def processes(jobs: int) -> Iterator[Executor]:
    """Give processes that are new, not copies of this one with its open store and its threads."""
    # An audit of which nothing has changed starts none, and these cost it 20 ms.
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415
    from multiprocessing import get_context  # noqa: PLC0415

    executor = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=begin)
    try:
        yield executor
    finally:
        executor.shutdown(cancel_futures=True)


def submitted(executor: Executor, work: Callable[[Piece], Made], piece: Piece) -> Future[Made]:
    """Give a piece of work to an executor; of one that broke it is known as not done."""
    try:
        # The first of them start the processes.
        with held_back():
            return executor.submit(work, piece)
    except BrokenExecutor as error:
        future: Future[Made] = Future()
        future.set_exception(error)
        return future
