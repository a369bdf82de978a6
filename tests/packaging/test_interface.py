"""Is the Python interface the one that was promised?"""

import inspect
from os import PathLike
from pathlib import Path
from typing import Any, get_type_hints

import pytest

import nianbao
from nianbao.app import Options
from nianbao.errors import UserError
from nianbao.model.report import Report
from nianbao.protocols import UnreadableError
from nianbao.result import Document, Finding, Problem, Result
from tests.cli.documents import clean_json, clean_page, faulty_json

_KIND = inspect.Parameter


def _parameters(function: Any) -> list[tuple[str, Any, Any]]:
    parameters = inspect.signature(function).parameters.values()
    return [(each.name, each.kind, each.default) for each in parameters]


def test_the_package_offers_these_names_and_no_other() -> None:
    assert sorted(nianbao.__all__) == ["__version__", "check", "read"]
    assert nianbao.__version__ == "0.1.0"


@pytest.mark.parametrize(
    ("function", "returned"), [(nianbao.check, Result), (nianbao.read, Report)]
)
def test_functions_take_a_document_and_options(function: Any, returned: type) -> None:
    assert _parameters(function) == [
        ("document", _KIND.POSITIONAL_OR_KEYWORD, _KIND.empty),
        ("options", _KIND.VAR_KEYWORD, _KIND.empty),
    ]
    known = {"Result": Result, "Report": Report, "PathLike": PathLike}
    assert get_type_hints(function, localns=known) == {
        "document": str | PathLike[str],
        "options": Any,
        "return": returned,
    }


def test_the_options_are_these() -> None:
    assert {name: default for name, _, default in _parameters(Options)} == {
        "select": (),
        "ignore": (),
        "plugins": (),
        "rules": (),
        "blank": None,
        "year": None,
        "skip_other": False,
        "most_bytes": 20 * 1024 * 1024,
        "profile": None,
        "fail_on": None,
    }


def test_what_comes_back_has_these_parts() -> None:
    assert _names(Result) == [
        "documents", "version", "rules_digest", "profile", "area", "as_of", "inputs",
    ]  # fmt: skip
    assert _names(Document) == [
        "path", "status", "reader", "encoding", "organ", "year", "edition", "problem",
        "findings", "not_checked", "crashed", "fails_from", "rules", "is_whole", "report", "digest",
    ]  # fmt: skip
    assert _names(Finding) == [
        "rule", "severity", "message", "place", "related", "values", "fingerprint", "state",
        "equation",
    ]  # fmt: skip
    assert _names(Problem) == ["reason", "line", "column"]
    assert _parameters(Report.to_json) == [
        ("self", _KIND.POSITIONAL_OR_KEYWORD, _KIND.empty),
    ]


def _names(kind: Any) -> list[str]:
    return [name for name, _, _ in _parameters(kind)]


def test_a_path_is_checked(tmp_path: Path) -> None:
    path = tmp_path / "报告.json"
    path.write_text(faulty_json(), encoding="utf-8")
    for document in (path, str(path)):
        result = nianbao.check(document)
        assert [finding.rule.code for finding in result.documents[0].findings] == ["VAL004"]


def test_a_text_is_checked_in_any_format() -> None:
    for text, reader in ((clean_json(), "json"), (clean_page(), "html")):
        (document,) = nianbao.check(text).documents
        assert (document.path, document.reader, document.findings) == ("<text>", reader, ())


def test_options_are_taken() -> None:
    assert nianbao.check(faulty_json(), ignore=("VAL004",)).documents[0].findings == ()
    with pytest.raises(UserError):
        nianbao.check(clean_json(), select=("NO999",))
    with pytest.raises(TypeError):
        nianbao.check(clean_json(), no_such_option=True)


def test_a_report_is_read_and_written_back() -> None:
    report = nianbao.read(clean_page())
    again = nianbao.read(report.to_json())
    assert again.to_json() == report.to_json()


def test_a_document_that_cannot_be_read_raises(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError):
        nianbao.read(tmp_path / "missing.html")
    with pytest.raises(UnreadableError):
        nianbao.read("{")
    assert nianbao.check(tmp_path / "missing.html").documents[0].status == "unreadable"
