"""How is one audit done by several machines, each with a part, and put together?"""

import os
import re
from collections.abc import Sequence

from nianbao.audit.digests import digest_of
from nianbao.audit.items import Item
from nianbao.audit.layout import cells_table
from nianbao.audit.store import NAME, Store, StoreError
from nianbao.editions import editions
from nianbao.model.record import Record
from nianbao.model.text import Text


class Shard(Record):
    """One part of the documents: the number of the part, from 1, and how many parts there are."""

    number: int
    total: int

    def takes(self, item: Item) -> bool:
        """Tell whether a document is of this part: by its path, so that all machines agree."""
        return int(digest_of(item.path.encode())[:8], 16) % self.total == self.number - 1


def shard_from(word: str) -> Shard | None:
    """Return the part that ``3/64`` names, None where it names none."""
    found = re.fullmatch(r"(\d{1,6})/(\d{1,6})", word)
    if found is None or not 1 <= int(found[1]) <= int(found[2]):
        return None
    return Shard(int(found[1]), int(found[2]))


def merge(store: Store, folders: Sequence[str], mark: str) -> None:
    """Put the parts of an audit together, in the place of what the store held before.

    Args:
        store: takes them.
        folders: the folders of the parts.
        mark: the digest of all by which the rules of this run judge.

    Raises:
        StoreError: a part is none, is in use or not done, or was judged by other rules.
    """
    for folder in folders:
        _require_done(folder, mark)
    known = set(store.known())
    for folder in folders:
        known -= _absorbed(store, os.path.join(folder, NAME))
    store.forget(sorted(known))


def _require_done(folder: str, mark: str) -> None:
    path = os.path.join(folder, NAME)
    if not os.path.isfile(path):
        raise StoreError(_NO_PART, folder)
    with Store(folder) as part:
        last = part.row("SELECT rules FROM runs ORDER BY number DESC")
    if last is None:
        raise StoreError(_NOT_DONE, folder)
    if last[0] != mark:
        raise StoreError(_OTHER_RULES, folder)


_NO_PART = Text("这里没有 audit --shard 的结果", "here is no result of audit --shard")
_NOT_DONE = Text(
    "这一份还没有检查完：请再运行一次", "this part is not done: run it again until it ends"
)
_OTHER_RULES = Text(
    "这一份是按另外的规则、设置或版本检查的：请用同样的重新检查",
    "this part was judged by other rules, settings or another version: judge it by the same",
)


# What was found among the reports of a part is found again among those of all.
_FINDINGS = "INSERT INTO findings SELECT * FROM part.findings WHERE scope = 'report'"


def _absorbed(store: Store, path: str) -> set[str]:
    """Take over the documents of a part, and return their paths."""
    tables = ("documents", "facts", *map(cells_table, editions()))
    store.do("ATTACH ? AS part", (path,))
    try:
        paths = {name for (name,) in store.rows("SELECT path FROM part.documents")}
        store.forget(sorted(paths))
        with store.transaction():
            for table in tables:
                store.do(f"INSERT INTO {table} SELECT * FROM part.{table}")  # noqa: S608  # our own names
            store.do(_FINDINGS)
    finally:
        store.do("DETACH part")
    return paths
