"""Names before 分别 and figures behind it go in pairs, or are left alone."""

import pytest

from nianbao.prose.numbers import figures_in
from nianbao.prose.respective import respective


def _pairs(text: str) -> dict[str, object]:
    figures = figures_in(text)
    named = respective(text, 0, figures)
    return {named[each.start].words: each.value for each in figures if each.start in named}


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("予以公开、不予公开分别为3件和1件", {"予以公开": 3, "不予公开": 1}),
        ("办结4件，予以公开和不予公开的分别有3件、1件", {"予以公开": 3, "不予公开的": 1}),
        ("自然人、法人和其他组织分别是2件与1件", {"自然人": 2, "法人或其他组织": 1}),
        ("甲、乙分别为3件和1件，丙、丁分别为5件和6件", {"甲": 3, "乙": 1, "丙": 5, "丁": 6}),
        ("甲、乙分别为3件和1件，分别占75%和25%", {"甲": 3, "乙": 1}),
    ],
)
def test_names_and_figures_in_pairs(text: str, pairs: dict[str, object]) -> None:
    assert _pairs(text) == pairs


@pytest.mark.parametrize(
    "text",
    [
        "甲、乙、丙分别为3件和1件",
        "甲分别为3件",
        "甲、乙分别为3件和1条",
        "甲、乙分别收到3件和1件",
        "甲、乙分别为3件，另有1件",
        "通过网络，甲、乙分别为3件和1件",
        "甲3件、乙1件",
    ],
)
def test_what_makes_no_pairs_is_left_alone(text: str) -> None:
    assert _pairs(text) == {}


def test_the_place_is_where_the_first_name_begins() -> None:
    text = "办结4件，甲、乙分别为3件和1件"
    assert {named.start for named in respective(text, 0, figures_in(text)).values()} == {5}
