"""Do lines break where Chinese and English may break?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from nianbao.formatters.wrap import wrapped


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("两边相等", 8, ["两边相等"]),
        ("两边不相等", 8, ["两边不相", "等"]),
        ("共计二件，差一", 8, ["共计二", "件，差一"]),
        ("这是（一）项", 6, ["这是", "（一）", "项"]),
        ("合计12345件", 8, ["合计", "12345件"]),
        ("the sides differ", 9, ["the sides", "differ"]),
        ("表三 · 不予公开 · 自然人", 14, ["表三 ·", "不予公开 ·", "自然人"]),
        ("相关：甲 1:2；乙乙 3:4；丙 5:6", 20, ["相关：甲 1:2；", "乙乙 3:4；丙 5:6"]),
        ("aaaaaaaaaa", 4, ["aaaa", "aaaa", "aa"]),
        ("见https://a.cn", 6, ["见http", "s://", "a.cn"]),
        ("/requests/received/total = 1", 16, ["/requests/", "received/total =", "1"]),
        ("= /aa/bb/cc", 6, ["= /aa/", "bb/cc"]),
        ("）））））", 4, ["））", "））", "）"]),
    ],
)
def test_breaks(text: str, width: int, lines: list[str]) -> None:
    assert list(wrapped(text, width)) == lines


@given(st.text(st.sampled_from("表三（）；，· aZ9:，“”字"), max_size=60), st.integers(2, 30))
def test_nothing_is_lost_and_no_line_is_too_wide(text: str, width: int) -> None:
    lines = list(wrapped(text, width))
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(cell_len(line) <= width for line in lines)
