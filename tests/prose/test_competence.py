"""What an organ may do and until when it must report: by level and kind, with sources."""

from datetime import date
from typing import get_args

import pytest

from nianbao.model.report import Kind, Level, Organ
from nianbao.prose.competence import deadline_of, facts, may_make_regulations, never_reviews

_LEVELS, _KINDS = set(get_args(Level)), {*get_args(Kind), None}
_POWERS = [
    ("ministry", "department", True),
    ("ministry", "office", None),
    ("province", "government", True),
    ("city", "government", True),
    ("city", "office", True),
    ("city", "department", False),
    ("city", "dispatched", False),
    ("city", None, None),
    ("province", "other", None),
    ("county", "government", False),
    ("county", None, False),
    ("township", "dispatched", False),
    (None, "department", None),
    (None, None, None),
]
_DEADLINES = [
    ("ministry", "department", (1, 31), True),
    ("city", "department", (1, 31), True),
    ("county", "government", (3, 31), True),
    ("county", "office", (3, 31), True),
    ("province", "government", (3, 31), True),
    ("township", "government", (1, 31), False),
    ("township", "dispatched", (1, 31), False),
    ("county", "dispatched", (3, 31), False),
]


@pytest.mark.parametrize(("level", "kind", "power"), _POWERS)
def test_who_may_make_regulations(
    level: Level | None, kind: Kind | None, *, power: bool | None
) -> None:
    assert may_make_regulations(Organ("某机关", level, kind)) is power


@pytest.mark.parametrize(("level", "kind", "day", "is_named"), _DEADLINES)
def test_until_when_a_report_must_be_published(
    level: Level, kind: Kind, day: tuple[int, int], *, is_named: bool
) -> None:
    deadline = deadline_of(Organ("某机关", level, kind), 2023)
    assert deadline == (date(2024, *day), is_named)


@pytest.mark.parametrize(
    ("level", "kind"), [(None, "department"), ("county", None), ("county", "other")]
)
def test_a_deadline_that_cannot_be_told(level: Level | None, kind: Kind | None) -> None:
    assert deadline_of(Organ("某机关", level, kind), 2023) is None


def test_other_deadlines_held_before_the_regulations_were_revised() -> None:
    bureau = Organ("某局", "county", "department")
    assert deadline_of(bureau, 2018) is None
    assert deadline_of(bureau, 2019) == (date(2020, 1, 31), True)


@pytest.mark.parametrize("topic", ["rulemaking", "deadlines"])
def test_every_fact_has_its_source_and_speaks_of_known_organs(topic: str) -> None:
    for entry in facts()[topic]:
        assert entry["source"].startswith("《中华人民共和国")
        assert set(entry["levels"]) <= _LEVELS
        assert set(entry["kinds"]) <= _KINDS


@pytest.mark.parametrize("topic", ["rulemaking", "deadlines"])
def test_no_organ_has_two_answers(topic: str) -> None:
    pairs = [
        (level, kind)
        for entry in facts()[topic]
        for level in entry["levels"]
        for kind in entry["kinds"]
    ]
    assert len(pairs) == len(set(pairs))


@pytest.mark.parametrize(
    ("organ", "never"),
    [
        (Organ("云溪镇人民政府", "township", "government"), True),
        (Organ("青禾县档案局", "county", "department"), True),
        (Organ("青禾县经济开发区管理委员会", "county", "dispatched"), True),
        (Organ("青禾县司法局", "county", "department"), False),
        (Organ("青禾县人民政府", "county", "government"), False),
        (Organ("云州市公安局", "city", "department"), False),
        (Organ("某机关", None, None), False),
        (None, False),
    ],
)
def test_who_never_hears_reviews(organ: Organ | None, *, never: bool) -> None:
    assert never_reviews(organ) is never
