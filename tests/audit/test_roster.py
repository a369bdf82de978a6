"""Does a roster say who must report, under which names, and below whom; is a wrong one refused?"""

from datetime import date
from pathlib import Path

import pytest

from nianbao.audit.roster import Roster
from nianbao.audit.roster_file import roster_from
from nianbao.audit.sheets import SheetError
from tests.audit.county import ROSTER

_HEAD = "organ,level,kind,parent,aliases,valid_from,valid_to,merged_into\n"


def _roster(folder: Path, content: str) -> Roster:
    path = folder / "roster.csv"
    path.write_text(content, encoding="utf-8")
    return roster_from(str(path))


def _found(roster: Roster, name: str) -> str | None:
    member = roster.find(name)
    return member.organ.name if member else None


@pytest.mark.parametrize(
    ("name", "organ"),
    [
        ("青禾县档案局", "青禾县档案局"),
        ("青禾县 档案局", "青禾县档案局"),
        ("档案局", "青禾县档案局"),
        ("县档案馆", "青禾县档案局"),
        ("青禾县云溪镇", "青禾县云溪镇人民政府"),
        ("云溪镇人民政府", "青禾县云溪镇人民政府"),
        ("青禾县政府", "青禾县人民政府"),
        ("县政府", "青禾县人民政府"),
        ("银杏县档案局", None),
        ("银杏县云溪镇人民政府", None),
        ("民政局", None),
        ("", None),
    ],
)
def test_an_organ_is_found_by_the_names_that_reports_use(
    tmp_path: Path, name: str, organ: str | None
) -> None:
    assert _found(_roster(tmp_path, ROSTER), name) == organ


def test_a_general_office_is_found_however_it_is_shortened(tmp_path: Path) -> None:
    roster = _roster(tmp_path, f"{_HEAD}青禾县人民政府办公室,,,,,,,\n青禾县人民政府,,,,,,,\n")
    for name in ("青禾县政府办公室", "青禾县府办", "青禾县人民政府办公室"):
        assert _found(roster, name) == "青禾县人民政府办公室"


def test_a_short_name_of_two_organs_stays_open(tmp_path: Path) -> None:
    rows = "青禾县云溪镇人民政府,,,,,,,\n银杏县云溪镇人民政府,,,,,,,\n"
    roster = _roster(tmp_path, _HEAD + rows)
    assert _found(roster, "云溪镇人民政府") is None
    assert len(roster.likely("云溪镇人民政府")) == 2
    assert list(roster.likely("")) == []


def test_the_tree_names_who_is_below_whom_and_whose_day_has_passed(tmp_path: Path) -> None:
    roster = _roster(tmp_path, ROSTER)
    tree = roster.tree(2024, date(2025, 2, 15))
    assert tree.members == {"青禾县政府": ["青禾县云溪镇", "青禾县档案局"]}
    assert tree.expected is not None
    names = {organ.name for organ, _ in tree.expected}
    assert names == {"青禾县云溪镇人民政府", "青禾县档案局"}
    assert {year for _, year in tree.expected} == {2024}


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [(date(2025, 1, 31), 0), (date(2025, 2, 1), 2), (date(2025, 3, 31), 2), (date(2025, 4, 1), 3)],
)
def test_a_report_lacks_from_the_day_after_its_last(
    tmp_path: Path, as_of: date, expected: int
) -> None:
    tree = _roster(tmp_path, ROSTER).tree(2024, as_of)
    assert tree.expected is not None
    assert len(list(tree.expected)) == expected


def test_an_organ_below_a_department_is_in_the_sums_of_both(tmp_path: Path) -> None:
    rows = (
        "青禾县人民政府,,,,,,,\n青禾县档案局,,,青禾县人民政府,,,,\n"
        "青禾县档案馆,county,other,青禾县档案局,,,,\n"
    )
    tree = _roster(tmp_path, _HEAD + rows).tree(2024, date(2025, 4, 1))
    assert tree.members["青禾县政府"] == ["青禾县档案局", "青禾县档案馆"]
    assert tree.members["青禾县档案局"] == ["青禾县档案馆"]


def test_an_organ_reports_for_the_years_on_whose_last_day_it_existed(tmp_path: Path) -> None:
    rows = "青禾县档案局,,,,,2022-03-01,2023/12/30,青禾县数据局\n青禾县数据局,,,,,2023-12-31,,\n"
    old, new = _roster(tmp_path, _HEAD + rows).members
    years = (2021, 2022, 2023, 2024)
    assert [old.reports_for(year) for year in years] == [False, True, False, False]
    assert [new.reports_for(year) for year in years] == [False, False, True, True]
    assert old.merged_into == "青禾县数据局"


def test_the_area_of_the_organ_above_completes_a_name(tmp_path: Path) -> None:
    rows = "青禾县人民政府,,,,,,,\n云溪镇人民政府,,,青禾县人民政府,,,,\n"
    roster = _roster(tmp_path, _HEAD + rows)
    assert roster.members[1].organ.parent == "青禾县"
    assert _found(roster, "青禾县云溪镇人民政府") == "云溪镇人民政府"


def _rows(*pairs: tuple[str, str]) -> str:
    """Return the rows of some bureaus, each below another."""
    return "".join(f"青禾县{name},,,青禾县{above},,,,\n" for name, above in pairs)


@pytest.mark.parametrize(
    ("rows", "line", "said"),
    [
        ("", None, "名单里没有机关"),
        (",county,,,,,,\n", 2, "没有写机关名称"),
        ("青禾县档案局,县,,,,,,\n", 2, "不认识“县”，可用的有 部委、省级、市级、县级、乡级"),
        ("青禾县档案局,,局,,,,,\n", 2, "不认识“局”"),
        ("青禾县档案局,,,,,2024-02-30,,\n", 2, "“2024-02-30”不是日期"),
        ("云溪镇人民政府,,,,,,,\n", 2, "看不出“云溪镇人民政府”是哪一级的什么机关"),
        ("青禾县档案局,,,,,,,\n青禾县 档案局,,,,,,,\n", 3, "与第 2 行“青禾县档案局”重名"),
        ("青禾县档案局,,,,局,,,\n青禾县民政局,,,,局,,,\n", 3, "“局”与第 2 行"),
        ("青禾县档案局,,,青禾县人民政府,,,,\n", 2, "名单里没有“青禾县人民政府”"),
        ("青禾县档案局,,,,,,,青禾县数据局\n", 2, "名单里没有“青禾县数据局”"),
        (
            _rows(("档案局", "民政局"), ("民政局", "档案局")),
            2,
            "青禾县档案局 → 青禾县民政局 → 青禾县档案局",
        ),
        ("青禾县档案局,,,青禾县档案局,,,,\n", 2, "青禾县档案局 → 青禾县档案局"),
        (
            _rows(("档案局", "民政局"), ("民政局", "数据局"), ("数据局", "民政局")),
            3,
            "青禾县民政局 → 青禾县数据局 → 青禾县民政局",
        ),
        (
            "青禾县档案局,,,,,,,青禾县数据局\n青禾县数据局,,,,,,,青禾县档案局\n",
            2,
            "成了环",
        ),
    ],
)
def test_a_roster_that_cannot_be_so_is_refused_in_one_line(
    tmp_path: Path, rows: str, line: int | None, said: str
) -> None:
    with pytest.raises(SheetError) as error:
        _roster(tmp_path, _HEAD + rows)
    assert said in error.value.reason.zh
    assert error.value.line == line


def test_a_name_and_its_own_alias_are_no_doubles(tmp_path: Path) -> None:
    roster = _roster(tmp_path, f"{_HEAD}青禾县档案局,,,,青禾县 档案局|县档案局,,,\n")
    assert roster.members[0].aliases == ("青禾县 档案局", "县档案局")
