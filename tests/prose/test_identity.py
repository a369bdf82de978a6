"""Organs are known by their full names, and none is taken for another."""

import pytest

from nianbao.prose.identity import area_of, full_name, place_of
from nianbao.prose.organs import organ_named


def _full(name: str) -> str:
    organ = organ_named(name)
    assert organ
    return full_name(organ)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("青禾县云溪镇人民政府", "青禾县云溪镇"),
        ("青禾县云溪镇政府", "青禾县云溪镇人民政府"),
        ("东湖区云溪街道办事处", "东湖区云溪街道"),
        ("青禾县人民政府", "青禾县政府"),
        ("青禾县人民政府 办公室", "青禾县政府办公室"),
        ("青禾县档案局", "青禾县 档案局"),
    ],
)
def test_one_organ_by_two_names(one: str, other: str) -> None:
    assert _full(one) == _full(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("青禾县人民政府", "青禾县人民政府办公室"),
        ("青禾县云溪镇人民政府", "白河县云溪镇人民政府"),
        ("青禾县档案局", "青禾县财政局"),
        ("青禾县云溪镇", "青禾县云溪乡"),
    ],
)
def test_two_organs(one: str, other: str) -> None:
    assert _full(one) != _full(other)


@pytest.mark.parametrize("name", ["云溪镇人民政府", "档案局", "办公室", "青禾"])
def test_a_name_that_several_may_have(name: str) -> None:
    assert _full(name) == ""


def test_a_parent_told_apart_from_the_name() -> None:
    organ = organ_named("云溪镇人民政府")
    assert organ
    assert full_name(organ._replace(parent="青禾县")) == _full("青禾县云溪镇")


def test_a_ministry_needs_no_parent() -> None:
    assert _full("国家档案局") == "国家档案局"


@pytest.mark.parametrize(
    ("name", "place", "area"),
    [
        ("青禾县云溪镇人民政府", "云溪镇", "青禾县"),
        ("青禾县人民政府", "青禾县", "青禾县"),
        ("青禾县人民政府办公室", "", "青禾县"),
        ("青禾县档案局", "", "青禾县"),
        ("云州市人民政府", "", "云州市"),
    ],
)
def test_place_and_area(name: str, place: str, area: str) -> None:
    organ = organ_named(name)
    assert organ
    assert (place_of(organ), area_of(organ)) == (place, area)
