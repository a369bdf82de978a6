"""Shares are held against every whole that they may be of."""

from decimal import Decimal

import pytest

from nianbao.prose.shares import wrong_shares
from tests.invented import as_json, data, read

_RECEIVED = {"/requests/received/other": 4, "/requests/received/total": 4}


def _wrong(text: str) -> list[tuple[object, object, Decimal]]:
    cells = {"/sections/overview/text": text, **_RECEIVED}
    report = read(as_json(data(cells)).encode(), ".json")
    return [(each.share.value, each.whole, each.correct) for each in wrong_shares(report)]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("公开信息8条，其中动态6条，占70%", [(70, 8, Decimal(75))]),
        ("公开信息8条，动态和公告分别为6条和2条，分别占75%和20%", [(20, 8, Decimal(25))]),
        ("公开信息8条，动态6条、公告2条，分别占70%、20%", [(70, 8, 75), (20, 8, 25)]),
        ("公开信息3条，其中动态1条，占30.3%", [(Decimal("30.3"), 3, Decimal("33.3"))]),
    ],
)
def test_a_share_that_fits_no_whole(text: str, wrong: list[tuple[object, object, Decimal]]) -> None:
    assert _wrong(text) == wrong


@pytest.mark.parametrize(
    "text",
    [
        "公开信息8条，其中动态6条，占75%",
        # Nothing is told before them.
        "动态6条、公告2条，分别占75%和25%",
        "动态6条、公告2条，分别占70%和25%",
        "公开信息3条，其中动态2条，占66.6%",
        "公开信息3条，其中动态2条，占66.7%",
        "公开信息8条，动态和公告分别为6条和2条，分别占75%和25%",
        # The parts together may be the whole.
        "公开信息9条，动态3条、公告1条，分别占75%和25%",
        # Of what they are is not told, or not for certain.
        "动态6条、公告2条，分别占全县的5%和4%",
        "动态6条、公告20余条，分别占5%和4%",
        "动态6条、会议2次，分别占5%和4%",
        "动态6条、公告2条，提高后分别占5%和4%",
        "分别占5%和4%",
        "公开信息8条，其中动态6条，约占70%",
        "公开信息8条，其中动态6条，占全县公开量的5%",
    ],
)
def test_a_share_that_may_be_right(text: str) -> None:
    assert _wrong(text) == []
