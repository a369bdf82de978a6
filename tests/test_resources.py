"""The rule and schema files are found in a checkout and beside an installed package."""

from pathlib import Path

import pytest

from nianbao import resources
from nianbao.errors import UserError, guess
from nianbao.model.text import Text


def test_a_checkout_reads_its_own_folders() -> None:
    assert resources.is_checkout()
    assert (Path(resources.data_dir("rules")) / "sum" / "request-balance.yaml").is_file()
    assert resources.schema_text("report-2021").startswith("{")


@pytest.mark.parametrize("name", ["nothing", "compiled"])
def test_folders_that_are_not_there(name: str) -> None:
    with pytest.raises(FileNotFoundError, match=f"the '{name}' files are missing"):
        resources.data_dir(name)


def test_a_name_that_is_near() -> None:
    assert guess("selct", ["select", "ignore"]) == (
        "，是否想写“select”？",
        '; did you mean "select"?',
    )
    assert guess("qqqq", ["select"]) == ("", "")


def test_where_an_error_stands() -> None:
    assert UserError(Text("甲", "a"), "x.yaml", 3).where == "x.yaml:3"
    assert UserError(Text("甲", "a"), "x.yaml").where == "x.yaml"
    assert UserError(Text("甲", "a")).where == ""
    assert str(UserError(Text("甲", "a"))) == "a"


def test_an_installed_package_reads_the_folders_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "rules").mkdir()
    monkeypatch.setattr(resources, "_PACKAGED", str(tmp_path))
    assert not resources.is_checkout()
    assert resources.data_dir("rules") == str(tmp_path / "rules")
    with pytest.raises(FileNotFoundError):
        resources.data_dir("schemas")


def test_a_folder_above_that_is_no_checkout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "rules").mkdir()
    monkeypatch.setattr(resources, "_CHECKOUT", str(tmp_path))
    assert not resources.is_checkout()
    with pytest.raises(FileNotFoundError):
        resources.data_dir("rules")
