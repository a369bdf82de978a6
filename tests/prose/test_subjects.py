"""Another organ is seen only where it clearly stands in the place of the own."""

import pytest

from nianbao.prose.organs import organ_named
from nianbao.prose.subjects import strangers

_STRANGERS = [
    ("青禾县云溪镇人民政府", "2024年，石坪镇主动公开信息12条。", "石坪镇"),
    ("青禾县云溪镇人民政府", "（一）石坪镇人民政府高度重视公开。", "石坪镇"),
    ("青禾县云溪镇人民政府", "石坪乡未收到申请。", "石坪乡"),
    ("青禾县云溪镇人民政府", "现公布《石坪镇2024年政府信息公开工作年度报告》。", "石坪镇"),
    ("青禾县云溪镇人民政府", "我乡公开信息12条。", "我乡"),
    ("青禾县云溪镇人民政府", "我局公开信息12条。", "我局"),
    ("青禾县云溪乡人民政府", "我镇公开信息12条。", "我镇"),
    ("东湖区云溪街道办事处", "我镇公开信息12条。", "我镇"),
    ("青禾县档案局", "青禾县水利局认真落实公开要求。", "青禾县水利局"),
    ("青禾县档案局", "我乡公开信息12条。", "我乡"),
    ("青禾县档案局", "本报告由青禾县水利局编制。", "青禾县水利局"),
]
_OWN = [
    ("青禾县云溪镇人民政府", "2024年，云溪镇主动公开信息12条，我镇未收到申请。"),
    ("青禾县云溪镇人民政府", "青禾县云溪镇认真贯彻条例。"),
    ("青禾县云溪镇人民政府", "各乡镇认真开展互查。"),
    ("青禾县云溪镇人民政府", "其他乡镇未收到申请。"),
    ("青禾县云溪镇人民政府", "学习石坪镇主动公开的做法。"),
    ("青禾县云溪镇人民政府", "如石坪镇主动公开了办事指南。"),
    ("青禾县云溪镇人民政府", "青禾县档案局指导我镇编制目录，县教育局主动公开招生信息。"),
    ("青禾县云溪镇人民政府", "群众说“我乡变化大”，我乡镇企业发展快。"),
    ("青禾县云溪镇人民政府", "持续推进美丽乡镇建设，深入乡村。"),
    ("青禾县发展和改革局", "青禾县发改局认真落实公开要求。"),
    ("青禾县文化和旅游局", "青禾县文旅局主动公开信息12条。"),
    ("青禾县档案局", "石坪镇、云溪镇主动公开信息12条。"),
    ("青禾县档案局", "青禾县水利局的申请转我局办理。"),
    ("青禾县人民政府", "云溪镇主动公开信息12条，我镇、我局均无申请。"),
    ("青禾县人民政府办公室", "青禾县档案局主动公开信息12条。"),
]


@pytest.mark.parametrize(("name", "text", "stranger"), _STRANGERS)
def test_another_organ(name: str, text: str, stranger: str) -> None:
    organ = organ_named(name)
    assert organ is not None
    assert [each.name for each in strangers(text, organ)] == [stranger]


@pytest.mark.parametrize(("name", "text"), _OWN)
def test_no_other_organ(name: str, text: str) -> None:
    organ = organ_named(name)
    assert organ is not None
    assert list(strangers(text, organ)) == []


def test_the_words_around_it_are_told() -> None:
    organ = organ_named("青禾县云溪镇")
    assert organ is not None
    (stranger,) = strangers("认真落实要求。2024年，石坪镇主动公开信息12条；无申请。", organ)
    assert stranger.quote == "2024年，石坪镇主动公开信息12条"


@pytest.mark.parametrize(
    ("name", "text", "stranger"),
    [
        ("青禾县档案局", "白水县档案局高度重视公开工作。", "白水县档案局"),
        ("青禾县档案局", "在县政府办公室的指导下，白水县档案局坚持以公开为常态。", "白水县档案局"),
        (
            "青禾县云溪镇",
            "按照规定，白水县石坪镇人民政府对2024年政府信息公开工作作了总结。",
            "白水县石坪镇",
        ),
        ("青禾县云溪镇", "白水县云溪镇未收到申请。", "白水县云溪镇"),
        ("青禾县人民政府", "现公布白水县人民政府2024年政府信息公开工作年度报告。", "白水县"),
    ],
)
def test_an_organ_of_another_area(name: str, text: str, stranger: str) -> None:
    organ = organ_named(name)
    assert organ is not None
    assert [each.name for each in strangers(text, organ)] == [stranger]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("云州市青禾县档案局", "云州市档案局高度重视公开工作。"),
        ("青禾县人民政府", "云州市青禾县人民政府对2024年政府信息公开工作作了总结。"),
        ("青禾县人民政府", "白水县人民政府认真落实要求。"),
    ],
)
def test_a_superior_or_a_neighbour_in_other_words(name: str, text: str) -> None:
    organ = organ_named(name)
    assert organ is not None
    assert list(strangers(text, organ)) == []
