"""The interface for other programs: two functions and a version, frozen here."""

import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import nianbao
from nianbao.app import NothingToCheckError
from nianbao.engine.select import UnknownRuleError
from nianbao.errors import UserError
from nianbao.protocols import UnreadableError
from tests.invented import as_json, data, document, found

_PAGE = document({"/requests/received/other": "约"})
_FOUND = [("VAL004", "/requests/received/other")]


def test_names() -> None:
    assert nianbao.__all__ == ["__version__", "check", "read"]
    assert nianbao.__version__
    for function, answer in ((nianbao.check, "Result"), (nianbao.read, "Report")):
        signature = inspect.signature(function)
        assert list(signature.parameters) == ["document", "options"]
        assert str(signature.return_annotation).endswith(answer)
        assert function.__doc__


@pytest.mark.parametrize("as_text", [str, Path])
def test_check_a_file(tmp_path: Path, as_text: type) -> None:
    path = tmp_path / "x.html"
    path.write_text(_PAGE, encoding="utf-8")
    (checked,) = nianbao.check(as_text(path)).documents
    assert checked.path == str(path)
    assert found(checked) == _FOUND


def test_check_a_folder(tmp_path: Path) -> None:
    for name in ("a.html", "b.json"):
        (tmp_path / name).write_text(as_json(data()), encoding="utf-8")
    assert len(nianbao.check(tmp_path).documents) == 2


@pytest.mark.parametrize(
    ("text", "reader"),
    [
        (_PAGE, "html"),
        (_PAGE.replace("\n", ""), "html"),
        ("  <p>一、总体情况</p>", "html"),
        (as_json(data()), "json"),
        ('{"edition": "2021"}', "json"),
        (document(style="text"), "text"),
        ("一、总体情况\n无", "text"),
    ],
)
def test_check_a_text(text: str, reader: str) -> None:
    (checked,) = nianbao.check(text).documents
    assert (checked.path, checked.reader) == ("<text>", reader)


def test_read() -> None:
    report = nianbao.read(_PAGE)
    assert report.year == 2024
    assert nianbao.read(report.to_json()).to_dict() == report.to_dict()


def test_read_a_file(tmp_path: Path) -> None:
    path = tmp_path / "x.html"
    path.write_text(_PAGE, encoding="utf-8")
    assert nianbao.read(path).year == nianbao.read(str(path)).year == 2024


def test_options() -> None:
    (checked,) = nianbao.check(_PAGE, ignore=("VAL004",)).documents
    assert found(checked) == []
    whole = data()
    del whole["year"]
    assert nianbao.read(as_json(whole), year=2020).year == 2020


def test_errors(tmp_path: Path) -> None:
    with pytest.raises(UnknownRuleError):
        nianbao.check(_PAGE, select=("XYZ",))
    with pytest.raises(NothingToCheckError):
        nianbao.check(tmp_path)
    with pytest.raises(UnreadableError):
        nianbao.read(tmp_path / "none.html")
    with pytest.raises(UnreadableError):
        nianbao.read('{"edition": "2018"}')
    with pytest.raises(TypeError):
        nianbao.check(_PAGE, no_such_option=1)
    assert issubclass(UnknownRuleError, UserError)


def test_an_unreadable_document_is_a_value() -> None:
    (checked,) = nianbao.check('{"edition": "2018"}').documents
    assert checked.status == "unreadable"


def test_importing_it_imports_nothing_heavy() -> None:
    script = "import sys, nianbao; print(*sorted(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, encoding="utf-8"
    )
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert not loaded & {"lxml", "rich", "jsonschema", "yaml", "pluggy", "argparse"}


def test_a_clean_page_needs_no_parser_yaml_validator_or_rich(
    tmp_path: Path,
) -> None:
    path = tmp_path / "x.html"
    path.write_text(document(), encoding="utf-8")
    script = f"import sys, nianbao; nianbao.check({str(path)!r}); print(*sys.modules)"
    subprocess.run([sys.executable, "-c", script], check=True, capture_output=True)
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, encoding="utf-8"
    )
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert "pluggy" in loaded
    assert not loaded & {"lxml", "rich", "jsonschema", "yaml"}
