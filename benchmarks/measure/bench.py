"""What do the measurements share: an installed wheel and report pages in a folder of their own."""

import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path
from statistics import median

from benchmarks.measure.runs import Command
from benchmarks.pages import HTML_STYLES, Page, pages

CHECKOUT = Path(__file__).resolve().parents[2]
_SEED = 0
_SAMPLE = 100  # pages from which the five usual ones are taken


@dataclass(frozen=True)
class Bench:
    """The folder of a run, and what is made in it when it is first needed.

    Attributes:
        folder: a new folder.
        size: how many pages are few.
        times: how many times more are many.
    """

    folder: Path
    size: int
    times: int

    @cached_property
    def programs(self) -> Path:
        """The programs of a fresh environment that holds the wheel and what it is measured with."""
        made = self.folder / "environment"
        subprocess.run([sys.executable, "-m", "venv", str(made)], check=True)
        install = [str(made / "bin" / "pip"), "install", "-qq", "--disable-pip-version-check"]
        subprocess.run([*install, str(CHECKOUT), "beautifulsoup4"], check=True)
        return made / "bin"

    def check(self, *paths: Path) -> Command:
        """Return the command that checks pages; it fails on a page with any finding."""
        # The years of an organ are not made to follow one another.
        options = ("check", "--fail-on", "info", "--ignore", "YOY")
        return [str(self.programs / "nianbao"), *options, *map(str, paths)]

    def audit(self, out: Path, *paths: Path, jobs: int = 1) -> Command:
        """Return the command that audits pages; it fails where one could not be read."""
        options = ("--out", str(out), "--as-of", "2026-04-01", "--jobs", str(jobs))
        return [str(self._with_extra / "nianbao"), "audit", *options, *map(str, paths)]

    @cached_property
    def _with_extra(self) -> Path:
        """The programs of the environment, with the libraries that audits of many pages need."""
        install = [str(self.programs / "pip"), "install", "-qq", "--disable-pip-version-check"]
        subprocess.run([*install, f"{CHECKOUT}[audit]"], check=True)
        return self.programs

    def python(self, *arguments: str) -> Command:
        """Return a command of the environment's Python."""
        return [str(self.programs / "python"), *arguments]

    @cached_property
    def usual(self) -> list[Path]:
        """One page of each style, each as near the median size as the style has them."""
        found = list(pages(_SAMPLE, _SEED))
        middle = median(len(page.content) for page in found)
        chosen = [
            min(
                (page for page in found if page.truth["style"] == style),
                key=lambda page: abs(len(page.content) - middle),
            )
            for style in HTML_STYLES
        ]
        return _written(chosen, self.folder / "usual")

    @cached_property
    def blocks(self) -> list[Path]:
        """Folders of ``size`` pages each, ``times`` of them, no page twice."""
        supply = pages(self.size * self.times, _SEED)
        folders = [self.folder / "blocks" / f"{number:03}" for number in range(self.times)]
        for folder in folders:
            _written(islice(supply, self.size), folder)
        return folders

    @cached_property
    def hundred(self) -> Path:
        """A folder of a hundred pages."""
        folder = self.folder / "hundred"
        _written(pages(100, _SEED), folder)
        return folder


def _written(chosen: Iterable[Page], folder: Path) -> list[Path]:
    folder.mkdir(parents=True)
    paths = []
    for page in chosen:
        path = folder / Path(page.path).name
        path.write_bytes(page.content)
        paths.append(path)
    return paths
