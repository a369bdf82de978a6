"""When does Ctrl-C strike a run and its workers?"""

import signal
from collections.abc import Iterator
from contextlib import contextmanager

# Windows has no signals that can be held back.
_hold = getattr(signal, "pthread_sigmask", None)


@contextmanager
def held_back() -> Iterator[None]:
    """Let Ctrl-C wait until a process is started.

    Struck in the middle, the run would not know of the process and, at its end, wait for it for
    ever; and a process that is not yet ready would tell of the interrupt by a traceback.
    """
    if _hold is None:
        yield
        return
    before = _hold(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        _hold(signal.SIG_SETMASK, before)


def end_at_once() -> None:
    """Let Ctrl-C end this process at once and silently, also one that was held back."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if _hold is not None:
        _hold(signal.SIG_UNBLOCK, {signal.SIGINT})
