"""How are documents judged by a Dask cluster?"""

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from typing import Any

from nianbao.audit.processes import WorkerLostError
from nianbao.errors import UserError
from nianbao.model.text import Text

_SECONDS = 20


class ClusterError(UserError):
    """A cluster that cannot be used, or is gone."""


class Cluster(Executor):
    """Runs work on the workers of a Dask cluster.

    Dask gives work of a worker that ended to another one, a few times; then it is told that it is
    lost.

    Args:
        client: is connected to the scheduler.

    Attributes:
        width: how many pieces of work the workers do at once.
        can_limit: whether each worker does one at a time and is started anew where it ends: then it
            may end itself over a document that takes too long.
    """

    def __init__(self, client: Any) -> None:
        # The same batch may come twice, when it is done again.
        self._executor = client.get_executor(pure=False)
        threads = client.nthreads().values()
        self.width = max(1, sum(threads))
        self.can_limit = set(threads) == {1} and all(client.run(_has_nanny).values())

    def submit(self, work: Callable[..., Any], /, *words: Any, **named: Any) -> Future[Any]:
        """Have something done by a worker."""
        told: Future[Any] = Future()
        done = self._executor.submit(work, *words, **named)
        done.add_done_callback(lambda future: _tell(future, told))
        return told


def _has_nanny(dask_worker: Any) -> bool:
    """Tell of a worker, in its process, whether it is started anew where it ends."""
    return dask_worker.nanny is not None


def _tell(done: Future[Any], told: Future[Any]) -> None:
    """Pass on what came of it; that its worker ended is told in the words of this package."""
    from distributed import KilledWorker  # noqa: PLC0415  # an extra

    if done.cancelled():
        told.set_exception(ClusterError(_GONE))
        return
    error = done.exception()
    if error is None:
        told.set_result(done.result())
    else:
        told.set_exception(WorkerLostError() if isinstance(error, KilledWorker) else error)


@contextmanager
def cluster(address: str) -> Iterator[Cluster]:
    """Give the cluster whose scheduler is at an address.

    Raises:
        ClusterError: Dask is not installed, or there is no scheduler or no worker; or it is gone.
    """
    client = _client(address)
    try:
        yield Cluster(client)
    finally:
        client.close(timeout=_SECONDS)


def _client(address: str) -> Any:
    try:
        from distributed import Client  # noqa: PLC0415  # an extra
    except ImportError:
        raise ClusterError(_NOT_INSTALLED) from None
    _silence()
    try:
        client = Client(address, timeout=_SECONDS, set_as_default=False)
    except (OSError, ValueError, TypeError):
        raise ClusterError(_NOT_THERE, address) from None
    try:
        client.wait_for_workers(1, timeout=_SECONDS)
    except TimeoutError:
        client.close()
        raise ClusterError(_NO_WORKER, address) from None
    return client


def _silence() -> None:
    """Keep what Dask logs of a lost connection from the terminal: it is told in one line."""
    import logging  # noqa: PLC0415  # 6 ms; Dask has loaded it

    for name in ("distributed", "distributed.client"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)


NO_LIMIT = Text(
    "这个集群上 --time-limit 不起作用：工作进程要各只有一个线程（dask worker --nthreads 1），"
    "也不能用 --no-nanny",
    "--time-limit does not hold on this cluster: it takes workers of one thread each "
    "(dask worker --nthreads 1), and without --no-nanny",
)
_NOT_INSTALLED = Text(
    "--executor dask 要用 distributed，请安装：pip install nianbao[dask]",
    "--executor dask takes distributed: pip install nianbao[dask]",
)
_NOT_THERE = Text(
    "这个地址没有 Dask 调度器：请查看 --scheduler 和调度器是否已启动",
    "there is no Dask scheduler at this address: see --scheduler, and whether it was started",
)
_NO_WORKER = Text(
    f"这个 Dask 调度器等了 {_SECONDS} 秒还没有工作进程：请先启动 dask worker",
    f"after {_SECONDS} seconds this Dask scheduler has no worker: start dask worker first",
)
_GONE = Text(
    "与 Dask 调度器的连接断了；已完成的都已保存，再运行一次会接着做",
    "the Dask scheduler is gone; what was done is kept, and another run goes on from there",
)
