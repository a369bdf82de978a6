"""Are reports read out of archives, with nothing unpacked and nothing outside touched?"""

import io
import struct
import tarfile
import zipfile
from pathlib import Path

import pytest

from nianbao.audit.archives import members_of
from nianbao.audit.items import is_archive
from nianbao.result import Problem

_SUFFIXES = frozenset({".html", ".json"})


def _zip(path: Path, members: dict[str, bytes]) -> str:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return str(path)


def _tar(path: Path, members: dict[str, bytes], mode: str = "w:gz") -> str:
    with tarfile.open(path, mode) as archive:  # type: ignore[call-overload]
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return str(path)


def _members(path: str, limit: int = 100) -> dict[str, bytes | str]:
    return {
        name: found.reason.zh if isinstance(found, Problem) else found
        for name, found in members_of(path, _SUFFIXES, limit)
    }


_INSIDE = {
    "a/报告.html": b"one",
    "b.json": b"two",
    "notes.txt": b"no report",
    ".hidden/c.html": b"hidden",
    "__MACOSX/d.html": b"hidden",
}
_OUTSIDE = {"../up.html": b"x", "/root.html": b"x", "a/../../b.html": b"x", "C:/d.html": b"x"}


def test_reports_in_a_zip_are_read(tmp_path: Path) -> None:
    path = _zip(tmp_path / "a.zip", _INSIDE)
    assert _members(path) == {"a/报告.html": b"one", "b.json": b"two"}


@pytest.mark.parametrize(
    ("name", "mode"),
    [("a.tar", "w"), ("a.tar.gz", "w:gz"), ("a.TGZ", "w:gz"), ("a.tar.xz", "w:xz")],
)
def test_reports_in_a_tar_are_read(tmp_path: Path, name: str, mode: str) -> None:
    path = _tar(tmp_path / name, _INSIDE, mode)
    assert is_archive(path)
    assert _members(path) == {"a/报告.html": b"one", "b.json": b"two"}


def test_names_that_lead_out_are_refused(tmp_path: Path) -> None:
    for path in (_zip(tmp_path / "a.zip", _OUTSIDE), _tar(tmp_path / "a.tar.gz", _OUTSIDE)):
        found = _members(path)
        assert set(found) == set(_OUTSIDE)
        assert {str(said) for said in found.values()} == {"压缩包里的路径指向包外，不予读取"}


def test_links_in_a_tar_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "a.tar"
    with tarfile.open(path, "w") as archive:
        info = tarfile.TarInfo("link.html")
        info.type, info.linkname = tarfile.SYMTYPE, "/etc/hostname"
        archive.addfile(info)
    assert _members(str(path)) == {}


def test_names_in_gbk_are_read(tmp_path: Path) -> None:
    path = Path(_zip(tmp_path / "a.zip", {"xxxx.html": b"one"}))
    path.write_bytes(path.read_bytes().replace(b"xxxx", "报告".encode("gbk")))
    assert _members(str(path)) == {"报告.html": b"one"}


def test_names_in_no_known_encoding_are_read_all_the_same(tmp_path: Path) -> None:
    path = Path(_zip(tmp_path / "a.zip", {"xxxx.html": b"one"}))
    path.write_bytes(path.read_bytes().replace(b"xxxx", b"\xff\xff\xff\xff"))
    assert list(_members(str(path)).values()) == [b"one"]


@pytest.mark.parametrize("make", [_zip, _tar])
def test_a_member_over_the_limit_is_not_read(tmp_path: Path, make: object) -> None:
    path = tmp_path / ("a.zip" if make is _zip else "a.tar.gz")
    made = make(path, {"a.html": b"x" * 101, "b.html": b"x" * 100})  # type: ignore[operator]
    found = _members(made)
    assert "超过上限" in str(found["a.html"])
    assert found["b.html"] == b"x" * 100


def test_a_member_larger_than_its_header_says_is_not_read(tmp_path: Path) -> None:
    path = Path(_zip(tmp_path / "a.zip", {"a.html": b"x" * 5000}))
    data = path.read_bytes()
    path.write_bytes(data.replace(struct.pack("<I", 5000), struct.pack("<I", 50)))
    assert not isinstance(_members(str(path))["a.html"], bytes)


def test_a_member_that_cannot_be_unpacked_is_named(tmp_path: Path) -> None:
    path = Path(_zip(tmp_path / "a.zip", {"a.html": bytes(range(90)), "b.html": b"sound"}))
    data = bytearray(path.read_bytes())
    data[45] ^= 0xFF
    path.write_bytes(bytes(data))
    found = _members(str(path))
    assert found["b.html"] == b"sound"
    assert found["a.html"] == "压缩包里的这个文件读不出（损坏或加密）"


@pytest.mark.parametrize("name", ["a.zip", "a.tar.gz", "a.tar"])
def test_an_archive_that_is_none_is_named(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"this is no archive at all")
    assert _members(str(path)) == {"": "压缩包损坏或无法读取"}


def test_a_folder_is_no_archive(tmp_path: Path) -> None:
    (tmp_path / "a.zip").mkdir()
    assert not is_archive(str(tmp_path / "a.zip"))
    assert not is_archive(str(tmp_path / "a.html"))
