"""What does an audit remember between its runs, and how is it kept whole?"""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Self

from nianbao.audit.digests import Digests
from nianbao.audit.items import Stored
from nianbao.audit.kept import Kept
from nianbao.audit.layout import APPLICATION, VERSION, cells_table, statements
from nianbao.audit.packing import KeptFinding
from nianbao.editions import editions
from nianbao.errors import UserError
from nianbao.model.text import Text

NAME = "audit.sqlite"
# So many KiB of the file are held in memory: wide rows are looked up in no order.
_CACHE = 64 * 1024
Values = Sequence[Any] | Mapping[str, Any]
_DOCUMENT = (
    "path", "content", "reading", "mark", "status", "reader", "encoding", "organ", "level", "kind",
    "parent", "year", "published", "edition", "is_mixed", "sums_up", "is_whole", "problem", "gaps",
)  # fmt: skip


class StoreError(UserError):
    """A store that cannot be used."""


class Store:
    """An SQLite file in the folder of the outputs; as long as it is open, no other run uses it.

    A transaction is done or not done, whenever the process ends. The lock is that of the operating
    system, which drops it with the process.

    Args:
        folder: of the outputs; it is made where it is not there.

    Raises:
        StoreError: another run uses it, it is of another version, or it cannot be written.
    """

    def __init__(self, folder: str) -> None:
        self.path = os.path.join(folder, NAME)
        with self._told():
            os.makedirs(folder, exist_ok=True)
            self._base = sqlite3.connect(self.path, timeout=0, isolation_level=None)
            try:
                self._begin()
            except BaseException:
                self._base.close()
                raise

    def __enter__(self) -> Self:
        """Use it; it is closed at the end."""
        return self

    def __exit__(self, *_error: object) -> None:
        """Give it free."""
        self._base.close()

    def _begin(self) -> None:
        self._base.execute("PRAGMA locking_mode = EXCLUSIVE")
        self._base.execute("PRAGMA journal_mode = WAL")
        self._base.execute("PRAGMA synchronous = NORMAL")
        self._base.execute(f"PRAGMA cache_size = -{_CACHE}")
        with self.transaction():
            (ours,) = self.row("PRAGMA application_id")
            (version,) = self.row("PRAGMA user_version")
            if not ours and not self.row("SELECT count(*) FROM sqlite_master")[0]:
                for statement in statements():
                    self._base.execute(statement)
            elif ours != APPLICATION or version != VERSION:
                raise StoreError(_OTHER_VERSION, self.path)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Do all that is done within, or nothing.

        Raises:
            StoreError: the store cannot be written, for a full disk, say.
        """
        with self._told():
            self._base.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._base.execute("COMMIT")
            except BaseException:
                if self._base.in_transaction:  # SQLite has rolled back itself on a full disk
                    self._base.execute("ROLLBACK")
                raise

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Tell in our words what went wrong."""
        try:
            yield
        except sqlite3.Error as error:
            raise StoreError(_reason(error), self.path) from None
        except OSError:
            raise StoreError(_UNWRITABLE, self.path) from None

    def row(self, query: str, values: Values = ()) -> Any:
        """Return the first row of a query, None where there is none."""
        return self._base.execute(query, values).fetchone()

    def rows(self, query: str, values: Values = ()) -> Iterator[Any]:
        """Yield the rows of a query."""
        return self._base.execute(query, values)

    def do(self, statement: str, values: Values = ()) -> None:
        """Change something, within a transaction."""
        self._base.execute(statement, values)

    def do_all(self, statement: str, values: Iterable[Sequence[Any]]) -> None:
        """Change many things alike, within a transaction."""
        self._base.executemany(statement, values)

    def teach(self, name: str, function: Callable[..., Any]) -> None:
        """Let queries call a function that always says the same of the same words."""
        self._base.create_function(name, -1, function, deterministic=True)

    def known(self) -> dict[str, Digests]:
        """Return of each document by what it was read and judged."""
        query = "SELECT path, content, reading, mark FROM documents"
        return {path: Digests(*digests) for path, *digests in self.rows(query)}

    def stored(self, path: str) -> Stored | None:
        """Return what was kept of a report; None where nothing was read."""
        row = self.row(
            "SELECT packed, sketch, reader, encoding FROM facts JOIN documents USING (path)"
            " WHERE path = ?",
            (path,),
        )
        if row is None:
            return None
        packed, sketch, reader, encoding = row
        query = "SELECT data FROM findings WHERE path = ? AND scope = 'report' ORDER BY number"
        findings = tuple(data for (data,) in self.rows(query, (path,)))
        return Stored(packed, sketch, reader, encoding, findings)

    def keep(self, documents: Iterable[Kept]) -> None:
        """Keep what came of documents, in the place of what was kept of them before."""
        with self.transaction():
            for each in documents:
                self._forget(each.path)
                self._insert("documents", _DOCUMENT, [getattr(each, key) for key in _DOCUMENT])
                self.keep_findings(each.path, "report", "", each.findings)
                if each.facts:
                    values = (each.path, each.facts, each.sketch)
                    self._insert("facts", ("path", "packed", "sketch"), values)
                if each.cells:
                    table = cells_table(each.edition)
                    self._insert(table, ("path", *each.cells), (each.path, *each.cells.values()))

    def keep_findings(
        self, path: str, scope: str, family: str, findings: Iterable[KeptFinding]
    ) -> None:
        """Keep findings of a document, within a transaction.

        Args:
            path: the document, ``""`` for a report that lacks.
            scope: that of the rules.
            family: the group of reports among which they were found, or ``""``.
            findings: the findings, in their order.
        """
        self.do_all(
            "INSERT INTO findings (path, scope, family, number, rule, severity, fingerprint, data)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            ((path, scope, family, number, *finding) for number, finding in enumerate(findings, 1)),
        )

    def forget(self, paths: Iterable[str]) -> None:
        """Forget documents."""
        with self.transaction():
            for path in paths:
                self._forget(path)

    def _forget(self, path: str) -> None:
        self.do("DELETE FROM documents WHERE path = ?", (path,))
        self.do("DELETE FROM facts WHERE path = ?", (path,))
        self.do("DELETE FROM findings WHERE path = ? AND scope = 'report'", (path,))
        for edition in editions():
            self.do(f"DELETE FROM {cells_table(edition)} WHERE path = ?", (path,))  # noqa: S608  # our own name

    def _insert(self, table: str, columns: Sequence[str], values: Sequence[Any]) -> None:
        names = ", ".join(f'"{column}"' for column in columns)
        marks = ", ".join("?" * len(columns))
        self.do(f"INSERT INTO {table} ({names}) VALUES ({marks})", values)  # noqa: S608  # names of the schema


_UNWRITABLE = Text("输出文件夹写不了", "the output folder cannot be written")
_OTHER_VERSION = Text(
    "这个文件夹是另一个版本的 nianbao 写的：请换一个 --out，或把它移开",
    "this folder was written by another version of nianbao: take another --out, or move it away",
)
_IN_USE = Text(
    "另一次审核正在使用这个文件夹：请等它结束，或换一个 --out",
    "another audit is using this folder: wait until it ends, or take another --out",
)
_FULL = Text(
    "磁盘已满；已完成的都已保存，腾出空间后再运行一次会接着做",
    "the disk is full; what was done is kept, and another run goes on when there is room",
)
_NOT_OURS = Text(
    "这个文件不是审核的数据库，或已损坏：请换一个 --out，或把它移开",
    "this file is no database of an audit, or damaged: take another --out, or move it away",
)
_REASONS = {
    "SQLITE_BUSY": _IN_USE,
    "SQLITE_FULL": _FULL,
    "SQLITE_NOTADB": _NOT_OURS,
    "SQLITE_CORRUPT": _NOT_OURS,
}


def _reason(error: sqlite3.Error) -> Text:
    return _REASONS.get(getattr(error, "sqlite_errorname", ""), _UNWRITABLE)
