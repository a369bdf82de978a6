"""The level and the kind of an organ are told by its name, or left open."""

import pytest

from nianbao.prose.organs import is_rollup, organ_named, short_name

_ORGANS = {
    "青禾县云溪镇人民政府": ("township", "government", "青禾县"),
    "青禾县云溪镇": ("township", "government", "青禾县"),
    "云溪镇": ("township", "government", ""),
    "青禾县云溪乡": ("township", "government", "青禾县"),
    "青禾县白水民族乡人民政府": ("township", "government", "青禾县"),
    "青禾旗云溪苏木": ("township", "government", "青禾旗"),
    "青禾市东湖区云溪街道办事处": ("township", "dispatched", "东湖区"),
    "青禾市东湖区云溪街道": ("township", "dispatched", "东湖区"),
    "东湖区云溪街道办": ("township", "dispatched", "东湖区"),
    "青禾县人民政府": ("county", "government", ""),
    "云州市青禾县人民政府": ("county", "government", "云州市"),
    "青禾县": ("county", "government", ""),
    "云州市东湖区人民政府": ("county", "government", "云州市"),
    "云山省云州市人民政府": ("city", "government", "云山省"),
    "云州市人民政府": ("city", "government", ""),
    "云山省人民政府": ("province", "government", ""),
    "云山自治州人民政府": ("city", "government", ""),
    "云山自治区人民政府": ("province", "government", ""),
    "青禾自治县人民政府": ("county", "government", ""),
    "云山盟行政公署": ("city", "dispatched", "云山盟"),
    "云山地区行政公署": ("city", "dispatched", "云山地区"),
    "重庆市人民政府": ("province", "government", ""),
    "北京市教育委员会": ("province", "department", "北京市"),
    "云山州青禾市人民政府": ("county", "government", "云山州"),
    "青禾县人民政府办公室": ("county", "office", ""),
    "云山省人民政府办公厅": ("province", "office", ""),
    "青禾县人民政府（办公室）": ("county", "office", ""),
    "青禾县人民政府(办公室)": ("county", "office", ""),
    "青禾县府办": ("county", "office", ""),
    "青禾县教育局": ("county", "department", "青禾县"),
    "青禾县市场监督管理局": ("county", "department", "青禾县"),
    "青禾县发展和改革委员会": ("county", "department", "青禾县"),
    "青禾县卫生健康委": ("county", "department", "青禾县"),
    "云山省教育厅": ("province", "department", "云山省"),
    "云州市政务服务中心": ("city", "department", "云州市"),
    "云州市公安局交通警察支队": ("city", "department", "云州市"),
    "青禾县供销合作社": ("county", "department", "青禾县"),
    "青禾县工业园区管理委员会": ("county", "dispatched", "青禾县"),
    "国家档案局": ("ministry", "department", ""),
    "国务院办公厅": ("ministry", "office", ""),
    "中国气象局": ("ministry", "department", ""),
    "中华人民共和国教育部": ("ministry", "department", ""),
    "档案局": (None, "department", ""),
    "云溪市场监督管理局": (None, "department", ""),
    "某机关": (None, None, ""),
}


@pytest.mark.parametrize("name", _ORGANS)
def test_level_kind_and_parent(name: str) -> None:
    organ = organ_named(name)
    assert organ is not None
    assert organ.name == name
    assert (organ.level, organ.kind, organ.parent) == _ORGANS[name]


@pytest.mark.parametrize("name", ["国家税务总局青禾县税务局", "中国人民银行青禾县支行"])
def test_an_organ_that_works_in_a_county_is_no_ministry(name: str) -> None:
    organ = organ_named(name)
    assert organ is not None
    assert organ.level == "county"


def test_spaces_are_no_part_of_a_name() -> None:
    organ = organ_named(" 青禾县 云溪镇\n")
    assert organ is not None
    assert organ.name == "青禾县云溪镇"


@pytest.mark.parametrize("name", ["", "  \u3000"])
def test_no_name(name: str) -> None:
    assert organ_named(name) is None


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("青禾县云溪镇人民政府", "云溪镇"),
        ("青禾县云溪镇", "云溪镇"),
        ("青禾市东湖区云溪街道办事处", "云溪街道"),
        ("青禾县档案局", "档案局"),
        ("青禾县人民政府", "青禾县"),
        ("云州市青禾县人民政府", "青禾县"),
        ("档案局", "档案局"),
    ],
)
def test_short_name(name: str, short: str) -> None:
    assert short_name(name) == short


@pytest.mark.parametrize(
    ("title", "preface"),
    [
        ("青禾县全县2024年政府信息公开工作年度报告", ""),
        ("青禾县2024年政府信息公开工作年度报告（汇总）", ""),
        ("", "本报告汇总了各机关的年度报告。"),
        ("", "本报告反映全县政府信息公开工作的情况。"),
    ],
)
def test_roll_up(title: str, preface: str) -> None:
    assert is_rollup(title, preface)


@pytest.mark.parametrize(
    "preface",
    ["", "本报告由县政府办公室编制。", "面向全县群众，公开政府信息。", "全镇政府信息公开"],
)
def test_no_roll_up(preface: str) -> None:
    assert not is_rollup("青禾县2024年政府信息公开工作年度报告", preface)
