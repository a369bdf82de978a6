"""What SQL does not doubt holds for Python too; what is broken is doubted."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from nianbao.audit.census import Census
from nianbao.audit.digests import Digests
from nianbao.audit.groups import groups_of
from nianbao.audit.identities import Doubts, doubts_of
from nianbao.audit.kept import kept_of
from nianbao.audit.store import Store
from nianbao.declarative.across import Subject, identity_of
from nianbao.engine.areas import NOTHING_TOLD, Tree, areas_of
from nianbao.engine.histories import histories_of
from nianbao.engine.run import outcome_of
from nianbao.model.facts import Facts
from nianbao.result import Document
from tests.invented_years import ROLL_UP, facts, organ, rules

_RULES = [rule for rule in rules("YOY", "AGG") if identity_of(rule)]
_MEMBERS = ("档案局", "司法局")
_TREE = Tree({"青禾县政府": [organ(name)["name"] for name in _MEMBERS]})
_CELLS = (
    "/requests/carried_in/other",
    "/requests/carried_in/total",
    "/requests/carried_out/total",
    "/requests/received/total",
    "/disclosure/normative_documents/in_force",
    "/disclosure/normative_documents/issued",
    "/disclosure/licences/items_before",
    "/disclosure/licences/change",
    "/review_litigation/review/total",
)
_VALUES = st.one_of(
    st.integers(0, 2),
    st.sampled_from([None, "三件", "/", -1, 1.5, "1.00000000000000000000001", 2**53 + 1, 10**19]),
)


def _store(folder: Path, reports: Iterable[Facts]) -> Store:
    store = Store(str(folder))
    store.keep(
        kept_of(
            Document(each.path, "read", organ=each.name, year=each.year, edition=each.edition),
            each,
            Digests("", "", "m"),
        )
        for each in reports
    )
    return store


def _subjects(reports: list[Facts], tree: Tree) -> list[Subject]:
    return [*histories_of(reports), *areas_of(reports, tree)]


def _broken(subjects: Iterable[Subject]) -> set[tuple[str, str]]:
    """Return rule and path where Python has anything to say."""
    found = set()
    for subject in subjects:
        scope = "area" if hasattr(subject, "members") else "years"
        for rule in _RULES:
            outcome = (
                outcome_of(rule, subject.this.edition, subject) if rule.scope == scope else None
            )
            if outcome and outcome.status != "held":
                found.add((rule.code, subject.this.path))
    return found


def _doubted(doubts: Doubts) -> set[tuple[str, str]]:
    return {(code, path) for code, paths in doubts.items() for path in paths}


def _asked(
    folder: Path, reports: list[Facts], tree: Tree = _TREE
) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    with _store(folder, reports) as store:
        census = Census(store, None)
        found = groups_of(store, census, "", date(2026, 1, 1))
        groups = [each._replace(tree=tree) for each in found]
        with store.transaction():
            doubts = doubts_of(store, census, _RULES, groups)
        return _broken(_subjects(reports, tree)), _doubted(doubts)


@st.composite
def _county(draw: st.DrawFn) -> list[Facts]:
    """Return reports of a county and of organs below for two years, of one edition or of both."""
    reports = []
    for year in (2023, 2024):
        for name in ("", *_MEMBERS):
            cells: dict[str, Any] = {"/organ": organ(name)} if name else dict(ROLL_UP)
            edition = draw(st.sampled_from(["2021", "2021", "2019"]))
            cells |= draw(st.dictionaries(st.sampled_from(_CELLS), _VALUES, max_size=3))
            if edition == "2021":
                cells = {key: cells[key] for key in cells if "licences" not in key}
            else:
                cells = {key: cells[key] for key in cells if "normative" not in key}
            blank = draw(st.sampled_from(["zero", "strict"]))
            path = f"{name}{year}.json"
            reports.append(facts(year, cells, path, edition, blank))  # type: ignore[arg-type]
    present = draw(st.lists(st.booleans(), min_size=len(reports), max_size=len(reports)))
    return [
        each for each, is_there in zip(reports, present, strict=True) if is_there or not each.name
    ]


@settings(max_examples=60, deadline=None)
@given(_county())
def test_where_python_has_anything_to_say_sql_doubts(
    tmp_path_factory: Any, county: list[Facts]
) -> None:
    broken, doubted = _asked(tmp_path_factory.mktemp("store"), county)
    assert broken <= doubted


def _two(cells: dict[str, Any], last: dict[str, Any], edition: str = "2021") -> list[Facts]:
    return [facts(2024, cells, "b", edition), facts(2023, last, "a", edition)]


def test_of_conforming_reports_nothing_is_doubted(tmp_path: Path) -> None:
    whole = [facts(2024, ROLL_UP, "c")]
    whole += [facts(2024, {"/organ": organ(name)}, name) for name in _MEMBERS]
    broken, doubted = _asked(tmp_path, [*whole, facts(2023, {"/organ": organ("档案局")}, "a")])
    assert broken == doubted == set()


def test_what_is_broken_is_all_that_is_doubted(tmp_path: Path) -> None:
    broken, doubted = _asked(tmp_path, _two({"/requests/carried_in/total": 1}, {}))
    assert broken == doubted == {("YOY001", "b")}


def test_the_sum_of_the_organs_below_is_told_in_sql(tmp_path: Path) -> None:
    cell = "/requests/received/total"
    below = [facts(2024, {"/organ": organ(name), cell: 2}, name) for name in _MEMBERS]
    for total, said in ((4, set()), (5, {("AGG001", "c")})):
        reports = [facts(2024, {**ROLL_UP, cell: total}, "c"), *below]
        broken, doubted = _asked(tmp_path / str(total), reports)
        assert broken == doubted == said


def test_a_part_that_exceeds_the_whole_is_doubted_though_the_sum_agrees(tmp_path: Path) -> None:
    cell = "/requests/received/total"
    first, second = _MEMBERS
    reports = [
        facts(2024, {**ROLL_UP, cell: 2}, "c"),
        facts(2024, {"/organ": organ(first), cell: 3}, first),
        facts(2024, {"/organ": organ(second), cell: -1}, second),
    ]
    broken, doubted = _asked(tmp_path, reports)
    assert ("AGG002", "c") in broken
    assert broken <= doubted


def test_who_is_below_is_told_by_the_reports_where_no_roster_tells_it(tmp_path: Path) -> None:
    cell = "/requests/received/total"
    reports = [
        facts(2024, {**ROLL_UP, cell: 1}, "c"),
        facts(2024, {"/organ": organ("档案局"), cell: 2}, "d"),
        facts(2024, {"/organ": organ("司法局"), cell: 1}, "e"),
    ]
    broken, doubted = _asked(tmp_path, reports, NOTHING_TOLD)
    # Whether these are all nobody knows, so their sum is not asked.
    assert broken == doubted == {("AGG001", "c"), ("AGG002", "c")}


def test_a_number_that_is_nearly_whole_is_no_whole_number(tmp_path: Path) -> None:
    nearly = "1.00000000000000000000001"
    report = facts(2024, {"/requests/carried_in/total": nearly}, "b")
    assert report.numbers["/requests/carried_in/total"] == Decimal(nearly)
    last = facts(2023, {"/requests/carried_out/total": 1}, "a")
    broken, doubted = _asked(tmp_path, [report, last])
    assert broken == doubted == {("YOY001", "b")}
