"""Does no output tell the private data of a document?"""

import json
from collections.abc import Callable

import pytest

from nianbao.conforming import conforming, put
from tests.cli.conftest import Cli

Write = Callable[[str, str | bytes], str]
_TITLE = "王某13800000012青禾县云溪镇人民政府2024年政府信息公开年度报告"
_PROBLEMS = "无13800000012，990101198001011236"
_CHANGES = {
    "/title": _TITLE,
    "/sections/problems/text": _PROBLEMS,
    "/sections/requests/text": "2023年收到王某13800000012的申请。",
    "/requests/received/other": "李某13800000012",
}


def _document() -> str:
    report = conforming("2021")
    for pointer, value in _CHANGES.items():
        put(report, pointer, value)
    return json.dumps(report, ensure_ascii=False)


@pytest.mark.parametrize(
    "words",
    [
        ("check",),
        ("check", "--format=json"),
        ("check", "--format=html"),
        ("check", "--format=sarif"),
        ("read", "--all"),
        ("read", "--format=json"),
    ],
)
def test_private_data_are_masked(cli: Cli, write: Write, words: tuple[str, ...]) -> None:
    out = cli(*words, write("report.json", _document())).out
    _require_masked(out)
    assert "138***" in out


def _require_masked(out: str) -> None:
    assert "1380000" not in out
    assert "0000012" not in out
    assert "19800101" not in out


_ORGAN = "青禾县云溪镇13800000012人民政府"
_CARRIED = {"/requests/carried_in/other": 1, "/requests/carried_in/total": 1}


@pytest.mark.parametrize("form", ["table", "json", "html", "sarif", "markdown", "csv"])
def test_private_data_of_the_year_before_are_masked_too(cli: Cli, write: Write, form: str) -> None:
    for year, cells in ((2023, {}), (2024, _CARRIED)):
        report = conforming("2021", year)
        for pointer, value in {"/organ/name": _ORGAN, **cells}.items():
            put(report, pointer, value)
        write(f"years/{year}.json", json.dumps(report, ensure_ascii=False))
    out = cli("check", f"--format={form}", "years").out
    assert "YOY001" in out
    _require_masked(out)
    assert "138***" in out.replace("\\", "")  # Markdown escapes stars


@pytest.mark.parametrize("command", ["check", "read", "convert"])
def test_what_is_said_of_an_unreadable_document_is_masked(
    cli: Cli, write: Write, command: str
) -> None:
    report = conforming("2021") | {"王某13800000012": 1}
    ran = cli(command, write("report.json", json.dumps(report, ensure_ascii=False)))
    assert ran.code == 3
    assert "王某138******12" in ran.out + ran.err
