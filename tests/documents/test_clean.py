"""Invented reports without a defect: nothing is found, and all is read as it stands."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pytest

from nianbao.model.numbers import Number
from tests.invented import check, found, read

_HERE = Path(__file__).parent


class Clean(NamedTuple):
    """What a document says: edition, year, organ, period, publication, figures that are not 0."""

    name: str
    encoding: str
    edition: str
    year: int
    organ: tuple[str, str, str, str]
    published: date | None
    figures: dict[str, Number]


_R, _D, _V = "/requests", "/disclosure", "/review_litigation"

_DOCUMENTS = (
    Clean(
        "yunxi-2024.txt",
        "utf-8",
        "2021",
        2024,
        ("青禾县云溪镇", "township", "government", "青禾县"),
        None,
        {
            f"{_D}/normative_documents/in_force": 2,
            f"{_D}/licences/decisions": 36,
            f"{_D}/penalties/decisions": 4,
            f"{_R}/received/natural_person": 3,
            f"{_R}/received/commercial_enterprise": 1,
            f"{_R}/received/other": 1,
            f"{_R}/received/total": 5,
            f"{_R}/carried_in/natural_person": 1,
            f"{_R}/carried_in/total": 1,
            f"{_R}/results/granted/natural_person": 3,
            f"{_R}/results/granted/total": 3,
            f"{_R}/results/partly_granted/natural_person": 1,
            f"{_R}/results/partly_granted/total": 1,
            f"{_R}/results/unavailable/not_held/commercial_enterprise": 1,
            f"{_R}/results/unavailable/not_held/total": 1,
            f"{_R}/results/total/natural_person": 4,
            f"{_R}/results/total/commercial_enterprise": 1,
            f"{_R}/results/total/total": 5,
            f"{_R}/carried_out/other": 1,
            f"{_R}/carried_out/total": 1,
            f"{_V}/review/upheld": 1,
            f"{_V}/review/total": 1,
        },
    ),
    Clean(
        "archives-2020.htm",
        "utf-8",
        "2019",
        2020,
        ("青禾县档案局", "county", "department", "青禾县"),
        None,
        {
            f"{_D}/normative_documents/made": 3,
            f"{_D}/normative_documents/opened": 2,
            f"{_D}/normative_documents/open_total": 11,
            f"{_D}/licences/items_before": 30,
            f"{_D}/licences/change": -8,
            f"{_D}/licences/decisions": 12,
            f"{_D}/fees/items_before": 2,
            f"{_D}/procurement/projects": 3,
            f"{_D}/procurement/amount": Decimal("521500.5"),
            f"{_R}/received/natural_person": 7,
            f"{_R}/received/other": 1,
            f"{_R}/received/total": 8,
            f"{_R}/results/granted/natural_person": 7,
            f"{_R}/results/granted/total": 7,
            f"{_R}/results/other/other": 1,
            f"{_R}/results/other/total": 1,
            f"{_R}/results/total/natural_person": 7,
            f"{_R}/results/total/other": 1,
            f"{_R}/results/total/total": 8,
            f"{_V}/litigation_direct/pending": 2,
            f"{_V}/litigation_direct/total": 2,
        },
    ),
    Clean(
        "qinghe-2023.html",
        "gb18030",
        "2021",
        2023,
        ("青禾县人民政府", "county", "government", ""),
        date(2024, 3, 27),
        {
            f"{_D}/normative_documents/issued": 4,
            f"{_D}/normative_documents/repealed": 1,
            f"{_D}/normative_documents/in_force": 23,
            f"{_D}/licences/decisions": 5310,
            f"{_D}/penalties/decisions": 812,
            f"{_D}/coercion/decisions": 45,
            f"{_D}/fees/amount": Decimal("190.457379"),
            f"{_R}/received/natural_person": 72,
            f"{_R}/received/commercial_enterprise": 6,
            f"{_R}/received/total": 78,
            f"{_R}/carried_in/natural_person": 5,
            f"{_R}/carried_in/total": 5,
            f"{_R}/results/granted/natural_person": 58,
            f"{_R}/results/granted/commercial_enterprise": 6,
            f"{_R}/results/granted/total": 64,
            f"{_R}/results/partly_granted/natural_person": 9,
            f"{_R}/results/partly_granted/total": 9,
            f"{_R}/results/refused/third_party_rights/natural_person": 2,
            f"{_R}/results/refused/third_party_rights/total": 2,
            f"{_R}/results/not_processed/petition/natural_person": 4,
            f"{_R}/results/not_processed/petition/total": 4,
            f"{_R}/results/other/fee_unpaid/natural_person": 1,
            f"{_R}/results/other/fee_unpaid/total": 1,
            f"{_R}/results/total/natural_person": 74,
            f"{_R}/results/total/commercial_enterprise": 6,
            f"{_R}/results/total/total": 80,
            f"{_R}/carried_out/natural_person": 3,
            f"{_R}/carried_out/total": 3,
            f"{_V}/review/upheld": 3,
            f"{_V}/review/corrected": 1,
            f"{_V}/review/total": 4,
            f"{_V}/litigation_after_review/pending": 1,
            f"{_V}/litigation_after_review/total": 1,
        },
    ),
    Clean(
        "street-2021.html",
        "utf-8",
        "2021",
        2021,
        ("青禾市东湖区云溪街道办事处", "township", "dispatched", "东湖区"),
        date(2022, 1, 9),
        {
            f"{_R}/received/natural_person": 2,
            f"{_R}/received/total": 2,
            f"{_R}/results/granted/natural_person": 2,
            f"{_R}/results/granted/total": 2,
            f"{_R}/results/total/natural_person": 2,
            f"{_R}/results/total/total": 2,
        },
    ),
)
_PARTS = ("overview", "disclosure", "requests", "review_litigation", "problems", "other_matters")
_CELLS = {"2019": 22 + 23 * 7 + 15, "2021": 10 + 25 * 7 + 15}


@pytest.mark.parametrize("clean", _DOCUMENTS, ids=lambda clean: clean.name)
def test_nothing_is_found(clean: Clean) -> None:
    checked = check((_HERE / clean.name).read_bytes(), Path(clean.name).suffix)
    assert found(checked) == []
    assert not checked.not_checked
    assert (checked.edition, checked.year) == (clean.edition, clean.year)
    assert (checked.encoding, checked.organ) == (clean.encoding, clean.organ[0])


@pytest.mark.parametrize("clean", _DOCUMENTS, ids=lambda clean: clean.name)
def test_all_is_read(clean: Clean) -> None:
    report = read((_HERE / clean.name).read_bytes(), Path(clean.name).suffix)
    organ = report.organ
    assert organ is not None
    assert (organ.name, organ.level, organ.kind, organ.parent) == clean.organ
    assert report.period is not None
    assert (report.period.start, report.period.end) == (
        date(clean.year, 1, 1),
        date(clean.year, 12, 31),
    )
    assert report.published == clean.published
    assert tuple(report.sections) == _PARTS
    assert [section.order for section in report.sections.values()] == [1, 2, 3, 4, 5, 6]
    assert report.sections["problems"].text
    assert report.preface


@pytest.mark.parametrize("clean", _DOCUMENTS, ids=lambda clean: clean.name)
def test_every_cell_holds_its_figure(clean: Clean) -> None:
    figures = read((_HERE / clean.name).read_bytes(), Path(clean.name).suffix).figures.numbers
    assert len(figures) == _CELLS[clean.edition]
    assert {pointer: number for pointer, number in figures.items() if number} == clean.figures
