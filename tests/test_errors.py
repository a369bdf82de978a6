"""A name that is not known brings a suggestion where one is near."""

import pytest

from nianbao.errors import UserError, guess
from nianbao.model.text import Text

_CODES = ["SUM001", "SUM010", "SUM011", "SUM014", "VAL001", "request-balance", "SUM"]


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("SMU001", "SUM001"),
        ("SUM0O1", "SUM001"),
        ("sum01x", "SUM010"),
        ("VLA001", "VAL001"),
        ("SUN", "SUM"),
        ("reqest-balance", "request-balance"),
        ("REQUEST-BALANCE", "request-balance"),
    ],
)
def test_the_nearest_name_is_suggested(name: str, near: str) -> None:
    assert guess(name, _CODES) == (f"，是否想写“{near}”？", f'; did you mean "{near}"?')


@pytest.mark.parametrize("name", ["", "xyz", "规则"])
def test_nothing_is_suggested_where_nothing_is_near(name: str) -> None:
    assert guess(name, _CODES) == ("", "")
    assert guess(name, []) == ("", "")


def test_where_an_error_is() -> None:
    reason = Text("错", "wrong")
    assert UserError(reason).where == ""
    assert UserError(reason, "x.toml").where == "x.toml"
    assert UserError(reason, "x.toml", 3).where == "x.toml:3"
