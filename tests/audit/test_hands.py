"""Is work that is shared out done once each and in order, whatever becomes of the workers?"""

import os
from concurrent.futures import BrokenExecutor, Executor, Future
from time import sleep
from typing import Any

from nianbao.audit.hands import Hands
from nianbao.model.record import Record


class _Does(Record):
    """Returns a piece and the process that did it; some take longer, some end their worker."""

    home: int

    def __call__(self, piece: int) -> tuple[int, int]:
        if piece % 5 == 1:
            sleep(0.05)
        if piece % 10 == 9 and os.getpid() != self.home:
            os._exit(9)
        return piece, os.getpid()


class _Makes(Record):
    home: int

    def __call__(self) -> _Does:
        return _Does(self.home)


def _done(hands: Hands, count: int) -> list[tuple[int, int]]:
    return list(hands.done(_Makes(os.getpid()), range(count)))


def test_one_job_and_a_single_piece_are_done_in_this_process() -> None:
    assert _done(Hands(), 4) == [(number, os.getpid()) for number in range(4)]
    assert _done(Hands(2), 1) == [(0, os.getpid())]
    assert _done(Hands(2), 0) == []


def test_what_comes_of_the_pieces_stands_in_their_order() -> None:
    done = _done(Hands(2), 9)
    assert [piece for piece, _ in done] == list(range(9))
    assert os.getpid() not in {process for _, process in done}


def test_what_a_worker_was_at_that_ended_is_done_here() -> None:
    done = dict(_done(Hands(2), 12))
    assert list(done) == list(range(12))
    assert done[9] == os.getpid()


class _Broken(Executor):
    def submit(self, *_words: Any, **_named: Any) -> Future[Any]:
        raise BrokenExecutor


def test_an_executor_that_is_broken_is_done_without() -> None:
    assert dict(_done(Hands(1, _Broken()), 3)) == dict.fromkeys(range(3), os.getpid())
