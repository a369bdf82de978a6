"""Does every way of installing give the same tool?"""

import json
import sys
from pathlib import Path
from shutil import copy

import pytest

from tests.packaging.conftest import Built
from tests.packaging.environments import EXAMPLE, ROOT, Environment, make, run

_TOTALS = "/requests/results/total"
_FOUND = {
    ("SUM001", "error", f"{_TOTALS}/other", 343, 2, 343, 3),
    ("SUM001", "error", f"{_TOTALS}/total", 344, 2, 344, 3),
    ("SUM006", "error", f"{_TOTALS}/other", 343, 2, 343, 3),
    ("SUM006", "error", f"{_TOTALS}/total", 344, 2, 344, 3),
    ("VAL001", "warning", "/requests/results/granted/natural_person", 132, 2, 132, 2),
    ("VAL001", "warning", "/requests/results/partly_granted/natural_person", 142, 2, 142, 2),
    ("VAL003", "warning", "/disclosure/procurement/projects", 89, 2, 89, 6),
    ("VAL003", "info", "/disclosure/procurement/amount", 90, 2, 90, 12),
    ("TAB008", "info", "/disclosure/extra_rows/0", 67, 2, 70, 2),
    ("SEC007", "info", "/sections/overview", 2, 1, 2, 7),
    ("SEC008", "info", "/sections/overview", 2, 1, 2, 7),
}
_KEYS = ("rule", "severity", "place", "line", "column", "end_line", "end_column")


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """Return a copy of the example, away from the checkout."""
    return Path(copy(EXAMPLE, tmp_path))


def _found(output: str) -> set[tuple[object, ...]]:
    (document,) = json.loads(output)["documents"]
    return {tuple(finding[key] for key in _KEYS) for finding in document["findings"]}


def test_the_wheel_finds_what_the_example_holds(installed: Environment, example: Path) -> None:
    ran = installed.nianbao("check", "--format", "json", example.name, cwd=example.parent)
    assert (ran.returncode, ran.stderr) == (1, "")
    assert _found(ran.stdout) == _FOUND


def test_the_sdist_installs_to_the_same(built: Built, example: Path, tmp_path: Path) -> None:
    environment = make(tmp_path / "sdist", built.sdist)
    ran = environment.nianbao("check", "--format", "json", example.name, cwd=example.parent)
    assert (ran.returncode, ran.stderr) == (1, "")
    assert _found(ran.stdout) == _FOUND
    assert (environment.packages / "nianbao" / "_data" / "compiled" / "index.json").is_file()


def test_an_editable_install_reads_the_checkout(example: Path, tmp_path: Path) -> None:
    environment = make(tmp_path / "editable", "--editable", ROOT)
    cache = {"XDG_CACHE_HOME": str(tmp_path / "cache")}
    for _ in ("compiles the rules", "finds them compiled"):
        ran = environment.nianbao(
            "check", "--format", "json", example.name, cwd=example.parent, env=cache
        )
        assert (ran.returncode, ran.stderr) == (1, "")
        assert _found(ran.stdout) == _FOUND
    assert len(list((tmp_path / "cache" / "nianbao" / "rules").iterdir())) == 1
    assert not (environment.packages / "nianbao").exists()
    code = "from nianbao.resources import data_dir; print(data_dir('rules'))"
    assert Path(environment.python(code, cwd=tmp_path).strip()) == ROOT / "rules"


def test_an_editable_install_runs_without_a_cache_it_can_write(
    example: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    monkeypatch.setenv("PYTHONPATH", str(ROOT / "src"))
    ran = run(sys.executable, "-m", "nianbao", "check", "--format=json", example.name, cwd=tmp_path)
    assert (ran.returncode, ran.stderr) == (1, "")
    assert _found(ran.stdout) == _FOUND
