"""The reports of an area are set beside those with which they are compared."""

from nianbao.engine.areas import Tree, areas_of
from nianbao.model.area import Area
from nianbao.model.facts import Facts
from nianbao.prose.organs import organ_named
from tests.invented_years import COUNTY, ROLL_UP, facts, organ

_ARCHIVE = {"/organ": organ("档案局")}
_FINANCE = {"/organ": organ("财政局")}


def _area(path: str, *reports: Facts, tree: Tree | None = None) -> Area:
    areas = areas_of(reports, tree) if tree else areas_of(reports)
    return next(area for area in areas if area.this.path == path)


def _paths(reports: tuple[Facts, ...]) -> list[str]:
    return [each.path for each in reports]


def _county() -> list[Facts]:
    return [
        facts(cells=ROLL_UP, path="roll-up"),
        facts(cells={"/organ": COUNTY}, path="own"),
        facts(path="town"),
        facts(cells=_ARCHIVE, path="archive"),
        facts(2023, _FINANCE, path="last-year"),
        facts(cells={"/organ": _department("白河县档案局", "白河县")}, path="elsewhere"),
    ]


def _department(name: str, parent: str) -> dict[str, str]:
    return {"name": name, "level": "county", "kind": "department", "parent": parent}


def test_a_roll_up_has_the_organs_below_of_its_year() -> None:
    area = _area("roll-up", *_county())
    assert sorted(_paths(area.members)) == ["archive", "own", "town"]
    assert not area.is_whole


def test_no_other_report_has_members() -> None:
    assert _area("own", *_county()).members == ()
    assert _area("town", *_county()).members == ()


def test_a_tree_tells_who_is_below_and_whether_all_are_there() -> None:
    tree = Tree({"青禾县政府": ["青禾县档案局", "青禾县云溪镇"]})
    area = _area("roll-up", *_county(), tree=tree)
    assert (_paths(area.members), area.is_whole) == (["archive", "town"], True)


def test_an_organ_below_that_only_sums_up_is_there_by_its_members() -> None:
    city = {"name": "白石市人民政府", "level": "city", "kind": "government"}
    whole = facts(cells={**ROLL_UP, "/organ": city}, path="city")
    below = [each for each in _county() if each.path in ("roll-up", "town", "archive")]
    towns = ["青禾县档案局", "青禾县云溪镇"]
    tree = Tree({"青禾县政府": towns, "白石市政府": ["青禾县政府", *towns]})
    area = _area("city", whole, *below, tree=tree)
    assert (sorted(_paths(area.members)), area.is_whole) == (["archive", "town"], True)
    alone = _area("city", whole, *below[1:], tree=tree)
    assert not alone.is_whole


def test_a_tree_with_an_organ_that_has_no_report() -> None:
    tree = Tree({"青禾县政府": ["青禾县档案局", "青禾县财政局"]})
    area = _area("roll-up", *_county(), tree=tree)
    assert (_paths(area.members), area.is_whole) == (["archive"], False)


def test_the_last_version_of_a_member_counts() -> None:
    late = facts(cells={**_ARCHIVE, "/published": "2025-01-25"}, path="a-late")
    area = _area("roll-up", *_county(), late)
    assert sorted(_paths(area.members)) == ["a-late", "own", "town"]


def test_words_are_compared_once_a_pair_and_not_with_roll_ups() -> None:
    areas = {area.this.path: _paths(area.alike) for area in areas_of(_county())}
    assert areas["roll-up"] == areas["last-year"] == []
    pairs = [frozenset((one, other)) for one, others in areas.items() for other in others]
    assert len(pairs) == len(set(pairs)) == 6


def test_the_later_report_is_the_one_that_repeats() -> None:
    early = facts(cells={**_ARCHIVE, "/published": "2025-01-05"}, path="z")
    late = facts(cells={"/published": "2025-01-06"}, path="a")
    assert _paths(_area("a", early, late).alike) == ["z"]
    assert _area("z", early, late).alike == ()


def test_likely_pairs_limit_what_is_compared() -> None:
    tree = Tree(likely=[("town", "archive"), ("roll-up", "town"), ("town", "gone")])
    areas = {area.this.path: _paths(area.alike) for area in areas_of(_county(), tree)}
    assert {path: alike for path, alike in areas.items() if alike} == {"town": ["archive"]}


def test_versions_are_those_published_before() -> None:
    first = facts(cells={"/published": "2025-01-05"}, path="b")
    second = facts(cells={"/published": "2025-01-06"}, path="a")
    assert _paths(_area("a", second, first).versions) == ["b"]
    assert _area("b", second, first).versions == ()


def test_places_are_those_of_towns_and_counties() -> None:
    assert sorted(_area("archive", *_county()).places) == ["云溪镇", "青禾县"]


def test_a_year_left_out_between_two_is_missed() -> None:
    reports = [facts(2021), facts(2024), facts(2022, _ARCHIVE, "x"), facts(2023, _ARCHIVE, "y")]
    absent = [area.this for area in areas_of(reports) if not area.this.path]
    assert [(each.name, each.year) for each in absent] == [
        ("青禾县云溪镇人民政府", 2022),
        ("青禾县云溪镇人民政府", 2023),
    ]


def test_years_before_the_uniform_format_are_not_missed() -> None:
    reports = [facts(2015, path="a"), facts(2020, edition="2019", path="b")]
    absent = [area.this.year for area in areas_of(reports) if not area.this.path]
    assert absent == [2019]


def test_a_list_tells_which_reports_there_must_be() -> None:
    town, archive = organ_named("青禾县云溪镇"), organ_named("青禾县档案局")
    assert town
    assert archive
    tree = Tree(expected=[(town, 2024), (archive, 2024), (town, 2023)])
    absent = [
        area.this for area in areas_of([facts(2024), facts(2021)], tree) if not area.this.path
    ]
    assert [(each.name, each.year) for each in absent] == [
        ("青禾县档案局", 2024),
        ("青禾县云溪镇", 2023),
    ]


def test_unsure_organs_are_compared_with_nobody() -> None:
    unsure = {"/organ": {"name": "档案局", "kind": "department"}}
    assert [area.this.path for area in areas_of([facts(cells=unsure)])] == []


def test_the_order_of_reports_does_not_count() -> None:
    county = _county()
    forward = [area.this.path for area in areas_of(county)]
    assert forward == [area.this.path for area in areas_of(county[::-1])]
