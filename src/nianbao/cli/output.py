"""Where does output go, and what can it show?"""

import os
import sys
from pathlib import Path
from typing import TextIO

from nianbao.errors import UserError
from nianbao.model.text import Language, Text
from nianbao.protocols import Canvas

_WIDTH = 100


class OutputError(UserError):
    """A file that cannot be written."""


_UNWRITABLE = Text("这个文件写不了", "this file cannot be written")


def canvas_of(language: Language, stream: TextIO, *, to_file: bool = False) -> Canvas:
    """Return what a stream or a file can show: its width, and colours on a terminal alone."""
    if to_file or not stream.isatty():
        return Canvas(language, int(os.environ.get("COLUMNS") or _WIDTH))
    import shutil  # noqa: PLC0415  # on a terminal alone

    colour = "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    return Canvas(language, shutil.get_terminal_size((_WIDTH, 24)).columns, colour)


def show(text: str, stream: TextIO, *, utf8: bool = False) -> None:
    """Write to a stream; what its encoding lacks is escaped, a closed pipe ends the output."""
    encoding = "utf-8" if utf8 else (stream.encoding or "utf-8")
    data = text.encode(encoding, errors="backslashreplace")
    try:
        buffer = getattr(stream, "buffer", None)
        if buffer is None:
            stream.write(data.decode(encoding))
        else:
            stream.flush()
            buffer.write(data)
            buffer.flush()
    except BrokenPipeError:
        # The reader has seen enough (``| head``); Python must not complain of it at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def require_writable(path: str) -> None:
    """See that a file can be written, before any work is done for it.

    Raises:
        OutputError: its folder does not exist or may not be written to, or it is a folder.
    """
    folder = Path(path).absolute().parent
    if Path(path).is_dir() or not folder.is_dir() or not os.access(folder, os.W_OK):
        raise OutputError(_UNWRITABLE, path)


def write(text: str, path: str) -> None:
    """Write a file at once: a reader never meets half of it.

    Raises:
        OutputError: it cannot be written.
    """
    import tempfile  # noqa: PLC0415  # 3 ms, when files are written alone

    target = Path(path)
    try:
        with tempfile.NamedTemporaryFile(
            "w", dir=target.absolute().parent, prefix=".nianbao-", delete=False, encoding="utf-8"
        ) as file:
            file.write(text)
        Path(file.name).chmod(0o666 & ~_umask())
        Path(file.name).replace(target)
    except OSError:
        raise OutputError(_UNWRITABLE, path) from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
