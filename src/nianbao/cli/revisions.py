"""What has changed in a git repository since a revision?"""

import os
from collections.abc import Iterator, Mapping

from nianbao.cli.git import GitError, ask, output, words
from nianbao.formatters.characters import harmless
from nianbao.model.record import Record
from nianbao.model.text import Text


class Changes(Record):
    """What differs between a revision and the files as they lie there now, by their whole paths.

    Attributes:
        root: the folder of the repository.
        changed: what was changed or came anew; a folder (a submodule, say) stands for all in it.
        deleted: the files that are gone.
        renamed: the new names of files, each with the old one; nothing else was changed in them.
    """

    root: str
    changed: frozenset[str]
    deleted: tuple[str, ...]
    renamed: Mapping[str, str]


def changes_since(revision: str) -> Changes:
    """Return what has changed in the repository of the working directory.

    What counts is the change since HEAD and the revision parted, so that a branch is not charged
    with what others have done since. Files that git does not know yet are new; those that it
    ignores are none.

    Raises:
        GitError: there is no git, no repository or no such revision.
    """
    root, is_shallow = _repository()
    base = _base(revision, is_shallow=is_shallow)
    entries, new = list(_compared(root, base)), set(_unknown(root))
    return Changes(
        root,
        frozenset(now for letter, _, now in entries if letter != "D") | new,
        tuple(before for letter, before, _ in entries if letter == "D" and before not in new),
        {now: before for letter, before, now in entries if letter == "R"},
    )


def _compared(root: str, base: str) -> Iterator[tuple[str, str, str]]:
    """Yield the letter of each change, the old path and the new one, which mostly is the same."""
    # Reports on one form are alike: only files that are the same letter for letter were renamed.
    listing = output(root, "diff", "--name-status", "-z", "-M100%", "--no-relative", base, "--")
    tokens = iter(os.fsdecode(listing).split("\0"))
    for status in filter(None, tokens):
        before = _whole(root, next(tokens))
        yield status[0], before, _whole(root, next(tokens)) if status[0] == "R" else before


def _unknown(root: str) -> Iterator[str]:
    """Yield the files and repositories that git neither knows nor ignores."""
    listing = output(root, "ls-files", "--others", "--exclude-standard", "-z")
    return (_whole(root, name) for name in os.fsdecode(listing).split("\0") if name)


def _whole(root: str, name: str) -> str:
    return os.path.join(root, os.path.normpath(name))


def _repository() -> tuple[str, bool]:
    """Return the folder of the repository, and whether it is a shallow clone."""
    ran = ask(".", "rev-parse", "--show-toplevel", "--is-shallow-repository")
    if ran.returncode:
        raise GitError(_no_repository(words(ran)))
    root, _, is_shallow = os.fsdecode(ran.stdout).rstrip("\r\n").rpartition("\n")
    return os.path.realpath(root), is_shallow == "true"


def _base(revision: str, *, is_shallow: bool) -> str:
    """Return the commit where HEAD and a revision parted, or that of the revision."""
    commit = _commit(revision)
    if not commit:
        raise GitError(_no_revision(revision, is_shallow=is_shallow))
    parted = ask(".", "merge-base", commit, "HEAD")
    if parted.returncode and is_shallow:
        raise GitError(_no_common(revision))
    return commit if parted.returncode else parted.stdout.decode().strip()


def _commit(revision: str) -> str:
    """Return the commit that a revision stands for, ``""`` for none."""
    # What begins with a dash would be an option to git, and is the name of no revision.
    if revision.startswith("-"):
        return ""
    ran = ask(".", "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    return "" if ran.returncode else ran.stdout.decode().strip()


def _no_repository(said: str) -> Text:
    known = next((reason for part, reason in _REASONS.items() if part in said), None)
    reason = known or Text(f"git 说：{said}", f"git says: {said}")
    return Text(
        f"--since 要在 git 仓库里运行，当前文件夹用不了：{reason.zh}",
        f"--since needs the working directory to be in a git repository: {reason.en}",
    )


# What git says, in part, and what it means.
_REASONS = {
    "not a git repository": Text(
        "它不在任何仓库里，请换到仓库的文件夹再运行",
        "this one is in none, so run it in the folder of one",
    ),
    "dubious ownership": Text(
        "仓库属于另一个用户，可信任时运行 git config --global --add safe.directory 仓库的文件夹",
        "the repository is another user's; where you trust it, run "
        "git config --global --add safe.directory and its folder",
    ),
}


_DEEPEN = Text(
    "这是浅克隆，请先取得更多历史：git fetch --deepen=100 或 --unshallow；"
    "GitHub Actions 用 fetch-depth: 0，GitLab 用 GIT_DEPTH: 0",
    "this is a shallow clone, so fetch more of its history first: git fetch --deepen=100 or "
    "--unshallow; fetch-depth: 0 in GitHub Actions, GIT_DEPTH: 0 in GitLab",
)


def _no_revision(revision: str, *, is_shallow: bool) -> Text:
    name = harmless(revision)
    if is_shallow:
        return Text(
            f"没有 git 版本“{name}”：{_DEEPEN.zh}",
            f'there is no git revision "{name}": {_DEEPEN.en}',
        )
    return Text(
        f"没有 git 版本“{name}”，请写分支、标签或提交",
        f'there is no git revision "{name}"; name a branch, a tag or a commit',
    )


def _no_common(revision: str) -> Text:
    name = harmless(revision)
    return Text(
        f"找不到当前提交与“{name}”的共同历史：{_DEEPEN.zh}",
        f'this commit and "{name}" share no history that is here: {_DEEPEN.en}',
    )
