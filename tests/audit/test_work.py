"""Does a worker end with its parent, and by Ctrl-C?"""

import multiprocessing
import os
import signal
import threading
from threading import Event

import pytest

from nianbao.audit import work
from nianbao.audit.items import Item
from nianbao.audit.work import Batch
from tests.audit.makers import Scripted


def test_a_worker_ends_when_its_parent_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    ended, over = [], Event()

    class Parent:
        def join(self) -> None:
            """End at once."""

    def leave(code: int) -> None:
        ended.append(code)
        over.set()

    monkeypatch.setattr(multiprocessing, "parent_process", Parent)
    monkeypatch.setattr(os, "_exit", leave)
    before = signal.getsignal(signal.SIGINT)
    try:
        work.begin()
        assert signal.getsignal(signal.SIGINT) is signal.SIG_DFL
    finally:
        signal.signal(signal.SIGINT, before)
    assert over.wait(5)
    assert ended == [1]


def test_what_is_no_child_waits_for_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    before = signal.getsignal(signal.SIGINT)
    monkeypatch.setattr(multiprocessing, "parent_process", lambda: None)
    monkeypatch.setattr(threading, "Thread", None)
    try:
        work.begin()
    finally:
        signal.signal(signal.SIGINT, before)


def test_a_judge_is_made_once_for_equal_makers() -> None:
    made = []

    class Counting(Scripted):
        def __call__(self) -> work.Judge:
            made.append(self)
            return super().__call__()

    for _ in range(3):
        work.work(Batch(Counting("once"), [Item("a.html")]))
    assert len(made) == 1


def test_within_its_limit_a_document_is_judged_as_without() -> None:
    ((judged,),) = [work.work(Batch(Scripted(), [Item("a.html")], limit=20))]
    assert judged.kept.path == "a.html"
    assert judged.seconds >= 0
