"""When does Ctrl-C strike a run and its workers?"""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

# Windows has no signals that can be kept from a thread and from the processes it starts.
_mask = getattr(signal, "pthread_sigmask", None)


@contextmanager
def held_back() -> Iterator[None]:
    """Let Ctrl-C wait until a process is started.

    Struck in the middle, the run would not know of the process and, at its end, wait for it for
    ever; and a process that is not yet ready would tell of the interrupt by a traceback.
    """
    if threading.current_thread() is not threading.main_thread():
        # No other thread hears of it.
        yield
        return
    struck: list[int] = []
    usual = signal.signal(signal.SIGINT, lambda number, _: struck.append(number))
    before = _mask(signal.SIG_BLOCK, {signal.SIGINT}) if _mask else None
    try:
        yield
    finally:
        if _mask:
            _mask(signal.SIG_SETMASK, before)
        signal.signal(signal.SIGINT, usual)
        if struck:
            signal.raise_signal(signal.SIGINT)


def end_at_once() -> None:
    """Let Ctrl-C end this process at once and silently, also one that was held back."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if _mask:
        _mask(signal.SIG_UNBLOCK, {signal.SIGINT})
