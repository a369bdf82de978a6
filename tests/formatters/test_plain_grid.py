"""Do lines and columns look the same, whoever draws them?"""

from nianbao.formatters.drawn_grid import drawn
from nianbao.formatters.plain_grid import Grid, Line, text_of
from nianbao.protocols import Canvas

_PARTS = (
    Line("共 2 份"),
    Grid(["规则", "级别", "条数"], [["SUM001", "错误", "12"], ["AGG", "提示", "3"]]),
    Grid(["organ", "errors"], [["青禾县云溪镇人民政府", "1"]]),
    Line("", "dim"),
)


def test_without_colours_columns_look_as_rich_draws_them() -> None:
    canvas = Canvas("zh", width=80, colour=False)
    assert text_of(_PARTS, canvas) == drawn(_PARTS, canvas)


def test_what_is_too_wide_or_in_colours_is_drawn_by_rich() -> None:
    narrow, coloured = (Canvas("zh", 24, colour) for colour in (False, True))
    assert max(map(len, text_of(_PARTS[2:3], narrow).splitlines())) <= 24
    assert "\x1b[" in text_of(_PARTS, coloured)
