"""Are documents judged in processes, and the one that hangs or kills its worker named?"""

import os
from collections.abc import Iterable
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from typing import Any

import pytest

from nianbao.audit.batches import Crew, Failed
from nianbao.audit.items import Item
from nianbao.audit.work import Judged
from tests.audit.makers import Scripted


def _items(contents: Iterable[bytes]) -> list[Item]:
    return [Item(f"{number}.html", data) for number, data in enumerate(contents)]


def _came(found: Iterable[list[Judged] | Failed]) -> tuple[list[str], dict[str, str]]:
    """Return the paths that were judged, and the reason of each that was not."""
    judged: list[str] = []
    failed: dict[str, str] = {}
    for each in found:
        if isinstance(each, Failed):
            failed[each.item.path] = each.problem.reason.zh
        else:
            judged += [one.kept.path for one in each]
    return sorted(judged), failed


def test_one_job_without_a_limit_works_in_this_process() -> None:
    found = list(Crew(Scripted()).judged(_items([b""] * 20)))
    batches = [batch for batch in found if isinstance(batch, list)]
    assert [len(batch) for batch in batches] == [16, 4]
    assert {each.kept.content for batch in batches for each in batch} == {str(os.getpid())}


def test_a_fault_of_ours_is_told_of_its_document_alone() -> None:
    (found,) = Crew(Scripted()).judged(_items([b"", b"break", b""]))
    assert isinstance(found, list)
    assert [each.kept.status for each in found] == ["other", "unreadable", "other"]
    assert "ZeroDivisionError" in found[1].kept.problem
    assert found[1].kept.mark == ""


def test_large_documents_make_small_batches() -> None:
    found = list(Crew(Scripted()).judged(_items([b"x" * 3_000_000] * 3)))
    assert [len(batch) for batch in found if isinstance(batch, list)] == [2, 1]


def test_no_documents_make_no_batches() -> None:
    assert list(Crew(Scripted()).judged([])) == []


def test_several_jobs_judge_each_document_once() -> None:
    judged, failed = _came(Crew(Scripted(), jobs=2).judged(_items([b""] * 50)))
    assert judged == sorted(f"{number}.html" for number in range(50))
    assert failed == {}


def test_a_document_that_hangs_is_given_up_and_named() -> None:
    contents = [b"", b"hang", *[b""] * 30, b"hang"]
    judged, failed = _came(Crew(Scripted(), jobs=2, limit=1.5).judged(_items(contents)))
    assert set(failed) == {"1.html", "32.html"}
    assert "读了 1.5 秒还没读完" in failed["1.html"]
    assert len(judged) == len(set(judged)) == 31


def test_a_document_that_kills_its_worker_is_named() -> None:
    contents = [b"die", *[b""] * 40, b"die", b""]
    judged, failed = _came(Crew(Scripted(), jobs=2).judged(_items(contents)))
    assert set(failed) == {"0.html", "41.html"}
    assert "进程被终止" in failed["0.html"]
    assert len(judged) == len(set(judged)) == 41


def test_a_slow_document_within_the_limit_is_judged() -> None:
    judged, failed = _came(Crew(Scripted(), limit=20).judged(_items([b"slow", b""])))
    assert (judged, failed) == (["0.html", "1.html"], {})


def test_any_executor_will_do() -> None:
    with ThreadPoolExecutor(2) as executor:
        crew = Crew(Scripted(), jobs=2, limit=1, executor=executor)
        judged, failed = _came(crew.judged(_items([b""] * 40)))
    assert (len(judged), failed) == (40, {})


class _Refusing(Executor):
    """An executor whose machine is gone."""

    def submit(self, *_words: Any, **_named: Any) -> Future[Any]:
        msg = "the machine is gone"
        raise OSError(msg)


def test_what_goes_wrong_with_an_executor_is_not_hidden() -> None:
    with pytest.raises(OSError, match="the machine is gone"):
        list(Crew(Scripted(), executor=_Refusing()).judged(_items([b""])))


class _Broken(Executor):
    """An executor whose workers are gone."""

    def submit(self, *_words: Any, **_named: Any) -> Future[Any]:
        raise BrokenExecutor


def test_workers_that_are_gone_are_not_hidden() -> None:
    with pytest.raises(BrokenExecutor):
        list(Crew(Scripted(), executor=_Broken()).judged(_items([b""])))
