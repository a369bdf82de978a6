"""Figures of the whole year that come again are compared, where the words are the same."""

import pytest

from nianbao.prose.repeats import repeats
from tests.invented import as_json, data, read


def _pairs(overview: str, disclosure: str = "详见专栏。") -> list[tuple[object, object]]:
    cells = {"/sections/overview/text": overview, "/sections/disclosure/text": disclosure}
    report = read(as_json(data(cells)).encode(), ".json")
    return [(each.first.value, each.mention.value) for each in repeats(report)]


@pytest.mark.parametrize(
    ("overview", "disclosure"),
    [
        ("全年主动公开政府信息9条。", "全年主动公开政府信息8条。"),
        ("全年主动公开政府信息9条。全年主动公开政府信息8条。", "详见专栏。"),
        ("主动公开政府信息9条。", "本年度主动公开信息8条。"),
        ("全年更新办事指南信息9条。", "全年更新办事指南信息8条。"),
    ],
)
def test_told_otherwise(overview: str, disclosure: str) -> None:
    assert _pairs(overview, disclosure) == [(9, 8)]


@pytest.mark.parametrize(
    ("overview", "disclosure"),
    [
        ("全年主动公开政府信息9条。", "全年主动公开政府信息9条。"),
        ("全年主动公开政府信息9条。", "上年主动公开政府信息8条。"),
        ("全年主动公开政府信息9条。", "全年主动公开政府信息8余条。"),
        ("全年主动公开政府信息9条。", "通过网站，主动公开政府信息8条。"),
        ("主动公开政府信息9条。主动公开政府信息8条。", "详见专栏。"),
        ("全年更新指南9条。", "全年更新指南8条。"),
        ("更新办事指南信息9条。", "更新办事指南信息8条。"),
        ("全年更新办事指南信息9条。", "全年更新办事指南信息8件。"),
    ],
)
def test_not_told_otherwise(overview: str, disclosure: str) -> None:
    assert _pairs(overview, disclosure) == []
