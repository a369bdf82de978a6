"""What is kept of a report is enough for every rule, and knows nothing of its source."""

import json
from datetime import date

import pytest

from nianbao.engine.run import run
from nianbao.model.facts import Facts, facts_of
from nianbao.model.report import Blank, Report
from nianbao.readers.kept import facts_from
from tests.invented import as_json, checker, data, document, read
from tests.invented_years import facts


def test_the_source_is_left_behind() -> None:
    report = read(document())
    kept = facts_of(report, "a.html")
    assert report.locate("/requests/received/total")
    assert kept.report.locate("/requests/received/total") is None
    assert kept.report.to_dict() == report.to_dict()


def test_it_names_the_report() -> None:
    kept = facts(2023, path="2023/a.html")
    assert kept.path == "2023/a.html"
    assert (kept.name, kept.year, kept.edition) == ("青禾县云溪镇人民政府", 2023, "2021")
    assert kept.organ
    assert kept.organ.level == "township"
    assert kept.published == date(2024, 1, 20)
    assert kept.numbers["/requests/received/total"] == 0
    assert list(kept.texts)[:2] == ["/preface", "/sections/overview"]


def test_nothing_is_known_of_an_empty_one() -> None:
    kept = Facts("", Report())
    assert (kept.name, kept.organ, kept.year, kept.edition, kept.texts) == ("", None, None, "", {})


@pytest.mark.parametrize("blank", ["zero", "strict"])
@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_every_rule_says_the_same_of_what_was_stored(blank: Blank, edition: str) -> None:
    faulty = {"/requests/carried_in/other": None, "/requests/received/total": 5}
    report = read(as_json(data(faulty, edition)), ".json")._replace(blank=blank)
    kept = facts_from(json.loads(json.dumps(facts_of(report, "a.json").to_dict())))
    assert kept.path == "a.json"
    assert kept.numbers == report.figures.numbers
    rules = checker().rules
    assert [(each.rule.code, each.hits, each.not_checked) for each in run(rules, kept.report)] == [
        (each.rule.code, each.hits, each.not_checked) for each in run(rules, report)
    ]
