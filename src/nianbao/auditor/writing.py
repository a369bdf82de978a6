"""How is a file put in its place whole, however long it is and whatever happens meanwhile?"""

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import BinaryIO

from nianbao.errors import UserError
from nianbao.model.text import Text


class WritingError(UserError):
    """An output that cannot be written."""


class Sheet:
    """A file that is being written beside its place."""

    def __init__(self, file: BinaryIO) -> None:
        import hashlib  # noqa: PLC0415  # 2 ms, for outputs alone

        self._file, self._digest = file, hashlib.sha256()

    def add(self, piece: str) -> None:
        """Write a piece more."""
        data = piece.encode("utf-8", "backslashreplace")
        self._digest.update(data)
        self._file.write(data)

    @property
    def digest(self) -> str:
        """The digest of its bytes (SHA-256)."""
        return self._digest.hexdigest()


@contextmanager
def sheet(path: str) -> Iterator[Sheet]:
    """Give a file to write beside its place; at the end it is moved there.

    Raises:
        WritingError: it cannot be written; what stood there before stays.
    """
    try:
        with tempfile.TemporaryDirectory(dir=os.path.dirname(path), prefix=".nianbao-") as beside:
            whole = os.path.join(beside, "output")
            with open(whole, "wb") as file:
                yield Sheet(file)
            os.replace(whole, path)
    except OSError:
        reason = Text(
            "这个文件写不了（磁盘可能已满）", "this file cannot be written (a full disk?)"
        )
        raise WritingError(reason, path) from None


def put(path: str, pieces: Iterable[str]) -> str:
    """Write a file piece by piece beside its place, then move it there.

    Returns:
        The digest of its bytes (SHA-256).

    Raises:
        WritingError: it cannot be written; what stood there before stays.
    """
    with sheet(path) as file:
        for piece in pieces:
            file.add(piece)
    return file.digest
