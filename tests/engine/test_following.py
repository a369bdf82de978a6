"""A check of several years of an organ compares them; any other check costs nothing for it."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from nianbao.app import Options
from nianbao.conforming import conforming
from nianbao.result import Document, Result
from tests.invented import as_json, changed, checker, document

_OTHER_WORDS = {
    "/sections/overview/text": "全镇围绕群众关心的事项公开信息，把补贴名单贴到公开栏。",
    "/sections/problems/text": "村务公开栏更新慢，群众不便查看。改由监督委员会每月检查并督促。",
}
_CARRIED = {"/requests/carried_in/other": 1, "/requests/carried_in/total": 1}


def _write(folder: Path, name: str, year: int, cells: dict[str, Any] | None = None) -> str:
    path = folder / name
    path.write_text(as_json(changed(conforming("2021", year), cells or {})), encoding="utf-8")
    return str(path)


def _found(result: Result) -> list[tuple[str, str]]:
    return [
        (Path(each.path).name, finding.rule.code)
        for each in result.documents
        for finding in each.findings
        if finding.rule.family == "YOY"
    ]


def _check(folder: Path, *codes: str, **more: Any) -> Result:
    return checker(Options(select=codes, **more)).check([str(folder)])


def test_several_years_of_an_organ(tmp_path: Path) -> None:
    _write(tmp_path, "2023.json", 2023, _OTHER_WORDS)
    later = _write(tmp_path, "2024.json", 2024, _CARRIED)
    result = _check(tmp_path)
    assert _found(result) == [("2024.json", "YOY001")]
    found = next(
        finding
        for each in result.documents
        for finding in each.findings
        if finding.rule.code == "YOY001"
    )
    lines = Path(later).read_text(encoding="utf-8").splitlines()
    assert found.place.span
    row = lines[found.place.span.line - 1]
    assert row[found.place.span.column - 1 : found.place.span.end_column - 1] == "1"
    (other, *_) = [place for place in found.related if place.origin]
    assert other.origin
    assert other.origin.path.endswith("2023.json")
    assert other.span


def test_findings_stand_with_the_others_the_gravest_first(tmp_path: Path) -> None:
    _write(tmp_path, "2023.json", 2023, _OTHER_WORDS)
    _write(tmp_path, "2024.json", 2024, {**_CARRIED, "/requests/received/total": 7})
    (_, later) = _check(tmp_path).documents
    codes = [finding.rule.code for finding in later.findings]
    assert codes.index("SUM001") < codes.index("YOY001")
    assert {"SUM001", "YOY001"} <= {rule.code for rule in later.rules}
    assert [rule.code for rule in later.rules] == sorted(rule.code for rule in later.rules)


def test_a_page_and_the_name_without_its_seat(tmp_path: Path) -> None:
    cells = {"/organ": {"name": "青禾县云溪镇", "level": "township", "kind": "government"}}
    _write(tmp_path, "2023.json", 2023, {**cells, **_OTHER_WORDS, "/organ/parent": "青禾县"})
    page = tmp_path / "2024.html"
    page.write_text(document({"/requests/carried_in/total": "1"}), encoding="utf-8")
    assert _found(_check(tmp_path)) == [("2024.html", "YOY001")]


@pytest.mark.parametrize("years", [(2022, 2024), (2024, 2024)])
def test_years_that_do_not_follow_one_another(tmp_path: Path, years: tuple[int, int]) -> None:
    for number, year in enumerate(years):
        _write(tmp_path, f"{number}.json", year, _CARRIED)
    assert _found(_check(tmp_path)) == []


def test_what_is_not_selected_is_not_compared(tmp_path: Path) -> None:
    for year in (2023, 2024):
        _write(tmp_path, f"{year}.json", year, _CARRIED)
    assert _found(_check(tmp_path, "SUM")) == []
    assert [code for _, code in _found(_check(tmp_path, "YOY006"))] == ["YOY006"]


def test_a_file_that_is_gone_by_then_is_left_out(tmp_path: Path) -> None:
    for year in (2023, 2024):
        _write(tmp_path, f"{year}.json", year, _CARRIED)

    def gone(done: int, of: int) -> None:
        if done == of:
            (tmp_path / "2023.json").unlink()

    result = checker()._replace(watch=gone).check([str(tmp_path)])
    assert [each.status for each in result.documents] == ["read", "read"]
    assert _found(result) == []


def test_tables_are_kept_where_the_only_findings_are_those_across_years(tmp_path: Path) -> None:
    for year in (2023, 2024):
        _write(tmp_path, f"{year}.json", year)
    keeping = checker()._replace(keeps_reports=True)
    earlier, later = keeping.check([str(tmp_path)]).documents
    assert _kept(earlier) == []
    assert _kept(later) == ["disclosure", "requests", "review_litigation"]
    (_, plain) = checker().check([str(tmp_path)]).documents
    assert plain.findings
    assert plain.report is None


def _kept(document_: Document) -> list[str]:
    return [*document_.report.tables] if document_.report else []


def test_a_crash_is_no_finding(tmp_path: Path) -> None:
    for year in (2023, 2024):
        _write(tmp_path, f"{year}.json", year)

    def crash(_subject: object) -> Any:
        raise ZeroDivisionError

    rules = [each._replace(check=crash) for each in checker().rules if each.code == "YOY001"]
    (_, later) = checker().with_rules(rules).check([str(tmp_path)]).documents
    assert [(rule.code, reason[:17]) for rule, reason in later.crashed] == [
        ("YOY001", "ZeroDivisionError")
    ]
    assert later.findings == ()


_PROBE = """
import sys
from nianbao.app import Options, build_checker
build_checker(Options()).check(sys.argv[1:])
print(*(name for name in sys.modules if name.startswith("nianbao")))
"""


def _loaded(*paths: str) -> set[str]:
    command = [sys.executable, "-c", _PROBE, *paths]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    return set(done.stdout.split())


def test_one_report_or_one_year_loads_nothing_for_it(tmp_path: Path) -> None:
    one = _write(tmp_path, "a.json", 2024)
    other = _write(tmp_path, "b.json", 2022)
    assert "nianbao.engine.following" not in _loaded(one)
    assert not {"nianbao.engine.across", "nianbao.model.facts"} & _loaded(one, other)
