"""The programs that read what nianbao writes, and what they are given to read."""

import os
import subprocess
import sys
from pathlib import Path

from nianbao.cli.main import main
from nianbao.model.text import Language

HERE = Path(__file__).parent
MODULES = HERE / "node_modules"
# The validators of .NET need no libraries of languages.
_WITHOUT_ICU = {"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}


def ran(*command: str | Path) -> str:
    """Run a program, which must succeed, and return what it says."""
    done = subprocess.run(
        command,
        cwd=HERE,
        env={**os.environ, **_WITHOUT_ICU},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return done.stdout


def python_script(name: str) -> Path:
    """Return the path of a program that a Python package has installed."""
    return Path(sys.executable).with_name(name)


def written(name: str, folder: Path, language: Language = "zh") -> Path:
    """Return the file to which a run over a folder, and a file that is missing, was written."""
    out = folder / f"out-{language}.{name}"
    code = main(["check", ".", "missing.html", "--lang", language, f"--format={name}={out}"])
    assert code == 3  # a file could not be read
    return out
