"""Is an audit by a Dask cluster the same as one by this process, though workers are killed?"""

import signal
import subprocess
import sys
from pathlib import Path
from time import sleep

from benchmarks.audit.crash import settle
from nianbao.audit.batches import Crew, Failed
from nianbao.audit.cluster import cluster
from nianbao.audit.items import Item
from nianbao.audit.watch import Silent, Step
from nianbao.auditor.auditing import Task, audit
from tests.audit.makers import Scripted
from tests.auditor.audits import AS_OF, content, run
from tests.cluster.conftest import Start

_COUNT = 160
# Bytes; the empty tables take a third of it.
_EMPTY = 300_000


class _Killer(Silent):
    """Kills a worker when a quarter is done."""

    def __init__(self, worker: "subprocess.Popen[bytes]") -> None:
        self._worker, self._done = worker, 0

    def tell(self, step: Step) -> None:
        self._done += len(step.documents)
        if self._done >= _COUNT // 4:
            self._worker.send_signal(signal.SIGKILL)


def test_though_a_worker_is_killed_the_store_is_that_of_one_process(
    tmp_path: Path, start: Start
) -> None:
    folder, alone, there = tmp_path / "in", tmp_path / "alone", tmp_path / "there"
    settle(folder, _COUNT)
    run(folder, alone)
    ours = start("--no-nanny")
    with cluster(ours.address) as executor:
        audit(Task([str(folder)], str(there), AS_OF), _Killer(ours.workers[0]), executor)
    assert ours.workers[0].wait(20) == -signal.SIGKILL
    assert ours.workers[1].poll() is None
    assert content(there) == content(alone)
    for name in ("findings.jsonl", "findings.csv", "report.html"):
        assert (there / name).read_bytes() == (alone / name).read_bytes()


def test_a_document_that_kills_its_workers_is_named_and_no_other(start: Start) -> None:
    ours = start()
    items = [Item(f"{number}.html", b"die" if number == 7 else b"") for number in range(40)]
    with cluster(ours.address) as executor:
        found = list(Crew(Scripted(), executor.width, executor=executor).judged(items))
    failed = [each for each in found if isinstance(each, Failed)]
    judged = [one.kept.path for each in found if not isinstance(each, Failed) for one in each]
    assert [each.item.path for each in failed] == ["7.html"]
    assert "进程被终止" in failed[0].problem.reason.zh
    assert sorted(judged) == sorted(item.path for item in items if item.path != "7.html")


def test_a_document_that_hangs_the_reader_is_given_up_and_named(start: Start) -> None:
    ours = start()
    items = [Item(f"{number}.html", b"hang" if number == 7 else b"") for number in range(20)]
    with cluster(ours.address) as executor:
        assert executor.can_limit
        crew = Crew(Scripted(), executor.width, limit=2, executor=executor)
        found = list(crew.judged(items))
    failed = [each for each in found if isinstance(each, Failed)]
    judged = [one for each in found if not isinstance(each, Failed) for one in each]
    assert [each.item.path for each in failed] == ["7.html"]
    assert "2 seconds" in failed[0].problem.reason.en
    assert len(judged) == 19


def test_workers_that_are_not_started_anew_have_no_limit_and_it_is_told(
    tmp_path: Path, start: Start
) -> None:
    settle(tmp_path / "in", 2)
    words = ("audit", str(tmp_path / "in"), "--out", str(tmp_path / "out"), "--lang", "en")
    by = ("--executor", "dask", "--scheduler", start("--no-nanny").address)
    ran = subprocess.run(
        [sys.executable, "-m", "nianbao", *words, *by], capture_output=True, check=False
    )
    assert ran.returncode == 0, ran.stderr.decode()
    assert "nianbao: --time-limit does not hold on this cluster" in ran.stderr.decode()


def test_the_command_audits_by_a_cluster(tmp_path: Path, start: Start) -> None:
    settle(tmp_path / "in", 20)
    words = ("audit", str(tmp_path / "in"), "--out", str(tmp_path / "out"), "--executor", "dask")
    ran = subprocess.run(
        [sys.executable, "-m", "nianbao", *words, "--scheduler", start("--no-nanny").address],
        capture_output=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr.decode()
    assert len(content(tmp_path / "out")["documents"]) == 20


def test_a_scheduler_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    settle(tmp_path / "in", 1)
    words = ("audit", str(tmp_path / "in"), "--out", str(tmp_path / "out"), "--executor", "dask")
    for address in ("tcp://127.0.0.1:9", "nowhere", "tcp://"):
        ran = subprocess.run(
            [sys.executable, "-m", "nianbao", *words, "--scheduler", address, "--lang", "en"],
            capture_output=True,
            check=False,
        )
        assert ran.returncode == 2
        (line,) = ran.stderr.decode().splitlines()
        assert line.startswith(f"nianbao: {address}: there is no Dask scheduler at this address")
    assert not (tmp_path / "out").exists()


class _Counter(Silent):
    """Counts the documents that are judged."""

    def __init__(self) -> None:
        self.done = 0

    def tell(self, step: Step) -> None:
        self.done += len(step.documents)


def test_a_scheduler_that_vanishes_is_one_line_and_the_next_run_goes_on(
    tmp_path: Path, start: Start
) -> None:
    folder, alone, there = tmp_path / "in", tmp_path / "alone", tmp_path / "there"
    settle(folder, _COUNT)
    run(folder, alone)
    ours = start("--no-nanny")
    words = ("audit", str(folder), "--out", str(there), "--as-of", AS_OF.isoformat())
    by = ("--executor", "dask", "--scheduler", ours.address, "--time-limit", "0", "--lang", "en")
    auditing = subprocess.Popen(
        [sys.executable, "-m", "nianbao", *words, *by], stderr=subprocess.PIPE
    )
    while not _has_kept_some(there):
        sleep(0.05)
    ours.scheduler.send_signal(signal.SIGKILL)
    _, told = auditing.communicate(timeout=60)
    assert auditing.returncode == 2
    (line,) = told.decode().splitlines()
    assert line.startswith("nianbao: the Dask scheduler is gone; what was done is kept")
    kept, rest = len(content(there)["documents"]), _Counter()
    assert 0 < kept < _COUNT
    audit(Task([str(folder)], str(there), AS_OF, time_limit=0), rest)
    assert rest.done == _COUNT - kept
    assert content(there) == content(alone)


def _has_kept_some(out: Path) -> bool:
    """Tell whether more than the empty tables was written."""
    log = out / "audit.sqlite-wal"
    return log.exists() and log.stat().st_size > _EMPTY
