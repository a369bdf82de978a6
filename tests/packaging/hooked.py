"""Repositories that use the hooks, run by the real pre-commit."""

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from subprocess import CompletedProcess
from typing import NamedTuple

from tests.packaging.environments import run

Files = Mapping[str, str | bytes]


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder and return what it prints."""
    author = ("-c", "user.name=tester", "-c", "user.email=tester@example.org")
    ran = run("git", *author, *arguments, cwd=folder)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def commit_all(folder: Path) -> str:
    """Commit all that lies in a folder and return the commit."""
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "All of it")
    return git(folder, "rev-parse", "HEAD").strip()


def put(folder: Path, files: Files) -> None:
    """Write files into a folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)


class Site(NamedTuple):
    """A repository that uses a hook.

    Attributes:
        folder: where it lies.
        home: where pre-commit keeps what it installs.
    """

    folder: Path
    home: Path

    def run(self, *options: str) -> CompletedProcess[str]:
        """Run the hook on what is staged, or as the options say."""
        command = (sys.executable, "-m", "pre_commit", "run", "--color=never", *options)
        return run(*command, cwd=self.folder, env={"PRE_COMMIT_HOME": str(self.home)})


class Hooks(NamedTuple):
    """A copy of this repository that pre-commit can clone, and a home for what it installs."""

    repository: Path
    commit: str
    home: Path

    def site(
        self, folder: Path, files: Files, hook: str = "nianbao", args: Sequence[str] = ()
    ) -> Site:
        """Commit files in a new repository that uses a hook."""
        used = {"id": hook, **({"args": list(args)} if args else {})}
        source = {"repo": str(self.repository), "rev": self.commit, "hooks": [used]}
        put(folder, {**files, ".pre-commit-config.yaml": json.dumps({"repos": [source]})})
        commit_all(folder)
        return Site(folder, self.home)
