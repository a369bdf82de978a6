"""The files named, and those of a known kind in the folders named, are found and read."""

import os
from pathlib import Path

import pytest

from nianbao.protocols import UnreadableError
from nianbao.readers import files
from nianbao.readers.files import MEBIBYTE, Found, discover, read_bytes

_KNOWN = frozenset({".html", ".txt"})


def _write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")


def _found(*paths: Path) -> list[Found]:
    return list(discover([str(path) for path in paths], _KNOWN))


def _names(folder: Path, *paths: Path) -> list[str]:
    return [str(Path(each.path).relative_to(folder)) for each in _found(*paths)]


def test_a_folder_gives_files_of_known_kinds_in_order(tmp_path: Path) -> None:
    _write(tmp_path, "b.html", "a.txt", "c.pdf", "D.HTML", "sub/e.txt", "sub/f", "sub.html/g.txt")
    assert _names(tmp_path, tmp_path) == [
        "D.HTML",
        "a.txt",
        "b.html",
        "sub/e.txt",
        "sub.html/g.txt",
    ]
    assert not any(each.named for each in _found(tmp_path))


def test_hidden_folders_and_node_modules_are_left_out(tmp_path: Path) -> None:
    _write(tmp_path, ".git/a.txt", "node_modules/a.txt", "a/.cache/b.txt", "a/c.txt", ".d.txt")
    assert _names(tmp_path, tmp_path) == ["a/c.txt"]


def test_a_file_named_is_read_whatever_its_kind(tmp_path: Path) -> None:
    _write(tmp_path, "a.pdf", ".b")
    assert _found(tmp_path / "a.pdf", tmp_path / ".b") == [
        Found(str(tmp_path / "a.pdf"), named=True),
        Found(str(tmp_path / ".b"), named=True),
    ]


def test_a_path_that_is_not_there_is_kept_to_be_reported(tmp_path: Path) -> None:
    assert _found(tmp_path / "none.html") == [Found(str(tmp_path / "none.html"), named=True)]


def test_a_file_is_met_once(tmp_path: Path) -> None:
    _write(tmp_path, "a.txt")
    assert _found(tmp_path / "a.txt", tmp_path, tmp_path / "a.txt") == [
        Found(str(tmp_path / "a.txt"), named=True)
    ]


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    _write(tmp_path, "a/b.txt")
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    assert _names(tmp_path, tmp_path) == ["self.txt", "a/b.txt"]


def test_a_folder_without_files(tmp_path: Path) -> None:
    assert _found(tmp_path) == []


def _refused(path: Path, limit: int = MEBIBYTE) -> str:
    with pytest.raises(UnreadableError) as caught:
        read_bytes(str(path), limit)
    assert caught.value.problem.reason.en
    return caught.value.problem.reason.zh


def test_bytes(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"\xff\0")
    assert read_bytes(str(tmp_path / "a"), 2) == b"\xff\0"


def test_what_cannot_be_read(tmp_path: Path) -> None:
    _write(tmp_path, "a")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert _refused(tmp_path / "none") == "没有这个文件"
    assert _refused(tmp_path) == "不是普通文件"
    assert _refused(tmp_path / "loop") == "读不了这个文件"
    assert _refused(tmp_path / "a" / "b") == "读不了这个文件"
    assert _refused(Path("x\0y")) == "读不了这个文件"


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert _refused(tmp_path / "pipe.txt") == "不是普通文件"


def test_a_file_over_the_limit(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * (MEBIBYTE + 1))
    reason = _refused(tmp_path / "a")
    assert reason.startswith("文件有 1,048,577 B，超过上限 1,048,576 B")
    assert "--max-size" in reason
    assert len(read_bytes(str(tmp_path / "a"), MEBIBYTE + 1)) == MEBIBYTE + 1


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(tmp_path, "a")

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(files, "open", refuse, raising=False)
    assert _refused(tmp_path / "a") == "没有读取权限"
