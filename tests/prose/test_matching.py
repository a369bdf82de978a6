"""Claims of the text are held against the cells that they may be of."""

import pytest

from nianbao.prose.matching import named, verdicts
from tests.invented import as_json, data, read

_PLACE = "/sections/requests"
_CELLS = {
    "/requests/received/other": 4,
    "/requests/received/total": 4,
    "/requests/carried_in/other": 1,
    "/requests/carried_in/total": 1,
    "/requests/results/granted/other": 3,
    "/requests/results/granted/total": 3,
    "/requests/results/unavailable/not_held/other": 2,
    "/requests/results/unavailable/not_held/total": 2,
    "/requests/results/total/other": 5,
    "/requests/results/total/total": 5,
    "/review_litigation/litigation_after_review/upheld": 1,
    "/review_litigation/litigation_after_review/total": 1,
}


def _verdicts(text: str) -> list[tuple[object, object, str]]:
    report = read(as_json(data({f"{_PLACE}/text": text, **_CELLS})).encode(), ".json")
    return [
        (each.claim.value, each.expected, named(report, each).zh)
        for each in verdicts(report)
        if each.statement.place == _PLACE
    ]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("新收申请6件", (6, 4, "“表三 · 一、本年新收政府信息公开申请数量”")),
        ("无法提供1件", (1, 2, "表三（四）无法提供各项合计")),
        ("收到申请6件", (6, 4, "“表三 · 一、本年新收政府信息公开申请数量”")),
        ("没有因政府信息公开被提起行政诉讼", (0, 1, "表四“未经复议直接起诉、复议后起诉”合计")),
    ],
)
def test_a_claim_that_is_contradicted(text: str, verdict: tuple[object, object, str]) -> None:
    assert _verdicts(text) == [verdict]


@pytest.mark.parametrize(
    "text",
    [
        "新收申请4件",
        "收到申请5件",
        "办结申请4件",
        "新收申请4条，接待6人次",
        "因政府信息公开被提起行政诉讼0件",
        "因政府信息公开被提起行政诉讼1件",
        "收到申请6件次",
    ],
)
def test_a_claim_that_some_reading_makes_right(text: str) -> None:
    assert _verdicts(text) == []
