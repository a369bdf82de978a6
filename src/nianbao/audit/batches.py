"""How are documents judged in several processes, though one of them may kill its worker?"""

from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    Executor,
    Future,
    wait,
)
from itertools import chain, islice
from time import monotonic

from nianbao.audit.items import Item
from nianbao.audit.processes import WorkerLostError, processes, submitted
from nianbao.audit.work import Batch, Judged, Maker, work
from nianbao.model.record import Record
from nianbao.model.text import Text
from nianbao.result import Problem

_MOST_ITEMS = 16
_MOST_BYTES = 4 * 1024 * 1024
# So many batches a worker stand in the queue: enough that none waits, and few to do again.
_AHEAD = 2


class Failed(Record):
    """A document at which its worker ended, and why as far as that is known."""

    item: Item
    problem: Problem


Running = list[tuple[Future[list[Judged]], Batch]]


class Crew(Record):
    """Judges documents.

    Attributes:
        make: makes the judge in each process.
        jobs: how many processes.
        limit: the most seconds that a document may take; 0: no limit, and one job is done in this
            process.
        executor: runs the batches in the place of processes of our own; it has a limit if its
            ``can_limit`` is true (:class:`nianbao.audit.cluster.Cluster`).
    """

    make: Maker
    jobs: int = 1
    limit: float = 0
    executor: Executor | None = None

    def judged(self, items: Iterable[Item]) -> Iterator[list[Judged] | Failed]:
        """Yield what came of documents, batch by batch as they are done."""
        batches = _if_any(self._batches(items))
        if batches is None:
            return
        if self.executor is not None:
            yield from self._elsewhere(self.executor, batches)
        elif self.jobs == 1 and not self.limit:
            yield from map(work, batches)
        else:
            yield from self._in_processes(batches)

    def _batches(self, items: Iterable[Item]) -> Iterator[Batch]:
        return (Batch(self.make, batch, self._limit) for batch in _batched(items))

    @property
    def _limit(self) -> float:
        has_limit = self.executor is None or getattr(self.executor, "can_limit", False)
        return self.limit if has_limit else 0

    def _in_processes(self, batches: Iterator[Batch]) -> Iterator[list[Judged] | Failed]:
        """Go on with new processes where one ended: what they were at is done one by one."""
        running: Running = []
        is_done = False
        while not is_done:
            try:
                with processes(self.jobs) as executor:
                    yield from self._by(executor, batches, running)
                is_done = True
            except BrokenExecutor:
                suspects = [item for _, batch in running for item in batch.items]
                running.clear()
                yield from self._alone(suspects)

    def _elsewhere(
        self, executor: Executor, batches: Iterator[Batch]
    ) -> Iterator[list[Judged] | Failed]:
        """Do what was lost again, one document at a time and none beside it: so it is known."""
        lost: list[Item] = []
        yield from self._by(executor, batches, [], lost)
        for item in lost:
            began = monotonic()
            try:
                yield executor.submit(work, Batch(self.make, [item], self._limit)).result()
            except WorkerLostError:
                yield Failed(item, self._problem(monotonic() - began))

    def _by(
        self,
        executor: Executor,
        batches: Iterator[Batch],
        running: Running,
        lost: list[Item] | None = None,
    ) -> Iterator[list[Judged]]:
        """Yield what comes of batches; those that are not done stay in ``running``.

        The documents whose worker ended in an executor with others are put into ``lost``.
        """
        _start(executor, islice(batches, self.jobs * _AHEAD), running)
        while running:
            done, _ = wait([future for future, _ in running], return_when=FIRST_COMPLETED)
            for entry in [each for each in running if each[0] in done]:
                try:
                    found = entry[0].result()
                except WorkerLostError:
                    found = []
                    (lost if lost is not None else []).extend(entry[1].items)
                running.remove(entry)
                if found:
                    yield found
                _start(executor, islice(batches, 1), running)

    def _alone(self, items: Iterable[Item]) -> Iterator[list[Judged] | Failed]:
        """Judge documents one at a time, so that the guilty one is known."""
        waiting = iter(items)
        for item in waiting:
            with processes(1) as executor:
                failed = yield from self._until_broken(executor, chain([item], waiting))
            if failed:
                yield failed

    def _until_broken(
        self, executor: Executor, items: Iterable[Item]
    ) -> Generator[list[Judged], None, Failed | None]:
        for item in items:
            began = monotonic()
            try:
                yield submitted(executor, work, Batch(self.make, [item], self.limit)).result()
            except BrokenExecutor:
                return Failed(item, self._problem(monotonic() - began))
        return None

    def _problem(self, seconds: float) -> Problem:
        return Problem(_slow(self.limit) if self._limit and seconds >= self._limit else _KILLED)


_KILLED = Text(
    "读它时进程被终止（可能内存不足）；其余文件不受影响",
    "the process that read it was ended (it may lack memory); other files are not affected",
)


def _slow(limit: float) -> Text:
    return Text(
        f"读了 {limit:g} 秒还没读完，已放弃（--time-limit 可调）",
        f"after {limit:g} seconds it was still not read, so it was given up (see --time-limit)",
    )


def _if_any(batches: Iterator[Batch]) -> Iterator[Batch] | None:
    """Return the batches, None where there are none: then no process is started."""
    first = next(batches, None)
    return None if first is None else chain([first], batches)


def _start(executor: Executor, batches: Iterable[Batch], running: Running) -> None:
    for batch in batches:
        running.append((submitted(executor, work, batch), batch))


def _batched(items: Iterable[Item]) -> Iterator[list[Item]]:
    batch: list[Item] = []
    for item in items:
        batch.append(item)
        if len(batch) == _MOST_ITEMS or sum(len(each.data) for each in batch) > _MOST_BYTES:
            yield batch
            batch = []
    if batch:
        yield batch
