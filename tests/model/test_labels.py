"""Labels are the same whatever their spaces, widths, quotes, numbers and kind of characters."""

import pytest

from nianbao.editions import editions
from nianbao.model.labels import bare, normalised


@pytest.mark.parametrize(
    ("label", "same"),
    [
        ("（七）总计", "总计"),
        ("(七) 总 计", "总计"),
        ("3.其他", "其他"),
        ("\uff13．其他", "其他"),
        ("3、其他", "其他"),
        ("一、本年新收政府信息公开申请数量", "本年新收政府信息公开申请数量"),
        ("规\u3000章", "规章"),
        ("規章", "规章"),
        ("規範性文件", "规范性文件"),
        ("規範性檔案", "规范性文件"),
        ("本年增/减", "本年增减"),
        ("本年增\uff0f减", "本年增减"),
        ("3.危及“三安全一稳定”", "危及三安全一稳定"),
        ('3.危及"三安全一稳定"', "危及三安全一稳定"),
        ("上一年\n\n项目数量", "上一年项目数量"),
        ("第二十条第(一)项", "第二十条第一项"),
        ("第二十条第（一）项", "第二十条第一项"),
        ("本年收费金额（单位：万元）", "本年收费金额单位万元"),
        ("十一、其他", "其他"),
        ("", ""),
        ("—", ""),
        ("\uff11\uff12", "12"),
    ],
)
def test_normalised(label: str, same: str) -> None:
    assert normalised(label) == same


def test_a_number_inside_a_label_stays() -> None:
    assert normalised("第2项") == "第2项"
    assert normalised("12") == "12"


@pytest.mark.parametrize(
    ("label", "short"),
    [
        ("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "（二）部分公开"),
        ("本年收费金额（单位：万元）", "本年收费金额"),
        ("（七）总计", "（七）总计"),
        ("总计", "总计"),
        ("（单位）", "（单位）"),
        ("总计（一", "总计（一"),
    ],
)
def test_bare(label: str, short: str) -> None:
    assert bare(label) == short


@pytest.mark.parametrize("edition", editions())
def test_labels_of_a_form_stay_apart(edition: str) -> None:
    for form in editions()[edition].forms.values():
        labels = [label for row in form.rows for label in row.labels]
        assert len(labels) == len(set(labels))
        assert not set(labels) & set(form.group_labels)
        for row in form.rows:
            columns = [label for column in row.columns for label in column.labels]
            assert len(columns) == len(set(columns))
