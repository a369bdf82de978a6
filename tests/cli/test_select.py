"""Which rules run?"""

import json
from collections.abc import Callable

import pytest

from nianbao.conforming import conforming, put
from tests.cli.conftest import Cli

_FAULTS = {
    "/requests/received/natural_person": 3,  # SUM001
    "/requests/received/total": 3,
    "/review_litigation/review/upheld": 2,  # SUM004
    "/review_litigation/review/total": 1,
    "/disclosure/licences/decisions": None,  # VAL001
    "/disclosure/penalties/decisions": "约十件",  # VAL004
    "/period": {"text": "自2024年1月1日起至2024年11月30日止"},  # DAT002
}


@pytest.fixture
def report(write: Callable[[str, str | bytes], str]) -> str:
    """Write a report with faults of several families."""
    data = conforming("2021")
    for pointer, value in _FAULTS.items():
        put(data, pointer, value)
    return write("faulty.json", json.dumps(data, ensure_ascii=False))


def _codes(cli: Cli, *arguments: str) -> set[str]:
    ran = cli("check", "--format", "json", *arguments)
    assert ran.err == ""
    (document,) = json.loads(ran.out)["documents"]
    # Figures that contradict the text are the business of other families.
    return {each["rule"] for each in document["findings"] if each["rule"][:3] in _FAMILIES}


_FAMILIES = ("SUM", "VAL", "DAT")
_ALL = {"SUM001", "SUM004", "VAL001", "VAL004", "DAT002"}


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        ((), _ALL),
        (("--select", "SUM"), {"SUM001", "SUM004"}),
        (("--select", "sum001"), {"SUM001"}),
        (("--select", "request-balance"), {"SUM001"}),
        (("--select", "SUM,VAL"), {"SUM001", "SUM004", "VAL001", "VAL004"}),
        (("--select", " SUM , VAL001 "), {"SUM001", "SUM004", "VAL001"}),
        (("--select", "SUM001", "--select", "DAT"), {"SUM001", "DAT002"}),
        (("--select", "VAL00"), {"VAL001", "VAL004"}),
        (("--ignore", "SUM"), {"VAL001", "VAL004", "DAT002"}),
        (("--ignore", "SUM", "--select", "SUM001"), {"SUM001"}),
        (("--select", "SUM", "--ignore", "SUM004"), {"SUM001"}),
        (("--ignore", "SUM,VAL,DAT", "--select", "VAL001,S,D,V"), {"VAL001"}),
    ],
)
def test_the_longest_selector_that_fits_decides(
    cli: Cli, report: str, options: tuple[str, ...], codes: set[str]
) -> None:
    assert _codes(cli, *options, report) == codes


def test_the_command_line_replaces_what_the_settings_select(
    cli: Cli, report: str, write: Callable[[str, str | bytes], str]
) -> None:
    write("nianbao.toml", 'select = ["SUM"]\nignore = ["SUM004"]\n')
    assert _codes(cli, report) == {"SUM001"}
    assert _codes(cli, "--select", "VAL", report) == {"VAL001", "VAL004"}
    assert _codes(cli, "--ignore", "SUM001", report) == {"SUM004"}


def test_an_empty_selection_from_the_command_line_means_none_was_given(
    cli: Cli, report: str
) -> None:
    assert _codes(cli, "--select", "", report) == _ALL


def test_a_run_without_any_rule_is_refused(cli: Cli, report: str) -> None:
    ran = cli("check", "--select", "TXT", "--ignore", "TXT", report)
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (2, "", 1)
    assert "没有规则可运行" in ran.err
