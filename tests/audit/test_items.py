"""Which documents does an audit take in, and what of those that cannot be opened?"""

import zipfile
from pathlib import Path

import pytest

from nianbao.audit.items import Intake, Item
from nianbao.audit.sheets import SheetError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in" / "b").mkdir(parents=True)
    (tmp_path / "in" / "b" / "one.html").write_bytes(b"one")
    (tmp_path / "in" / "two.gz").write_bytes(b"no archive of ours")
    (tmp_path / "in" / "notes.csv").write_bytes(b"met, not named")
    with zipfile.ZipFile(tmp_path / "in" / "a.zip", "w") as archive:
        archive.writestr("three.html", b"three")
        archive.writestr("../four.html", b"four")
    return tmp_path


def _intake(folder: Path, limit: int = 100) -> Intake:
    return Intake(frozenset({".html"}), limit, str(folder / "in" / "out"))


def _taken(folder: Path, *paths: str, limit: int = 100) -> list[Item]:
    intake = _intake(folder, limit)
    return list(intake.items(intake.files([str(folder / path) for path in paths])))


def test_folders_give_reports_and_what_lies_in_archives(folder: Path) -> None:
    found = _taken(folder, "in")
    assert [Path(item.path).name for item in found] == ["three.html", "four.html", "one.html"]
    assert [item.data for item in found] == [b"three", b"", b"one"]
    assert [item.problem is None for item in found] == [True, False, True]
    assert found[0].path.endswith("a.zip!/three.html")
    # What leads out must be told; what is merely met may be no report.
    assert [item.named for item in found] == [False, True, False]


def test_what_has_no_name_that_can_be_written_is_told_and_not_read(folder: Path) -> None:
    (folder / "in" / "b" / "\udcff.html").write_bytes(b"nameless")
    (found,) = [item for item in _taken(folder, "in/b") if item.problem]
    assert found.path.endswith("/b/\\udcff.html")
    assert found.data == b""
    assert found.problem
    assert "请改名" in found.problem.reason.zh


def test_files_are_counted_before_they_are_opened(folder: Path) -> None:
    assert len(_intake(folder).files([str(folder / "in")])) == 2


def test_what_is_named_twice_is_taken_once(folder: Path) -> None:
    found = _taken(folder, "in/b/one.html", "in")
    assert [item.named for item in found if item.data == b"one"] == [True]


def test_what_is_named_is_taken_whatever_its_ending(folder: Path) -> None:
    (found,) = _taken(folder, "in/two.gz")
    assert found.data == b"no archive of ours"


def test_the_outputs_are_not_taken_for_reports(folder: Path) -> None:
    (folder / "in" / "out").mkdir()
    (folder / "in" / "out" / "report.html").write_bytes(b"output")
    assert b"output" not in [item.data for item in _taken(folder, "in")]


def test_what_cannot_be_read_is_taken_with_the_reason(folder: Path) -> None:
    (absent,) = _taken(folder, "none.html")
    assert absent.problem
    assert absent.problem.reason.zh == "没有这个文件"
    (large,) = _taken(folder, "in/b/one.html", limit=2)
    assert large.problem
    assert "超过上限" in large.problem.reason.zh


def test_a_manifest_says_of_each_report_what_it_knows(folder: Path) -> None:
    manifest = folder / "manifest.csv"
    manifest.write_text(
        "organ,year,path\n青禾县档案局,2024,in/b/one.html\n民政局,2024,\n民政局,2023,gone.html\n",
        encoding="utf-8",
    )
    one, no_file, gone = _taken(folder, "manifest.csv")
    assert (one.data, one.told.organ, one.told.year) == (b"one", "青禾县档案局", 2024)
    assert no_file.path == f"{manifest}:3"
    assert no_file.problem
    assert no_file.problem.reason.zh == "清单的这一行没有写文件"
    assert gone.problem
    assert gone.named


def test_a_wrong_manifest_is_told_before_anything_is_read(folder: Path) -> None:
    (folder / "manifest.csv").write_text("file,jahr\n", encoding="utf-8")
    with pytest.raises(SheetError):
        _intake(folder).files([str(folder / "in"), str(folder / "manifest.csv")])


def test_a_manifest_that_is_not_there_is_a_file_that_is_not_there(folder: Path) -> None:
    (found,) = _taken(folder, "none.csv")
    assert found.problem
