"""What holds for every report, whatever its figures, its edition and its format."""

import json
from collections.abc import Iterator
from decimal import Decimal
from random import Random
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.pages import RULES, STYLES, plant, random_report, render
from nianbao.result import Document
from nianbao.rule import Confidence, Rule
from tests.documents.reports import reports
from tests.invented import Data, changed, check, found, keys, read

_STYLES = tuple(STYLES)
_FEW = settings(max_examples=30, deadline=None)
_MANY = settings(max_examples=200, deadline=None)


def _printed(report: Data, style: str, seed: int) -> tuple[str, str]:
    return render(report, style, seed), STYLES[style].suffix


def _is_guess(rule: Rule) -> bool:
    return rule.confidence is Confidence.HEURISTIC


def _numbers(node: Data, pointer: str = "") -> Iterator[tuple[str, Decimal]]:
    for key, value in node.items():
        if isinstance(value, dict):
            yield from _numbers(value, f"{pointer}/{key}")
        else:
            yield f"{pointer}/{key}", Decimal(repr(value))


_TABLES = ("disclosure", "requests", "review_litigation")


@pytest.mark.parametrize("style", _STYLES)
@_FEW
@given(report=reports(), seed=st.integers(0, 10**6))
def test_nothing_is_found_in_a_consistent_report(style: str, report: Data, seed: int) -> None:
    checked = check(*_printed(report, style, seed))
    assert not checked.crashed
    # Figures of all sizes meet: some are odd together, which a guess may say.
    assert [each.rule.code for each in checked.findings if not _is_guess(each.rule)] == []
    assert [each.code for each, _ in checked.not_checked if not _is_guess(each)] == []
    assert (checked.edition, checked.year) == (report["edition"], report["year"])


@pytest.mark.parametrize("style", _STYLES)
@_FEW
@given(report=reports(), seed=st.integers(0, 10**6))
def test_every_figure_is_read(style: str, report: Data, seed: int) -> None:
    printed = {pointer: value for key in _TABLES for pointer, value in _numbers({key: report[key]})}
    assert read(*_printed(report, style, seed)).figures.numbers == printed


@pytest.mark.parametrize("style", _STYLES)
@_FEW
@given(report=reports(), seed=st.integers(0, 10**6))
def test_canonical_data_stays_the_same_on_its_way(style: str, report: Data, seed: int) -> None:
    original = read(*_printed(report, style, seed))
    again = read(original.to_json(), ".json")
    assert again.to_dict() == original.to_dict()
    assert again.to_json() == original.to_json()


@_FEW
@given(report=reports())
def test_canonical_data_is_read_as_it_is_written(report: Data) -> None:
    written = read(*_printed(report, "json", 0)).to_dict()
    assert {key: written[key] for key in report if key != "sections"} == {
        key: value for key, value in report.items() if key != "sections"
    }


@pytest.mark.parametrize("style", _STYLES)
@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10**9), count=st.integers(1, 3))
def test_planted_faults_are_found_and_survive_conversion(style: str, seed: int, count: int) -> None:
    rng = Random(seed)  # noqa: S311  # chooses faults
    planted = plant(random_report(rng), rng, count)
    source = _printed(planted.report, style, seed)
    checked = check(*source)
    met = {(each.rule.code, each.place.pointer, str(each.severity)) for each in checked.findings}
    assert {each for each in met if each[0] in RULES} == set(planted.expected), planted.faults
    assert keys(check(read(*source).to_json(), ".json")) == keys(checked)


# The identities of the form, written down here from the form itself.
_APPLICANTS = (
    "natural_person",
    "commercial_enterprise",
    "research_institution",
    "public_welfare_organization",
    "legal_service_organization",
    "other",
)
_COLUMNS = (*_APPLICANTS, "total")
_RESULTS = (
    "granted",
    "partly_granted",
    "refused/state_secret",
    "refused/prohibited_by_law",
    "refused/security_stability",
    "refused/third_party_rights",
    "refused/internal_affairs",
    "refused/process_information",
    "refused/enforcement_case_file",
    "refused/administrative_query",
    "unavailable/not_held",
    "unavailable/needs_creation",
    "unavailable/still_unclear",
    "not_processed/petition",
    "not_processed/repeated",
    "not_processed/publication",
    "not_processed/excessive",
    "not_processed/reconfirmation",
)
_OTHER_RESULTS = {
    "2019": ("other",),
    "2021": ("other/not_corrected", "other/fee_unpaid", "other/other"),
}
_REMEDIES = ("review", "litigation_direct", "litigation_after_review")
_OUTCOMES = ("upheld", "corrected", "other", "pending")


class Identity(NamedTuple):
    """An equality of the form: its rule, its cells, and where it is reported."""

    rule: str
    cells: frozenset[str]
    at: str


def _identities(edition: str) -> Iterator[Identity]:
    results = tuple(f"/requests/results/{row}" for row in _RESULTS + _OTHER_RESULTS[edition])
    total = "/requests/results/total"
    around = ("/requests/received", "/requests/carried_in", "/requests/carried_out")
    for column in _COLUMNS:
        at = f"{total}/{column}"
        yield Identity("SUM001", frozenset({at, *(f"{row}/{column}" for row in around)}), at)
        yield Identity("SUM002", frozenset({at, *(f"{row}/{column}" for row in results)}), at)
    for row in (*around, *results, total):
        cells = frozenset(f"{row}/{column}" for column in _COLUMNS)
        yield Identity("SUM003", cells, f"{row}/total")
    for group in _REMEDIES:
        row = f"/review_litigation/{group}"
        cells = frozenset(f"{row}/{column}" for column in (*_OUTCOMES, "total"))
        yield Identity("SUM004", cells, f"{row}/total")


_RULES = {"SUM001", "SUM002", "SUM003", "SUM004", "SUM006"}


def _in_arithmetic(checked: Document) -> list[tuple[str, str]]:
    """Return what the rules on the identities find: a changed cell may also contradict the text."""
    return [each for each in found(checked) if each[0] in _RULES]


def _number_at(report: Data, pointer: str) -> int:
    node = report
    for key in pointer.split("/")[1:]:
        node = node[key]
    assert isinstance(node, int)
    return node


def _broken(report: Data, cell: str) -> set[tuple[str, str]]:
    """Return what changing one cell of a consistent report to another number must give."""
    expected = set()
    for identity in _identities(report["edition"]):
        if cell in identity.cells:
            is_zero = identity.rule != "SUM001" and _number_at(report, identity.at) == 0
            expected.add(("SUM006" if is_zero else identity.rule, identity.at))
    return expected


@st.composite
def _with_one_cell_changed(draw: st.DrawFn) -> tuple[Data, str]:
    report = draw(reports())
    cells = sorted({cell for each in _identities(report["edition"]) for cell in each.cells})
    cell = draw(st.sampled_from(cells))
    value = _number_at(report, cell)
    near = st.integers(-3, 3).map(lambda step: max(0, value + step))
    number = draw(st.one_of(st.just(0), near, st.integers(0, 9999)).filter(lambda n: n != value))
    return changed(report, {cell: number}), cell


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_the_identities_are_all_that_the_form_has(edition: str) -> None:
    rows = {"2019": 23, "2021": 25}[edition]
    cells = {cell for each in _identities(edition) for cell in each.cells}
    assert len(list(_identities(edition))) == 7 + 7 + rows + 3
    assert len(cells) == rows * 7 + 15


@_MANY
@given(case=_with_one_cell_changed())
def test_changing_a_cell_breaks_the_identities_that_contain_it(case: tuple[Data, str]) -> None:
    report, cell = case
    assert _in_arithmetic(check(json.dumps(report), ".json")) == sorted(_broken(report, cell))


@pytest.mark.parametrize("style", [style for style in _STYLES if style != "json"])
@settings(max_examples=20, deadline=None)
@given(case=_with_one_cell_changed(), seed=st.integers(0, 10**6))
def test_the_same_in_every_format(style: str, case: tuple[Data, str], seed: int) -> None:
    report, cell = case
    assert _in_arithmetic(check(*_printed(report, style, seed))) == sorted(_broken(report, cell))


@_MANY
@given(case=_with_one_cell_changed())
def test_each_finding_shows_its_arithmetic(case: tuple[Data, str]) -> None:
    report, _ = case
    findings = check(json.dumps(report), ".json").findings
    for finding in (each for each in findings if each.rule.code in _RULES):
        values = finding.values
        shown = [values["sum"], values["total"]] if "sum" in values else []
        shown += [values["left"], values["right"], values["difference"]] if "left" in values else []
        assert shown
        assert all(str(number) in finding.message.zh for number in shown)
        assert all(str(number) in finding.message.en for number in shown)
