"""Which reports lie in an archive?"""

import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO

from nianbao.model.text import Text
from nianbao.protocols import UnreadableError
from nianbao.readers.files import limit_size, suffix_of
from nianbao.result import Problem

_BROKEN = (
    OSError, EOFError, RuntimeError, NotImplementedError, ValueError, zlib.error, lzma.LZMAError,
    zipfile.BadZipFile, tarfile.TarError,
)  # fmt: skip
Member = tuple[str, bytes | Problem]


def members_of(path: str, suffixes: frozenset[str], limit: int) -> Iterator[Member]:
    """Yield name and bytes of each report in an archive, in its order, or why it has none.

    Nothing is unpacked to disk. A name that leads out of the archive is refused; links, hidden
    files and archives in archives are left out. What is wrong with the whole has the name ``""``.

    Args:
        path: the archive.
        suffixes: the endings of reports.
        limit: the most bytes of a member that are read.
    """
    read = _zipped if path.lower().endswith(".zip") else _tarred
    try:
        yield from read(path, suffixes, limit)
    except _BROKEN:
        yield "", Problem(_DAMAGED)


_DAMAGED = Text("压缩包损坏或无法读取", "the archive is damaged or cannot be read")
_OUTSIDE = Text(
    "压缩包里的路径指向包外，不予读取", "its path leads out of the archive, so it is not read"
)
_LOCKED = Text("压缩包里的这个文件读不出（损坏或加密）", "it cannot be read (damaged or encrypted)")


def _zipped(path: str, suffixes: frozenset[str], limit: int) -> Iterator[Member]:
    with _zip(path) as archive:
        for info in archive.infolist():
            if not info.is_dir() and _is_report(info.filename, suffixes):
                yield info.filename, _content(info.filename, archive, info, limit)


def _zip(path: str) -> zipfile.ZipFile:
    """Open an archive; names without the mark of UTF-8 are GBK, as Windows writes them in China."""
    try:
        return zipfile.ZipFile(path, metadata_encoding="gb18030")
    except UnicodeDecodeError:
        return zipfile.ZipFile(path)


def _content(
    name: str, archive: zipfile.ZipFile, info: zipfile.ZipInfo, limit: int
) -> bytes | Problem:
    if _leads_out(name):
        return Problem(_OUTSIDE)
    try:
        limit_size(info.file_size, limit)
        with archive.open(info) as file:
            return _limited(file, limit)
    except UnreadableError as error:
        return error.problem
    except _BROKEN:
        return Problem(_LOCKED)


def _tarred(path: str, suffixes: frozenset[str], limit: int) -> Iterator[Member]:
    with tarfile.open(path) as archive:
        for info in archive:
            if info.isreg() and _is_report(info.name, suffixes):
                yield info.name, _extracted(info.name, archive, info, limit)


def _extracted(
    name: str, archive: tarfile.TarFile, info: tarfile.TarInfo, limit: int
) -> bytes | Problem:
    file = None if _leads_out(name) else archive.extractfile(info)
    if file is None:
        return Problem(_OUTSIDE)
    try:
        limit_size(info.size, limit)
        return _limited(file, limit)
    except UnreadableError as error:
        return error.problem


def _limited(file: IO[bytes], limit: int) -> bytes:
    """Return the bytes of a member; what its header says of the size may be a lie."""
    data = file.read(limit + 1)
    limit_size(len(data), limit)
    return data


def _parts(name: str) -> list[str]:
    return name.replace("\\", "/").split("/")


def _leads_out(name: str) -> bool:
    return ".." in _parts(name) or name.startswith(("/", "\\")) or ":" in _parts(name)[0]


def _is_report(name: str, suffixes: frozenset[str]) -> bool:
    parts = [part for part in _parts(name) if part not in ("", ".", "..")]
    is_hidden = any(part.startswith(".") or part in ("node_modules", "__MACOSX") for part in parts)
    return not is_hidden and suffix_of(name) in suffixes
