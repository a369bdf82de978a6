"""Which documents is an audit given?"""

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import repeat

from nianbao.audit.manifest import Listed, Told, listed_in
from nianbao.model.record import Record
from nianbao.model.text import Text
from nianbao.protocols import UnreadableError
from nianbao.readers.files import discover, read_bytes, suffix_of, whole_path
from nianbao.result import Problem

_MANIFESTS = frozenset({".csv", ".xlsx"})
# The last ending of an archive's name: .tar.gz ends in .gz.
_PACKED = frozenset({".zip", ".tar", ".tgz", ".gz", ".bz2", ".xz"})
_ARCHIVES = (".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz")
_NOTHING_TOLD = Told()


class Stored(Record):
    """What the store kept of a document that is the same, but is judged by other rules now.

    Attributes:
        facts: the report, packed.
        sketch: of its words, or empty.
        reader, encoding: by which it was read.
        findings: those of the report alone, as text.
    """

    facts: bytes
    sketch: bytes
    reader: str
    encoding: str
    findings: tuple[str, ...]


class Item(Record):
    """One document: its bytes, or why it has none.

    Attributes:
        path: as it is shown; that of a member of an archive stands behind ``!/``.
        data: its bytes.
        named: whether it was named itself, so that its failure counts though it may be no report.
        told: what a manifest says of it.
        problem: why it could not be opened.
        stored: what was kept of it, where its bytes need not be read again.
    """

    path: str
    data: bytes = b""
    named: bool = False
    told: Told = _NOTHING_TOLD
    problem: Problem | None = None
    stored: Stored | None = None


class Intake(Record):
    """What an audit takes in.

    Attributes:
        suffixes: the endings that the readers know.
        limit: the most bytes of a document.
        out: the folder of the outputs, in which no document is looked for.
    """

    suffixes: frozenset[str]
    limit: int
    out: str

    def files(self, paths: Sequence[str]) -> Sequence[Item]:
        """Return the files below some paths, each once and none opened; an archive is one.

        Raises:
            SheetError: a manifest cannot be used.
        """
        outputs = os.path.join(whole_path(os.path.join(self.out, "")), "")
        found: dict[str, Item] = {}
        real = cache(os.path.realpath)
        for path in paths:
            is_listed = suffix_of(path) in _MANIFESTS and os.path.isfile(path)
            for file in _all_listed(path) if is_listed else self._below(path):
                whole = whole_path(file.path, real)
                if is_listed or not whole.startswith(outputs):
                    found.setdefault(whole, file)
        return list(found.values())

    def items(self, files: Iterable[Item]) -> Iterator[Item]:
        """Yield the documents of files."""
        for file in files:
            yield from map(_nameable, self._opened(file))

    def _below(self, path: str) -> Iterator[Item]:
        for found in discover([path], self.suffixes | _PACKED):
            is_meant = (
                found.named or suffix_of(found.path) in self.suffixes or is_archive(found.path)
            )
            if is_meant:
                yield Item(found.path, named=found.named)

    def _opened(self, file: Item) -> Iterator[Item]:
        if file.problem:
            yield file
        elif is_archive(file.path):
            from nianbao.audit.archives import members_of  # noqa: PLC0415  # 20 ms, few need it

            for name, found in members_of(file.path, self.suffixes, self.limit):
                yield _member(file, name, found)
        else:
            yield self._read(file)

    def _read(self, file: Item) -> Item:
        try:
            return file._replace(data=read_bytes(file.path, self.limit))
        except UnreadableError as error:
            return file._replace(problem=error.problem)


def is_archive(path: str) -> bool:
    """Tell whether a file is an archive, by its name."""
    return path.lower().endswith(_ARCHIVES) and os.path.isfile(path)


def _nameable(item: Item) -> Item:
    """Return a document as it is if its name is text, which alone can be kept and written."""
    shown = item.path.encode("utf-8", "backslashreplace").decode()
    if shown == item.path:
        return item
    return Item(shown, named=True, problem=Problem(_NO_NAME))


def _all_listed(manifest: str) -> Iterator[Item]:
    return map(_listed, repeat(manifest), listed_in(manifest))


def _listed(manifest: str, row: Listed) -> Item:
    if not row.path:
        return Item(f"{manifest}:{row.line}", named=True, problem=Problem(_NO_FILE))
    return Item(row.path, named=True, told=row.told)


def _member(archive: Item, name: str, found: bytes | Problem) -> Item:
    shown = f"{archive.path}!/{name}" if name else archive.path
    if isinstance(found, Problem):
        return archive._replace(path=shown, problem=found, named=True)
    return archive._replace(path=shown, data=found, named=False)


_NO_NAME = Text(
    "文件名不是 UTF-8，没有读：请改名后再运行一次",
    "its name is not UTF-8, so it was not read: rename it and run again",
)
_NO_FILE = Text("清单的这一行没有写文件", "this row of the manifest names no file")
