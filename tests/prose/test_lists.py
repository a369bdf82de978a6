"""Lists name a whole and its parts, or are left alone."""

import pytest

from nianbao.prose.category_sums import wrong_sums
from nianbao.prose.lists import lists_of
from nianbao.prose.statements import statements_of
from tests.invented import as_json, data, read

_PLACE = "/sections/overview"


def _lists(text: str) -> list[tuple[object, tuple[object, ...], str, bool]]:
    report = read(as_json(data({f"{_PLACE}/text": text})).encode(), ".json")
    return [
        (each.whole.value, tuple(part.value for part in each.parts), each.sign, each.closed)
        for statement in statements_of(report)
        if statement.place == _PLACE
        for each in lists_of(statement)
    ]


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("公开信息9条，其中动态4条、公告5条", (9, (4, 5), "其中", False)),
        ("公开信息9条，动态和公告分别为4条和5条", (9, (4, 5), "分别", True)),
        ("公开信息9条（动态4条、公告3条、解读2条）", (9, (4, 3, 2), "（", False)),
        ("共公开信息9条，动态4条、公告3条、解读2条", (9, (4, 3, 2), "共", False)),
        ("办结申请9件，其中予以公开4件、不予公开5件", (9, (4, 5), "其中", True)),
        ("收到申请9件，其中自然人4件、法人或其他组织5件", (9, (4, 5), "其中", True)),
        ("办理申请9件，其中本年新收8件、上年结转1件", (9, (8, 1), "其中", True)),
        ("办理申请9件，其中上年结转1件、本年新收8件", (9, (1, 8), "其中", True)),
        ("公开信息9条，动态和公告分别为4条和5条，分别占44%和56%", (9, (4, 5), "分别", True)),
        ("公开信息9条，其中动态4条（占44%）、公告5条", (9, (4, 5), "其中", False)),
        ("公开信息9条，其中动态4条、公告5条，开展培训3次", (9, (4, 5), "其中", False)),
    ],
)
def test_a_list(text: str, listed: tuple[object, tuple[object, ...], str, bool]) -> None:
    assert _lists(text) == [listed]


@pytest.mark.parametrize(
    "text",
    [
        "公开信息9条，其中动态等4条、公告5条",
        "公开信息9条，其中动态4条",
        "公开信息9条，动态4条、公告5条",
        "公开信息9条，其中召开会议4次、培训5次",
        "公开信息9条，其中动态4条，较上年增加5条",
        "公开信息9条，其中动态4条，其中要闻2条",
    ],
)
def test_no_list(text: str) -> None:
    assert _lists(text) == []


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("公开信息100条，其中动态类30条，政策20转载上级信息40条。", False),
        ("公开信息100条，其中动态类30条，政策类20条，2023年信息40条。", True),
        ("公开信息100条，其中动态类30条，政策类20条，12345热线40条。", True),
    ],
)
def test_a_number_that_lost_its_unit_leaves_a_list_alone(text: str, *, is_told: bool) -> None:
    report = read(as_json(data({f"{_PLACE}/text": text})).encode(), ".json")
    assert bool(list(wrong_sums(report))) == is_told
