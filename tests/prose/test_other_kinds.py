"""Which organs of another kind does a text name as if they reported?"""

import pytest

from nianbao.model.report import Organ
from nianbao.prose.organs import organ_named
from nianbao.prose.other_kinds import of_another_kind


def _names(text: str, organ: str) -> list[str]:
    named = organ_named(organ)
    assert isinstance(named, Organ)
    return [each.name for each in of_another_kind(text, named)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("2024年，县档案局主动公开政府信息126条。", "县档案局"),
        ("（二）依申请公开。\n青禾县水利局未收到政府信息公开申请。", "青禾县水利局"),
        ("2024年度，本局加强信息管理。", "本局"),
        ("现公布县档案局2024年度政府信息公开年报。", "县档案局"),
    ],
)
def test_a_bureau_in_the_report_of_a_town(text: str, name: str) -> None:
    assert _names(text, "青禾县云溪镇人民政府") == [name]


@pytest.mark.parametrize(
    "text",
    [
        "云溪镇财政所、县档案局未收到政府信息公开申请。",
        "县档案局未收到政府信息公开申请，我镇收到3件。",
        "白石镇综合执法局未收到政府信息公开申请。",
        "群众反映，本局部信息更新不及时。",
    ],
)
def test_what_a_town_may_tell_of_bureaus(text: str) -> None:
    assert _names(text, "青禾县云溪镇人民政府") == []


def test_a_town_in_the_report_of_a_bureau() -> None:
    text = (
        "本报告即《云溪镇人民政府2024年政府信息公开工作年度报告》。云溪镇未收到政府信息公开申请。"
    )
    assert _names(text, "青禾县档案局") == ["云溪镇"]


@pytest.mark.parametrize("organ", ["青禾县人民政府", "青禾县云溪供水中心"])
def test_other_organs_are_left_alone(organ: str) -> None:
    assert _names("现将县档案局2024年政府信息公开工作年度报告公布如下，本局已审核。", organ) == []
