"""What the programs are given to read."""

from pathlib import Path

import pytest

from tests.consumers.programs import HERE

_EXAMPLE = HERE.parents[1] / "examples/shagou-2020.txt"
_BROKEN = '{"edition": "2021", "requests": {}, "year": NaN}'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the working directory: the example, a file that is broken, a page of other things."""
    (tmp_path / "目 录").mkdir()
    (tmp_path / "目 录/示例,a%b.txt").write_bytes(_EXAMPLE.read_bytes())
    (tmp_path / "坏.json").write_text(_BROKEN, encoding="utf-8")
    (tmp_path / "other.html").write_text("<p>欢迎</p>", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path
