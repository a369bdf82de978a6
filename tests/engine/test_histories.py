"""Reports of one organ are put in order; those of others are left apart."""

from nianbao.engine.histories import histories_of, key_of
from nianbao.model.facts import Facts
from tests.invented_years import COUNTY, ROLL_UP, facts, organ


def _pairs(*reports: Facts) -> list[tuple[str, str]]:
    return [(years.this.path, years.last.path) for years in histories_of(reports)]


def test_each_year_follows_the_one_before() -> None:
    reports = [facts(2024), facts(2020, edition="2019"), facts(2021), facts(2022)]
    expected = [("2021.json", "2020.json"), ("2022.json", "2021.json")]
    assert _pairs(*reports) == expected
    assert _pairs(*reversed(reports)) == expected


def test_other_organs_are_left_apart() -> None:
    assert _pairs(facts(2023), facts(2024, {"/organ": organ("档案局")})) == []


def test_a_roll_up_does_not_follow_the_organs_own_report() -> None:
    own = {"/organ": COUNTY}
    assert _pairs(facts(2023, own), facts(2024, ROLL_UP)) == []
    assert _pairs(facts(2023, ROLL_UP), facts(2024, ROLL_UP)) == [("2024.json", "2023.json")]


def test_unsure_names_are_left_alone() -> None:
    unsure = {"/organ": {"name": "云溪镇人民政府", "level": "township", "kind": "government"}}
    assert key_of(facts(cells=unsure)) is None
    assert _pairs(facts(2023, unsure), facts(2024, unsure)) == []


def test_reports_of_no_known_organ_or_year_are_left_alone() -> None:
    kept = facts()
    assert key_of(kept)
    assert key_of(kept._replace(report=kept.report._replace(organ=None))) is None
    assert key_of(kept._replace(report=kept.report._replace(year=None))) is None


def test_the_version_published_last_counts() -> None:
    early = facts(2023, {"/published": "2024-01-05"}, "b.json")
    late = facts(2023, {"/published": "2024-02-05"}, "a.json")
    assert _pairs(late, facts(2024), early) == [("2024.json", "a.json")]


def test_of_versions_of_one_day_the_last_path_counts() -> None:
    reports = [facts(2023, path="b.json"), facts(2023, path="a.json"), facts(2024)]
    assert _pairs(*reports) == _pairs(*reversed(reports)) == [("2024.json", "b.json")]
