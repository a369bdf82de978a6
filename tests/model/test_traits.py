"""A report without peculiarities has no trait, and each peculiarity gives its own."""

from typing import Any

import pytest

from nianbao.model.traits import TRAITS, traits_of
from tests.invented import as_json, data, read

_ROW = "/disclosure"
_PROBLEMS = "/sections/problems/text"
_GIVEN: list[tuple[str, str, dict[str, Any]]] = [
    ("contacts", "2021", {"/sections/other_matters/text": "邮编：730000"}),
    ("dates", "2021", {"/published": "2025-02-01"}),
    ("dates", "2021", {"/published": "2024-12-31"}),
    ("generic", "2021", {"/sections/overview/text": "做好公开，接受考核。"}),
    ("items", "2019", {f"{_ROW}/licences/items_before": 3, f"{_ROW}/licences/decisions": 3}),
    ("last-year", "2021", {"/sections/requests/text": "2023年"}),
    ("links", "2021", {"/links": [{"text": "附件", "href": "/a.pdf"}]}),
    ("long-digits", "2021", {"/sections/requests/text": "138-0000-0000"}),
    ("long-digits", "2021", {"/sections/requests/text": "990101198001011236"}),
    ("long-digits", "2021", {"/sections/requests/text": "a@qq.com"}),
    ("money", "2021", {f"{_ROW}/fees/amount": 0.5}),
    ("money", "2019", {f"{_ROW}/procurement/projects": 1}),
    ("problems", "2021", {_PROBLEMS: "无"}),
    ("problems", "2021", {_PROBLEMS: "存在的问题是解读较少" * 8}),
    ("regulations", "2021", {f"{_ROW}/regulations/in_force": 1}),
    ("repeats", "2021", {"/sections/requests/text": "\n".join(["政府信息" * 8] * 2)}),
    ("title", "2021", {"/title": "青禾县云溪镇2024年政府信息公开年报"}),
    ("title", "2021", {"/title": "2024年政府信息公开工作年度报告"}),
    ("unaccounted", "2021", {"/sections/overview/text": "2024年公开信息12条。"}),
    ("channels", "2021", {_PROBLEMS: "网络申请2件"}),
    ("shares", "2021", {_PROBLEMS: "占50%"}),
    ("shares", "2021", {_PROBLEMS: "占百分之五十"}),
    ("reductions", "2021", {"/sections/overview/text": "没有减免"}),
    ("untold-fee", "2021", {"/sections/other_matters/text": "无。"}),
    ("remedies", "2021", {"/review_litigation/review/upheld": 1}),
    ("unpaid-fees", "2021", {"/requests/results/other/fee_unpaid/total": 1}),
]


def _traits(cells: dict[str, Any], edition: str) -> frozenset[str]:
    return traits_of(read(as_json(data(cells, edition)), ".json"))


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_the_conforming_report_has_none(edition: str) -> None:
    assert _traits({}, edition) == frozenset()


@pytest.mark.parametrize(("trait", "edition", "cells"), _GIVEN)
def test_a_peculiarity_gives_its_trait(trait: str, edition: str, cells: dict[str, Any]) -> None:
    assert trait in _traits(cells, edition)


def test_a_number_of_items_alone_is_none() -> None:
    assert "items" not in _traits({f"{_ROW}/licences/items_before": 3}, "2019")


def test_the_names_are_unique() -> None:
    assert len(TRAITS) == len(set(TRAITS))
