"""The editions are those of the official forms: rows, columns, groups, totals and laws."""

import pytest

from nianbao.editions import edition_for, editions, newest, schema_of
from nianbao.model.edition import Edition

_TOTALS = {"2019": 7 + 23 - 1 + 3, "2021": 7 + 25 - 1 + 3}


@pytest.fixture(params=["2019", "2021"])
def edition(request: pytest.FixtureRequest) -> Edition:
    return editions()[request.param]


def test_editions_in_order() -> None:
    assert list(editions()) == ["2019", "2021"]
    assert [each.key for each in editions().values()] == ["2019", "2021"]


@pytest.mark.parametrize(
    ("year", "key"),
    [(2018, None), (2019, "2019"), (2020, "2019"), (2021, "2021"), (2024, "2021"), (2099, "2021")],
)
def test_the_edition_of_a_year(year: int, key: str | None) -> None:
    found = edition_for(year)
    assert (found.key if found else None) == key


def test_the_newest_edition_governs_the_years_to_come() -> None:
    assert newest() is edition_for(2099)


@pytest.mark.parametrize(
    ("key", "counts"),
    [
        ("2019", {"disclosure": (8, 22), "requests": (23, 161), "review_litigation": (3, 15)}),
        ("2021", {"disclosure": (6, 10), "requests": (25, 175), "review_litigation": (3, 15)}),
    ],
)
def test_rows_and_cells(key: str, counts: dict[str, tuple[int, int]]) -> None:
    forms = editions()[key].forms
    assert {
        name: (len(form.rows), sum(len(row.columns) for row in form.rows))
        for name, form in forms.items()
    } == counts
    assert len(list(editions()[key].cells())) == sum(cells for _, cells in counts.values())


def test_six_parts(edition: Edition) -> None:
    assert [part.key for part in edition.parts] == [
        "overview",
        "disclosure",
        "requests",
        "review_litigation",
        "problems",
        "other_matters",
    ]
    assert edition.part_title("problems") == "五、存在的主要问题及改进情况"
    assert edition.part_title("unknown") == "unknown"


def test_every_total_adds_up(edition: Edition) -> None:
    totals = {
        pointer: ways for form in edition.forms.values() for pointer, ways in form.totals.items()
    }
    assert len(totals) == _TOTALS[edition.key]
    corner = totals["/requests/results/total/total"]
    assert [len(way.parts) for way in corner] == [6, {"2019": 19, "2021": 21}[edition.key]]
    assert list(edition.forms["requests"].totals)[-1] == "/requests/results/total/total"
    assert [len(way.parts) for way in totals["/review_litigation/review/total"]] == [4]
    numbers = dict.fromkeys(corner[0].parts, 2)
    assert corner[0].sum(numbers) == 12


def test_parts_of_a_total_are_no_totals(edition: Edition) -> None:
    for form in edition.forms.values():
        for pointer, ways in form.totals.items():
            for way in ways:
                assert pointer not in way.parts
                assert not any(part.endswith("/results/total/other/x") for part in way.parts)
                assert len(set(way.parts)) == len(way.parts)


def test_laws(edition: Edition) -> None:
    kinds = {
        pointer: column.law.kind
        for _, column, pointer in edition.cells()
        if column.law.kind != "count"
    }
    assert (
        kinds
        == {
            "2019": {
                "/disclosure/licences/change": "signed",
                "/disclosure/other_services/change": "signed",
                "/disclosure/penalties/change": "signed",
                "/disclosure/coercion/change": "signed",
                "/disclosure/fees/change": "signed",
                "/disclosure/procurement/amount": "money",
            },
            "2021": {"/disclosure/fees/amount": "money"},
        }[edition.key]
    )
    minima = {
        column.law.minimum for _, column, pointer in edition.cells() if "change" not in pointer
    }
    assert minima == {0}


def test_short_names_are_unique_in_their_table(edition: Edition) -> None:
    for form in edition.forms.values():
        names = [row.name for row in form.rows] + [group.name for group in form.groups]
        assert len(names) == len(set(names))
        assert all(name.isidentifier() for name in names)
        for row in form.rows:
            columns = [column.name for column in row.columns]
            assert len(columns) == len(set(columns))
            assert all(name.isidentifier() for name in columns)


def test_labels_of_rows_show_their_groups(edition: Edition) -> None:
    rows = edition.by_pointer
    assert rows["/requests/received"].label == "一、本年新收政府信息公开申请数量"
    assert rows["/requests/results/granted"].label == "（一）予以公开"
    assert rows["/requests/results/partly_granted"].label == "（二）部分公开"
    refused = rows["/requests/results/refused/state_secret"]
    assert refused.label == "（三）不予公开 · 1.属于国家秘密"
    assert [group.name for group in refused.groups] == ["办理结果", "不予公开"]


def test_members_of_a_group(edition: Edition) -> None:
    form = edition.forms["requests"]
    assert len(form.members("办理结果")) == {"2019": 19, "2021": 21}[edition.key]
    assert [row.name for row in form.members("无法提供")] == [
        "不掌握相关信息",
        "需要另行制作",
        "补正后仍不明确",
    ]
    assert form.members("没有") == ()


def test_blocks_of_table_two(edition: Edition) -> None:
    blocks = {row.block for row in edition.forms["disclosure"].rows}
    assert len(blocks) == {"2019": 5, "2021": 4}[edition.key]
    assert edition.forms["disclosure"].corner == "信息内容"


def test_the_schema_is_where_all_of_it_comes_from(edition: Edition) -> None:
    schema = schema_of(edition.key)
    assert schema["title"] == edition.title
    assert schema["description"] == edition.basis
    assert edition.basis.startswith("国办公开办函")
