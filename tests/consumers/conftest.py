"""What the programs are given to read."""

from pathlib import Path

import pytest

from tests.cli.bad_input import DOCUMENTS
from tests.consumers.programs import HERE

_EXAMPLE = HERE.parents[1] / "examples/shagou-2020.txt"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the working directory: the example, files that cannot be read, a page of others."""
    (tmp_path / "目 录").mkdir()
    (tmp_path / "目 录/示例,a%b.txt").write_bytes(_EXAMPLE.read_bytes())
    for each in DOCUMENTS:
        text = each.content
        (tmp_path / each.name).write_bytes(text.encode() if isinstance(text, str) else text)
    (tmp_path / "other.html").write_text("<p>欢迎</p>", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path
