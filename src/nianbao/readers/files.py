"""Which files are there to read, and what are their bytes?"""

import os
import stat
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from nianbao.model.record import Record
from nianbao.model.text import Text
from nianbao.protocols import UnreadableError

_LEFT_OUT = frozenset({"node_modules"})
MEBIBYTE = 1024 * 1024


class Found(Record):
    """A file to read, and whether it was named itself or met in a folder."""

    path: str
    named: bool


def discover(paths: Sequence[str], suffixes: frozenset[str]) -> Iterator[Found]:
    """Yield the files named, and those with a known suffix in the folders named.

    Hidden folders and ``node_modules`` are left out; links to folders are not followed, so a loop
    of links ends. A path that does not exist is yielded, to be reported as unreadable.
    """
    seen: set[str] = set()
    real = cache(os.path.realpath)
    for path in paths:
        for found in _in_folder(path, suffixes) if _is_folder(path) else (Found(path, named=True),):
            whole = whole_path(found.path, real)
            if whole not in seen:
                seen.add(whole)
                yield found


def _is_folder(path: str) -> bool:
    """Tell whether a path leads to a folder; what cannot be looked at is none."""
    try:
        return bool(path) and stat.S_ISDIR(os.stat(path).st_mode)
    except (OSError, ValueError):
        return False


def whole_path(path: str, real: Callable[[str], str] = os.path.realpath) -> str:
    """Return the absolute path of a file without links on the way; the file itself may be one.

    Args:
        path: the path.
        real: tells where a folder really is, and may remember it for all its files.
    """
    try:
        return os.path.join(real(os.path.dirname(path)), os.path.basename(path))
    except (OSError, ValueError, RuntimeError):
        return path


def _in_folder(folder: str, suffixes: frozenset[str]) -> Iterator[Found]:
    """Yield the files below a folder; a folder that may not be listed is yielded itself."""
    barred: list[str] = []
    walk = os.walk(folder, onerror=lambda error: barred.append(str(error.filename)))
    for above, folders, names in walk:
        folders[:] = sorted(each for each in folders if not _is_left_out(each))
        for name in sorted(names):
            if suffix_of(name) in suffixes and not name.startswith("."):
                yield Found(os.path.normpath(os.path.join(above, name)), named=False)
    yield from (Found(path, named=True) for path in barred)


def is_met(whole: str, folder: str, suffixes: frozenset[str]) -> bool:
    """Tell whether a file would be found where a folder is checked.

    Args:
        whole: the whole path of the file, which need not exist.
        folder: the whole path of the folder.
        suffixes: the endings that are known.
    """
    inside = os.path.join(folder, "")
    if not whole.startswith(inside):
        return False
    *folders, name = whole.removeprefix(inside).split(os.sep)
    is_hidden = name.startswith(".") or any(map(_is_left_out, folders))
    return not is_hidden and suffix_of(name) in suffixes


def suffix_of(path: str) -> str:
    """Return the ending of a file's name, in lower case."""
    return os.path.splitext(path)[1].lower()


def _is_left_out(name: str) -> bool:
    return name.startswith(".") or name in _LEFT_OUT


def read_bytes(path: str, limit: int) -> bytes:
    """Return the bytes of a file.

    Args:
        path: the file.
        limit: the most bytes that are read.

    Raises:
        UnreadableError: it does not exist, may not be read, is no file, or is too large.
    """
    try:
        limit_size(_size(path), limit)
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError:
        raise UnreadableError(Text("没有这个文件", "there is no such file")) from None
    except PermissionError:
        raise UnreadableError(Text("没有读取权限", "reading it is not permitted")) from None
    except (OSError, ValueError):
        raise UnreadableError(Text("读不了这个文件", "the file cannot be read")) from None


def _size(path: str) -> int:
    """Return the size of a regular file in bytes; nothing else can be read to its end."""
    status = os.stat(path)
    if stat.S_ISDIR(status.st_mode) and not os.access(path, os.R_OK | os.X_OK):
        raise PermissionError
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableError(Text("不是普通文件", "this is no regular file"))
    return status.st_size


def limit_size(size: int, limit: int) -> None:
    """Refuse a document with more bytes than the limit.

    Raises:
        UnreadableError: it is too large.
    """
    if size > limit:
        raise UnreadableError(_too_large(size, limit))


def _too_large(size: int, limit: int) -> Text:
    has, most = _in_words(size), _in_words(limit)
    if has == most:
        has, most = f"{size:,} B", f"{limit:,} B"
    return Text(
        f"文件有 {has}，超过上限 {most}（--max-size 可调）",
        f"the file has {has}, more than the limit of {most} (see --max-size)",
    )


def _in_words(size: int) -> str:
    return f"{size / MEBIBYTE:.1f} MiB" if size >= MEBIBYTE else f"{size:,} B"
