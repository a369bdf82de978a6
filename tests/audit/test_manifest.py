"""Does a manifest say of a report what it says, and from where its paths are seen?"""

from datetime import date
from pathlib import Path

import pytest

from nianbao.audit.manifest import Listed, Told, listed_in
from nianbao.audit.sheets import SheetError


def _manifest(folder: Path, content: str) -> str:
    path = folder / "manifest.csv"
    path.write_text(content, encoding="utf-8")
    return str(path)


def test_paths_are_seen_from_the_folder_of_the_manifest(tmp_path: Path) -> None:
    path = _manifest(
        tmp_path,
        "机关,年度,文件,网址,发布日期\n"
        "青禾县档案局,2024年,a/../b.html,https://example.org/b,2025/01/20\n,,c.html,,\n",
    )
    told = Told("青禾县档案局", 2024, "https://example.org/b", date(2025, 1, 20))
    assert listed_in(path) == [
        Listed(2, str(tmp_path / "b.html"), told),
        Listed(3, str(tmp_path / "c.html"), Told()),
    ]


def test_a_row_without_a_file_is_kept(tmp_path: Path) -> None:
    (row,) = listed_in(_manifest(tmp_path, "organ,path\n青禾县档案局,\n"))
    assert (row.line, row.path) == (2, "")


@pytest.mark.parametrize("row", ["a.html,二〇二四,", "a.html,20244,", "a.html,,2025年1月"])
def test_a_year_or_day_that_is_none_is_refused(tmp_path: Path, row: str) -> None:
    path = _manifest(tmp_path, f"path,year,published\n{row}\n")
    with pytest.raises(SheetError, match="the year is written as 2024") as error:
        listed_in(path)
    assert error.value.line == 2
