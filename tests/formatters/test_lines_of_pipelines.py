"""Are the formats of one entry a finding what their readers expect?"""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from lxml import etree

from nianbao.formatters.checkstyle import CheckstyleFormatter
from nianbao.formatters.github import GithubFormatter
from nianbao.formatters.gitlab import GitlabFormatter
from nianbao.formatters.jsonl import JsonlFormatter
from nianbao.formatters.rdjsonl import RdjsonlFormatter
from nianbao.protocols import Formatter
from nianbao.result import Document
from nianbao.rule import Severity
from tests.formatters.pipelines import HOSTILE, WIDE, every_kind, rendered
from tests.formatters.samples import document, finding, place, unreadable

_ROOT = Path(__file__).parents[2]
_FINDINGS = sum(len(each.findings) for each in every_kind().documents)


def _lines(formatter: Formatter) -> list[Any]:
    return [json.loads(line) for line in rendered(formatter).split("\n")[:-1]]


def test_jsonl_has_the_findings_of_json_with_their_document() -> None:
    schema = json.loads((_ROOT / "schemas/result-v1.schema.json").read_text("utf-8"))
    entry = {"$defs": schema["$defs"], "$ref": "#/$defs/finding"}
    lines = _lines(JsonlFormatter())
    assert len(lines) == _FINDINGS
    for line in lines:
        about = {key: line.pop(key) for key in ("path", "organ", "year", "edition")}
        assert all(about.values())
        Draft202012Validator(entry).validate(line)


def _errors(*documents: Document) -> dict[str, list[dict[str, str]]]:
    """Return what Checkstyle's XML says of each file."""
    tree = etree.fromstring(rendered(CheckstyleFormatter(), *documents).encode())
    return {str(each.get("name")): [_attributes(one) for one in each] for each in tree}


def _attributes(element: etree._Element) -> dict[str, str]:
    return {str(key): str(value) for key, value in element.items()}


def test_checkstyle_has_a_file_for_each_document_with_something_to_say() -> None:
    found = _errors()
    assert len(found) == len(every_kind().documents) - 2
    assert found["坏.json"] == [
        {
            "line": "3",
            "column": "7",
            "severity": "error",
            "message": "未能读全：键“year”出现两次",
            "source": "nianbao.unreadable",
        }
    ]


def test_checkstyle_counts_code_points_and_line_0_is_the_whole_file() -> None:
    whole = finding(at=place("", "全文"))
    (bare, wide) = _errors(document("a", [whole, finding(at=WIDE)]))["a"]
    assert (bare["line"], "column" in bare) == ("0", False)
    assert (wide["line"], wide["column"]) == ("7", "3")


def test_columns_for_reviewdog_count_bytes() -> None:
    (line,) = rendered(RdjsonlFormatter(), document("a", [finding(at=WIDE)])).splitlines()
    assert json.loads(line) == {
        "message": "表三 · 本年新收 · 其他：两边相差2\n核对这一列的数字",
        "location": {
            "path": "a",
            "range": {"start": {"line": 7, "column": 6}, "end": {"line": 7, "column": 13}},
        },
        "severity": "ERROR",
        "source": {"name": "nianbao"},
        "code": {"value": "SUM001"},
    }


def test_reviewdog_gets_whole_lines_where_bytes_are_not_known() -> None:
    (line,) = rendered(RdjsonlFormatter(), unreadable("坏.json", 3, 7)).splitlines()
    assert json.loads(line)["location"]["range"] == {"start": {"line": 3}, "end": {"line": 3}}


def test_gitlab_gets_what_it_requires() -> None:
    issues = json.loads(rendered(GitlabFormatter()))
    assert len(issues) == _FINDINGS + 2
    for issue in issues:
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert issue["description"]
        assert issue["check_name"]
        assert issue["location"]["lines"]["begin"] >= 1
    prints = [each["fingerprint"] for each in issues if each["location"]["path"].startswith("-")]
    assert len(set(prints)) == len(prints) == len(HOSTILE)


def test_gitlab_tells_the_same_report_in_two_files_apart() -> None:
    issues = json.loads(
        rendered(GitlabFormatter(), document("a", [finding()]), document("b", [finding()]))
    )
    assert issues[0]["fingerprint"] != issues[1]["fingerprint"]


def test_github_shows_errors_first_and_says_what_is_cut() -> None:
    lines = rendered(GithubFormatter()).splitlines()
    commands = [line.split(" ")[0] for line in lines if line.startswith("::")]
    order = ["::error", "::warning", "::notice"]
    assert commands == sorted(commands, key=order.index)
    assert len(commands) == _FINDINGS + 2
    assert lines[-1] == "GitHub 每种只标注前 10 条，其余见任务摘要"
    few = rendered(GithubFormatter(), document("a", [finding(severity=Severity.INFO)]))
    assert few.startswith("::notice file=a,line=343,endLine=343,title=SUM001 request-balance::")
    assert "GitHub" not in few


def test_nothing_in_a_document_becomes_a_command_of_its_own() -> None:
    for line in rendered(GithubFormatter()).splitlines():
        assert line.startswith(("::error file=", "::warning file=", "::notice file=")) or (
            "::" not in line and "##[" not in line
        )


@pytest.mark.parametrize(
    "formatter", [CheckstyleFormatter(), GitlabFormatter(), GithubFormatter(), RdjsonlFormatter()]
)
def test_what_is_known_is_not_said_again(formatter: Formatter) -> None:
    known = document("a", [finding()._replace(state=state) for state in ("known", "explained")])
    assert "SUM001" not in rendered(formatter, known)


@pytest.mark.parametrize(
    "formatter", [CheckstyleFormatter(), GitlabFormatter(), GithubFormatter(), RdjsonlFormatter()]
)
def test_no_control_reaches_the_output(formatter: Formatter) -> None:
    text = rendered(formatter)
    assert all(char.isprintable() or char == "\n" for char in text)
    assert len(HOSTILE) > 9
