"""How far is a run? Told on a terminal alone, and only where it takes a while."""

import os
from time import monotonic
from typing import Self, TextIO

from nianbao.model.text import Language, Text

# Seconds before the first word, and between two.
_PATIENCE = 1.0
_PAUSE = 0.1
_ERASE = "\r\x1b[K"


class Progress:
    """Counts the documents of a run on one line, which is erased at the end.

    Args:
        stream: standard error; nothing is said where it is no terminal that can erase a line.
        language: of the line.
    """

    def __init__(self, stream: TextIO | None, language: Language) -> None:
        can_erase = stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"
        self._stream = stream if can_erase else None
        self._language = language
        self._next = monotonic() + _PATIENCE
        self._is_shown = False

    def __enter__(self) -> Self:
        """Begin to wait."""
        return self

    def __exit__(self, *_error: object) -> None:
        """Erase the line, also where the run is broken off: what is said of that stands there."""
        if self._is_shown:
            self._put(_ERASE)

    def __call__(self, done: int, total: int) -> None:
        """Say how many documents of all are done, if it is time to."""
        now = monotonic()
        if self._stream is None or now < self._next:
            return
        self._next, self._is_shown = now + _PAUSE, True
        self._put(_ERASE + _line(done, total).get(self._language))

    def _put(self, text: str) -> None:
        if self._stream is None:
            return
        try:
            self._stream.write(text)
            self._stream.flush()
        except OSError:  # the terminal was closed: nobody looks any more
            self._stream = None


def _line(done: int, total: int) -> Text:
    return Text(f"已检查 {done}/{total} 份文件", f"checked {done} of {total} files")
