"""Which files have changed since a revision, and what is said of the others?"""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence

from nianbao.checker import NothingToCheckError
from nianbao.cli.git import GitError
from nianbao.cli.revisions import Changes, changes_since
from nianbao.formatters.characters import harmless
from nianbao.model.record import Record
from nianbao.model.text import Text
from nianbao.readers.files import Found, discover, is_met, whole_path

_MOST_NAMED = 10


class Chosen(Record):
    """The files that have changed since a revision, and what came of the others.

    Attributes:
        files: what to check.
        left_out: how many were not changed.
        deleted: the files that are gone, as seen from the working directory.
        renamed: old names and new ones, likewise.
    """

    files: tuple[Found, ...]
    left_out: int
    deleted: tuple[str, ...]
    renamed: tuple[tuple[str, str], ...]


def chosen_since(revision: str, paths: Sequence[str], suffixes: frozenset[str]) -> Chosen:
    """Choose of files and folders what has changed since a revision.

    Args:
        revision: as git takes it.
        paths: files and folders.
        suffixes: the endings of the files to look for in folders.

    Raises:
        NothingToCheckError: there is no file, nor was there one.
        GitError: git cannot tell what has changed.
    """
    changes = changes_since(revision)
    is_asked = _scope(paths, suffixes)
    deleted = tuple(sorted(os.path.relpath(each) for each in changes.deleted if is_asked(each)))
    renamed = _renamed(changes, is_asked)
    found = list(discover(paths, suffixes))
    if not (found or deleted or renamed):
        raise NothingToCheckError
    there = [each for each in found if not _is_gone(each.path, changes)]
    files = tuple(each for each in there if _is_changed(each.path, changes))
    return Chosen(files, len(there) - len(files), deleted, renamed)


def _scope(paths: Sequence[str], suffixes: frozenset[str]) -> Callable[[str], bool]:
    """Return what tells whether a whole path is, or would be, among those to check."""
    asked = {os.path.realpath(path) for path in paths}
    folders = [each for each in asked if not os.path.isfile(each)]
    return lambda whole: whole in asked or any(is_met(whole, one, suffixes) for one in folders)


def _renamed(changes: Changes, is_asked: Callable[[str], bool]) -> tuple[tuple[str, str], ...]:
    pairs = ((before, now) for now, before in changes.renamed.items())
    asked = (pair for pair in pairs if any(map(is_asked, pair)))
    return tuple(sorted((os.path.relpath(before), os.path.relpath(now)) for before, now in asked))


def _is_gone(path: str, changes: Changes) -> bool:
    """Tell whether a path is missing because its file, or all in its folder, went elsewhere."""
    if os.path.lexists(path):
        return False
    whole = os.path.realpath(path)
    inside = os.path.join(whole, "")
    gone = (*changes.deleted, *changes.renamed.values())
    return any(each == whole or each.startswith(inside) for each in gone)


def _is_changed(path: str, changes: Changes) -> bool:
    """Tell whether a file has changed; what is none is kept, for it has to be spoken of."""
    whole = whole_path(path)
    if not whole.startswith(os.path.join(changes.root, "")):
        raise GitError(_outside(changes.root), path)
    # A link changes with what it leads to.
    seen = (*_upwards(whole, changes.root), *_upwards(os.path.realpath(path), changes.root))
    return not os.path.isfile(path) or any(each in changes.changed for each in seen)


def _upwards(path: str, root: str) -> Iterator[str]:
    """Yield a path and the folders above it, as far as the root of the repository."""
    while len(path) > len(root):
        yield path
        path = os.path.dirname(path)


def _outside(root: str) -> Text:
    return Text(
        f"不在当前文件夹所属的 git 仓库（{root}）里，不能与 --since 同用",
        f"lies outside the git repository of the working directory ({root}), "
        "so it cannot go with --since",
    )


def notes(chosen: Chosen, revision: str) -> Iterator[Text]:
    """Yield what a run says of its choice."""
    checked, left_out, since = len(chosen.files), chosen.left_out, harmless(revision)
    yield Text(
        f"{since} 以来有改动的 {checked} 份列入检查，没有改动的 {left_out} 份未查",
        f"{checked} changed since {since} and checked, {left_out} unchanged and left out",
    )
    yield from _named(Text("已删除，未查", "deleted, not checked"), chosen.deleted)
    arrows = [" → ".join(pair) for pair in chosen.renamed]
    yield from _named(Text("已改名", "renamed"), arrows)


def _named(what: Text, names: Sequence[str]) -> Iterable[Text]:
    for name in map(harmless, names[:_MOST_NAMED]):
        yield Text(f"{what.zh}：{name}", f"{what.en}: {name}")
    if more := len(names[_MOST_NAMED:]):
        yield Text(f"{what.zh}：另有 {more} 份", f"{what.en}: {more} more")
