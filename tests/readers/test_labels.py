"""Labels are bound in every wording, width and kind of characters that sites write them in."""

import re

import pytest

from tests.invented import check, document, found, read

_BLOCKS = [
    f"/disclosure/blocks/{row}"
    for row in ("regulations", "licences", "penalties", "fees", "procurement")
]
_LABELS = (
    ("行政许可", "行 政 许 可"),
    ("行政许可", "行政<br>许可"),
    ("行政许可", "行政&nbsp;许可"),
    ("行政许可", "行政許可"),
    ("行政处罚", "行政處罰"),
    ("规章", "規　章"),
    ("（一）予以公开", "(一)予以公开"),
    ("（一）予以公开", "（一） 予以公開"),
    ("（一）予以公开", "予以公开"),
    ("（七）总计", "（七）總計"),
    ("（七）总计", "(七) 总 计"),
    ("1.属于国家秘密", "1．属于国家秘密"),
    ("1.属于国家秘密", "\uff11、属于国家秘密"),
    ("3.危及“三安全一稳定”", '3.危及"三安全一稳定"'),
    ("3.危及“三安全一稳定”", "3.危及三安全一稳定"),
    ("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "（二）部分公开"),
    (
        "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
        "(二)部分公开(区分处理的,只计这一情形,不计其他情形)",
    ),
    ("2.其他法律行政法规禁止公开", "2.其他法律、行政法规禁止公开"),
    ("本年收费金额（单位：万元）", "本年收费金额(单位:万元)"),
    ("本年制发件数", "本年<br>制发件数"),
    ("商业企业", "商业<br/>企业"),
    ("科研机构", "科研 機構"),
    ("结果维持", "結果維持"),
    ("第二十条第（一）项", "第二十条第(一)项"),
    ("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "（勾稽关系）"),
    ("一、本年新收政府信息公开申请数量", "一、本年新收政府信息公开申请"),
)


@pytest.mark.parametrize(("official", "met"), _LABELS)
def test_labels_as_sites_write_them(official: str, met: str) -> None:
    page = document()
    assert f">{official}<" in page
    assert found(check(page.replace(f">{official}<", f">{met}<"))) == []


_SIMPLIFIED = (
    "与业为举于会体决况减务动区单发国处复审对属当总执护报据无机权条构标现确稳类纠组织经结统继续维缴罚"
    "获补规计认议许讼访诉询请购费转过进间问题额项须办关内开强废数后范"
)
_TRADITIONAL = (
    "與業為舉於會體決況減務動區單發國處復審對屬當總執護報據無機權條構標現確穩類糾組織經結統繼續維繳罰"
    "獲補規計認議許訟訪訴詢請購費轉過進間問題額項須辦關內開強廢數後範"
)


@pytest.mark.parametrize("style", ["clean", "word", "split"])
@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_a_page_in_traditional_characters(edition: str, style: str) -> None:
    table = str.maketrans(_SIMPLIFIED, _TRADITIONAL)
    page = document(edition=edition, style=style)
    traditional = page.translate(table)
    assert traditional.count("會") > traditional.count("会") == 0
    report = read(traditional)
    assert report.content == read(page).content
    assert list(report.sections) == list(read(page).sections)
    rules = {rule for rule, _ in found(check(traditional))}
    assert not {rule for rule in rules if rule[:3] in ("TAB", "SEC", "VAL", "SUM")}


def test_labels_in_the_old_form() -> None:
    page = document(edition="2019").replace("本年新制作数量", "本年新<br />制作数量")
    page = page.replace("本年增/减", "本年增\uff0f减").replace("其他对外管理", "其它对外管理")
    assert found(check(page)) == []


def test_a_row_is_known_by_a_similar_label() -> None:
    page = document().replace(">行政事业性收费<", ">行政事业型收费<")
    assert found(check(page)) == [("LAB001", "/disclosure/fees")]


def test_an_altered_column_label_is_kept() -> None:
    table = read(document().replace("现行有效件数", "现行有效件")).tables["disclosure"]
    assert table.labels == {"/disclosure/columns/regulations/in_force": "现行有效件"}


@pytest.mark.parametrize("edition", ["2019", "2021"])
@pytest.mark.parametrize(
    ("before", "behind"),
    [
        (r"第二十条第（(.)）项", r"第二十条（\1）项"),
        (r"第二十条第（(.)）项", r"第二十条第（\1）款"),
        (r"第二十条第（(.)）项", r"《条例》第20条第（\1）项"),
        (r"第二十条第（.）项", "第20条第1项"),
    ],
)
def test_a_block_is_known_by_its_number_or_its_place(
    before: str, behind: str, edition: str
) -> None:
    page = re.sub(before, behind, document(edition=edition))
    blocks = [place for place in _BLOCKS if edition == "2019" or place != _BLOCKS[-1]]
    assert found(check(page)) == [("LAB001", place) for place in sorted(blocks)]


def test_another_number_is_that_of_the_block_that_is_missing() -> None:
    page = document().replace("第二十条第（八）项", "第二十条第（七）项")
    assert found(check(page)) == [("LAB001", "/disclosure/blocks/fees")]
