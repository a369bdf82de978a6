"""How is git asked?"""

import os
import shutil
import subprocess

from nianbao.errors import UserError
from nianbao.formatters.characters import harmless
from nianbao.model.text import Text

# A check never goes online, not even for what a partial clone lacks; and what git says is known by
# its English words.
_OFFLINE = {"GIT_ALLOW_PROTOCOL": "none", "LC_ALL": "C"}
_NO_GIT = Text(
    "--since 要用 git，这里没有找到，请先安装", "--since needs git, which is not installed here"
)


class GitError(UserError):
    """Something that git cannot tell."""


def ask(folder: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Run git in a folder.

    Raises:
        GitError: it is not installed.
    """
    program = shutil.which("git")
    if not program:
        raise GitError(_NO_GIT)
    return subprocess.run(  # noqa: S603  # no shell, and no word that could be taken for an option
        [program, "-C", folder, *arguments],
        env={**os.environ, **_OFFLINE},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )


def output(folder: str, *arguments: str) -> bytes:
    """Return what git says.

    Raises:
        GitError: it fails.
    """
    ran = ask(folder, *arguments)
    if ran.returncode:
        said = words(ran)
        raise GitError(Text(f"git 出错：{said}", f"git failed: {said}"))
    return ran.stdout


def words(ran: subprocess.CompletedProcess[bytes]) -> str:
    """Return the first line of what git complains of."""
    return harmless(ran.stderr.decode("utf-8", "replace").strip().partition("\n")[0])
