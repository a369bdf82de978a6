"""Requests by channel are held against all requests, told or in the table."""

import pytest

from nianbao.prose.channel_sums import wrong_channels
from tests.invented import as_json, data, read

_CELLS = {
    "/requests/received/other": 4,
    "/requests/received/total": 4,
    "/requests/carried_in/other": 1,
    "/requests/carried_in/total": 1,
}


def _sums(text: str) -> list[tuple[object, object]]:
    report = read(as_json(data({"/sections/requests/text": text, **_CELLS})).encode(), ".json")
    return [(each.total, each.whole) for each in wrong_channels(report)]


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("收到申请9件，其中网络申请2件、信函申请1件", [(3, 9)]),
        ("网络申请2件、信函申请1件", [(3, 4)]),
        ("收到申请9件。网络申请2件、信函申请1件", [(3, 9)]),
        ("网络、信函申请分别为2件和1件", [(3, 4)]),
    ],
)
def test_channels_that_fit_no_number(text: str, sums: list[tuple[object, object]]) -> None:
    assert _sums(text) == sums


@pytest.mark.parametrize(
    "text",
    [
        "收到申请9件，其中网络申请8件、信函申请1件",
        "网络申请3件、信函申请1件",
        "网络申请3件、信函申请2件",
        "收到申请9件，其中网络等申请2件、信函申请1件",
        "收到申请9件，其中网络申请2件",
        "上年网络申请2件、信函申请1件",
    ],
)
def test_channels_that_may_be_right(text: str) -> None:
    assert _sums(text) == []
