"""Which files are there to read, and what are their bytes?"""

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from nianbao.model.text import Text
from nianbao.protocols import UnreadableError

_LEFT_OUT = frozenset({"node_modules"})
MEBIBYTE = 1024 * 1024


class Found(NamedTuple):
    """A file to read, and whether it was named itself or met in a folder."""

    path: str
    named: bool


def discover(paths: Sequence[str], suffixes: frozenset[str]) -> Iterator[Found]:
    """Yield the files named, and those with a known suffix in the folders named.

    Hidden folders and ``node_modules`` are left out; links to folders are not followed, so a loop
    of links ends. A path that does not exist is yielded, to be reported as unreadable.
    """
    seen: set[str] = set()
    for path in paths:
        found = _in_folder(path, suffixes) if Path(path).is_dir() else (Found(path, named=True),)
        for each in found:
            if each.path not in seen:
                seen.add(each.path)
                yield each


def _in_folder(folder: str, suffixes: frozenset[str]) -> Iterator[Found]:
    for above, folders, names in os.walk(folder):
        folders[:] = sorted(
            each for each in folders if not each.startswith(".") and each not in _LEFT_OUT
        )
        for name in sorted(names):
            if Path(name).suffix.lower() in suffixes and not name.startswith("."):
                yield Found(os.path.normpath(Path(above) / name), named=False)


def read_bytes(path: str, limit: int) -> bytes:
    """Return the bytes of a file.

    Args:
        path: the file.
        limit: the most bytes that are read.

    Raises:
        UnreadableError: it does not exist, may not be read, is no file, or is too large.
    """
    try:
        status = Path(path).stat()
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableError(Text("不是普通文件", "this is no regular file"))
        if status.st_size > limit:
            raise UnreadableError(_too_large(status.st_size, limit))
        return Path(path).read_bytes()
    except FileNotFoundError:
        raise UnreadableError(Text("没有这个文件", "there is no such file")) from None
    except PermissionError:
        raise UnreadableError(Text("没有读取权限", "reading it is not permitted")) from None
    except (OSError, ValueError):
        raise UnreadableError(Text("读不了这个文件", "the file cannot be read")) from None


def _too_large(size: int, limit: int) -> Text:
    has, most = _in_words(size), _in_words(limit)
    return Text(
        f"文件有 {has}，超过上限 {most}（--max-size 可调）",
        f"the file has {has}, more than the limit of {most} (see --max-size)",
    )


def _in_words(size: int) -> str:
    return f"{size / MEBIBYTE:.1f} MiB" if size >= MEBIBYTE else f"{size:,} B"
