"""When two labels are so alike that one must stand for the other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nianbao.model.likeness import is_like

_words = st.text("规章行政许可处罚强制收费", min_size=3, max_size=12)


@pytest.mark.parametrize(
    ("label", "other", "alike"),
    [
        ("规章", "规章", True),
        ("规章", "规范", True),
        ("章", "规章", False),
        ("科研机关", "科研机构", True),
        ("科研院所", "科研机构", False),
        ("行政事业型收费", "行政事业性收费", True),
        ("行政收费", "行政事业性收费", False),
        ("其它对外管理与服务事项", "其他对外管理服务事项", True),
        ("本年新", "本年新公开数量", False),
        ("", "", False),
    ],
)
def test_labels(label: str, other: str, *, alike: bool) -> None:
    assert is_like(label, other) is alike


@given(label=_words, at=st.integers(0, 11))
def test_one_letter_more_or_less_or_other(label: str, at: int) -> None:
    place = at % len(label)
    assert is_like(label, label)
    assert is_like(f"{label[:place]}某{label[place:]}", label)
    assert is_like(f"{label[:place]}某{label[place + 1 :]}", label)


@given(label=_words)
def test_more_than_half_of_the_letters(label: str) -> None:
    changed = "某" * (len(label) // 2 + 1) + label[len(label) // 2 + 1 :]
    assert not is_like(changed, label)
