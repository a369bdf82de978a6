"""A consistent series of years holds; one changed cell breaks just the identities that name it."""

from typing import Any, NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from nianbao.engine.histories import histories_of
from nianbao.rule import Hit
from tests.invented import REQUEST_COLUMNS
from tests.invented_years import facts, rules

_DOCUMENTS = ("regulations", "normative_documents")
_FIRST = 2021
_COUNTS = st.integers(0, 500)

Cells = dict[str, Any]


class Identity(NamedTuple):
    """One identity between two years: rule, place in the later year, and all cells by year."""

    code: str
    year: int
    at: str
    cells: frozenset[tuple[int, str]]


def _identities(years: int) -> list[Identity]:
    """Return, written out anew, what holds between each two years."""
    found = []
    for year in range(_FIRST + 1, _FIRST + years):
        for column in REQUEST_COLUMNS:
            at = f"/requests/carried_in/{column}"
            cells = {(year, at), (year - 1, f"/requests/carried_out/{column}")}
            found.append(Identity("YOY001", year, at, frozenset(cells)))
        for row in _DOCUMENTS:
            own = {(year, f"/disclosure/{row}/{key}") for key in ("issued", "repealed", "in_force")}
            at = f"/disclosure/{row}/in_force"
            found.append(Identity("YOY002", year, at, frozenset({*own, (year - 1, at)})))
    return found


@st.composite
def _series(draw: st.DrawFn) -> list[Cells]:
    """Return the cells of years that follow from one another."""
    series: list[Cells] = []
    for _ in range(draw(st.integers(2, 4))):
        last = series[-1] if series else {}
        cells: Cells = {}
        for column in REQUEST_COLUMNS:
            before = last.get(f"/requests/carried_out/{column}", draw(_COUNTS))
            cells[f"/requests/carried_in/{column}"] = before
            cells[f"/requests/carried_out/{column}"] = draw(_COUNTS)
        for row in _DOCUMENTS:
            place = f"/disclosure/{row}"
            stock = last.get(f"{place}/in_force", draw(_COUNTS))
            issued = draw(_COUNTS)
            repealed = draw(st.integers(0, stock + issued))
            cells |= {f"{place}/issued": issued, f"{place}/repealed": repealed}
            cells[f"{place}/in_force"] = stock + issued - repealed
        series.append(cells)
    return series


def _broken(series: list[Cells]) -> set[tuple[str, int, str]]:
    reports = [facts(year, cells) for year, cells in enumerate(series, start=_FIRST)]
    return {
        (rule.code, years.this.year or 0, hit.at)
        for years in histories_of(reports)
        for rule in rules("YOY001", "YOY002")
        for hit in rule.check(years)
        if isinstance(hit, Hit)
    }


@settings(deadline=None)
@given(_series())
def test_a_consistent_series_holds(series: list[Cells]) -> None:
    assert _broken(series) == set()


@settings(deadline=None)
@given(_series(), st.data())
def test_one_changed_cell_breaks_just_the_identities_that_name_it(
    series: list[Cells], data: st.DataObject
) -> None:
    number = data.draw(st.integers(0, len(series) - 1))
    pointer = data.draw(st.sampled_from(sorted(series[number])))
    series[number][pointer] += data.draw(st.integers(1, 50))
    expected = {
        (each.code, each.year, each.at)
        for each in _identities(len(series))
        if (_FIRST + number, pointer) in each.cells
    }
    assert _broken(series) == expected
