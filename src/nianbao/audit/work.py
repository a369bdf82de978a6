"""What does a worker do with a batch of documents?"""

import faulthandler
import os
import threading
from collections.abc import Callable, Sequence
from functools import cache, partial
from time import monotonic
from typing import Protocol

from nianbao.audit.digests import content_of
from nianbao.audit.interrupts import end_at_once
from nianbao.audit.items import Item
from nianbao.audit.kept import Kept, failed
from nianbao.errors import UserError
from nianbao.model.record import Record
from nianbao.model.text import Text
from nianbao.result import Problem


class Judge(Protocol):
    """Reads and judges a document, whatever it holds."""

    def __call__(self, item: Item) -> Kept:
        """Return what is kept of it."""


class Maker(Protocol):
    """Makes a judge in the process that needs it: a value that can be sent there."""

    def __hash__(self) -> int:
        """Return the hash of the value: of equal makers one is asked."""

    def __call__(self) -> Judge:
        """Return the judge."""


class Batch(Record):
    """Documents that are judged together.

    Attributes:
        make: makes the judge.
        items: the documents.
        limit: the most seconds that one of them may take, after which the process ends itself; 0:
            no limit.
    """

    make: Maker
    items: Sequence[Item]
    limit: float = 0


class Judged(Record):
    """What came of a document, and in how many seconds."""

    kept: Kept
    seconds: float


def work(batch: Batch) -> list[Judged]:
    """Judge the documents of a batch; a fault of ours in one of them is told and ends no run.

    Raises:
        UserError: options or settings cannot be used.
    """
    judge = partial(_guarded, _judge(batch.make))
    return [_timed(judge, item, batch.limit) for item in batch.items]


def _guarded(judge: Judge, item: Item) -> Kept:
    try:
        return judge(item)
    except UserError:
        raise
    except Exception as error:  # noqa: BLE001  # the next run tries it again
        return failed(item.path, content_of(item), Problem(_broke(error)))


def _broke(error: Exception) -> Text:
    what = f"{type(error).__name__}: {error}".splitlines()[0]
    return Text(f"检查时出错：{what}", f"checking it failed: {what}")


# Rules are loaded once in each process.
_judge = cache(lambda make: make())


def _timed(judge: Judge, item: Item, limit: float) -> Judged:
    began = monotonic()
    return Judged(_judged(judge, item, limit), monotonic() - began)


def _judged(judge: Judge, item: Item, limit: float) -> Kept:
    if not limit:
        return judge(item)
    # A parser that hangs in C hears no signal; this thread of C ends the process all the same.
    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        faulthandler.dump_traceback_later(limit, exit=True, file=nowhere)
        try:
            return judge(item)
        finally:
            faulthandler.cancel_dump_traceback_later()


def begin() -> None:
    """Make a process a worker: it ends at once by Ctrl-C, and when its parent ends."""
    import multiprocessing  # noqa: PLC0415  # of which the process of the run need not know

    end_at_once()
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.join,), daemon=True).start()


def _end_with(wait: Callable[[], object]) -> None:
    wait()
    os._exit(1)
