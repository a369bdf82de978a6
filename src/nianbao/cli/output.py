"""Where does output go, and what can it show?"""

import os
from typing import TextIO

from nianbao.errors import UserError
from nianbao.model.text import Language, Text
from nianbao.protocols import Canvas

_WIDTH = 100
_MOST_COLUMNS = 500


class OutputError(UserError):
    """A file that cannot be written."""


_UNWRITABLE = Text("这个文件写不了", "this file cannot be written")


def canvas_of(language: Language, stream: TextIO | None, *, to_file: bool = False) -> Canvas:
    """Return what a stream or a file can show: its width, and whether colours are wanted.

    They are on a terminal, or where FORCE_COLOR is set; never in files or where NO_COLOR is set.
    """
    if to_file or stream is None:
        return Canvas(language, width_of(None))
    is_terminal = stream.isatty()
    wanted = is_terminal and os.environ.get("TERM") != "dumb"
    colour = _is_set("FORCE_COLOR") or wanted
    width = width_of(stream if is_terminal else None)
    return Canvas(language, width, colour and "NO_COLOR" not in os.environ)


def _is_set(name: str) -> bool:
    return os.environ.get(name, "") not in ("", "0")


def width_of(stream: TextIO | None) -> int:
    """Return the columns to fill: what COLUMNS says, else those of a terminal, else 100."""
    asked = os.environ.get("COLUMNS", "")
    if asked.isascii() and asked.isdigit() and int(asked[:5]) > 0:
        return min(int(asked[:5]), _MOST_COLUMNS)
    try:
        return os.get_terminal_size(stream.fileno()).columns or _WIDTH if stream else _WIDTH
    except (OSError, ValueError):
        return _WIDTH


def show(text: str, stream: TextIO | None, *, utf8: bool = False) -> None:
    """Write to a stream; what its encoding lacks is escaped, a closed pipe ends the output.

    Raises:
        OutputError: the stream cannot be written to, for a full disk, say.
    """
    if stream is None:
        return
    encoding = "utf-8" if utf8 else (stream.encoding or "utf-8")
    data = text.encode(encoding, errors="backslashreplace")
    try:
        _put(data, encoding, stream)
    except BrokenPipeError:
        # The reader has seen enough (``| head``).
        _forget(stream)
    except OSError:
        _forget(stream)
        raise OutputError(_UNWRITABLE, Text("标准输出", "standard output").zh) from None


def _put(data: bytes, encoding: str, stream: TextIO) -> None:
    buffer = getattr(stream, "buffer", None)
    if buffer is None:
        stream.write(data.decode(encoding))
        return
    stream.flush()
    buffer.write(data)
    buffer.flush()


def _forget(stream: TextIO) -> None:
    """Lead a stream nowhere, so that Python does not complain of it at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def require_writable(path: str) -> None:
    """See that a file can be written, before any work is done for it.

    Raises:
        OutputError: its folder does not exist or may not be written to, or it is a folder.
    """
    is_free = os.path.isfile(path) or not _is_taken(path)
    folder = _folder(path)
    if not (is_free and os.path.isdir(folder) and os.access(folder, os.W_OK)):
        raise OutputError(_UNWRITABLE, path)


def _is_taken(path: str) -> bool:
    """Tell whether something stands at a path, or no file of that name can."""
    try:
        os.lstat(path)
    except FileNotFoundError:
        return not path
    except (OSError, ValueError):
        return True
    return True


def _folder(path: str) -> str:
    return os.path.dirname(os.path.abspath(path))


def write(text: str, path: str) -> None:
    """Write a file at once: a reader never meets half of it.

    Raises:
        OutputError: it cannot be written.
    """
    import tempfile  # noqa: PLC0415  # 3 ms, when files are written alone

    try:
        with tempfile.TemporaryDirectory(dir=_folder(path), prefix=".nianbao-") as beside:
            whole = os.path.join(beside, "output")
            with open(whole, "w", encoding="utf-8", newline="") as file:
                file.write(text)
            os.replace(whole, path)
    except OSError:
        raise OutputError(_UNWRITABLE, path) from None
