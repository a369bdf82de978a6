"""Virtual environments with nianbao in them, made for a test."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "shagou-2020.txt"
PLUGIN = ROOT / "tests" / "plugin_example"


class Environment(NamedTuple):
    """A virtual environment.

    Attributes:
        folder: where it lies.
    """

    folder: Path

    @property
    def scripts(self) -> Path:
        """The folder of its programs."""
        return self.folder / ("Scripts" if os.name == "nt" else "bin")

    @property
    def packages(self) -> Path:
        """The folder of its packages."""
        (found,) = self.folder.glob("[Ll]ib/**/site-packages")
        return found

    def nianbao(
        self, *arguments: str, cwd: Path, env: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run the program that the installation made, away from the checkout."""
        return run(self.scripts / "nianbao", *arguments, cwd=cwd, env=env)

    def python(self, code: str, *arguments: str, cwd: Path) -> str:
        """Run Python code with the installed packages alone and return what it prints."""
        ran = run(self.scripts / "python", "-I", "-c", code, *arguments, cwd=cwd)
        assert ran.returncode == 0, ran.stderr
        return ran.stdout


def make(folder: Path, *requirements: str | Path) -> Environment:
    """Make a fresh virtual environment and install what is required into it, by one call of pip."""
    environment = Environment(folder)
    _must(sys.executable, "-m", "venv", "--without-pip", folder)
    python = environment.scripts / "python"
    pip = (sys.executable, "-m", "pip", "--python", python)
    _must(*pip, "install", "--quiet", "--disable-pip-version-check", *requirements)
    return environment


def run(
    *command: str | Path, cwd: Path, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a command in UTF-8 and in Chinese, whatever the machine's own settings."""
    return subprocess.run(
        list(map(str, command)),
        cwd=cwd,
        env={**os.environ, "PYTHONUTF8": "1", "NIANBAO_LANG": "zh", **(env or {})},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def _must(*command: str | Path) -> None:
    ran = run(*command, cwd=ROOT)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def build(folder: Path) -> tuple[Path, Path]:
    """Build the sdist, and the wheel from the sdist; return wheel and sdist."""
    _must(sys.executable, "-m", "build", "--outdir", folder, ROOT)
    (wheel,) = folder.glob("*.whl")
    (sdist,) = folder.glob("*.tar.gz")
    return wheel, sdist


def tracked(*folders: str) -> set[str]:
    """Return the files of the repository below these folders: committed, or about to be."""
    listing = run(
        "git", "ls-files", "--cached", "--others", "--exclude-standard", "-z", *folders, cwd=ROOT
    )
    assert listing.returncode == 0, listing.stderr
    return {name for name in listing.stdout.split("\0") if name and (ROOT / name).is_file()}
