"""In pages of every style each planted fault is found at its place, and nothing else."""

from random import Random

import pytest

from benchmarks.pages import ALL_STYLES, FAULTS, HTML_STYLES, Page, pages, random_report
from benchmarks.pages.verify import differences, main
from tests.invented import checker

_SEED = 3
_PAGES = 3  # of each style


def _found(corpus: list[Page]) -> list[str]:
    return [str(difference) for difference in differences(corpus, checker())]


def _corpus(style: str, count: int, faults: float) -> list[Page]:
    return list(pages(count, _SEED, (style,), faults))


@pytest.mark.parametrize("style", ALL_STYLES)
def test_planted_faults_are_found_and_no_others(style: str) -> None:
    assert _found(_corpus(style, _PAGES, faults=1.0)) == []


@pytest.mark.parametrize("style", ALL_STYLES)
def test_nothing_is_found_in_clean_pages(style: str) -> None:
    assert _found(_corpus(style, _PAGES, faults=0.0)) == []


def test_a_fault_that_is_not_there_is_missed() -> None:
    (page,) = _corpus("clean", 1, faults=0.0)
    fault = {"rule": "TAB001", "place": "/requests", "severity": "error"}
    (told,) = _found([page._replace(truth={**page.truth, "faults": [fault]})])
    assert "missed TAB001 /requests error" in told


def test_a_finding_that_the_truth_does_not_hold_is_false() -> None:
    corpus = _corpus("json", 20, faults=1.0)
    page = next(page for page in corpus if "missing-table" in page.truth["planted"])
    told = _found([page._replace(truth={**page.truth, "faults": []})])
    assert any("false TAB001" in line for line in told)


def test_a_page_that_cannot_be_read_is_told() -> None:
    (page,) = _corpus("clean", 1, faults=0.0)
    (told,) = _found([page._replace(content=b"")])
    assert ": unread " in told


def test_every_fault_is_planted_somewhere() -> None:
    planted = {name for page in _corpus("json", 800, faults=1.0) for name in page.truth["planted"]}
    assert planted == {fault.name for fault in FAULTS}


def test_a_fault_that_cannot_be_planted_leaves_the_report_as_it_was() -> None:
    for number in range(5):
        report = random_report(Random(number))  # noqa: S311  # chooses figures
        for fault in FAULTS:
            before = repr(report)
            if fault.apply(report, Random(number)) is None:  # noqa: S311
                assert repr(report) == before, fault.name
            report = random_report(Random(number))  # noqa: S311


def test_measured_corpora_stay_as_they_are() -> None:
    assert HTML_STYLES == ("clean", "word", "ueditor", "portal", "split")


def test_the_command_lists_differences_and_fails(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["--count", "2", "--seed", "1", "--styles", "json", "--faults", "0"]
    assert main(arguments) == 0
    assert capsys.readouterr().out == "2 pages, 0 differences from the truth\n"
