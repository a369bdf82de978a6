"""The number of a heading is told from its words."""

import pytest

from nianbao.model.numbering import Numbering, numbering_of


@pytest.mark.parametrize(
    ("heading", "numbering"),
    [
        ("一、总体情况", Numbering("chinese", 1, "总体情况")),
        ("  十 ．其他", Numbering("chinese", 10, "其他")),
        ("十一、附件", Numbering("chinese", 11, "附件")),
        ("二十、附件", Numbering("chinese", 20, "附件")),
        ("六、", Numbering("chinese", 6, "")),
        ("（二）主动公开", Numbering("other", 0, "主动公开")),
        ("第一部分 总体情况", Numbering("other", 0, "总体情况")),
        ("第 二 部分：主动公开", Numbering("other", 0, "主动公开")),
        ("第三章申请", Numbering("other", 0, "申请")),
        ("第四部分", Numbering("other", 0, "")),
        ("第二十条第（一）项", Numbering("none", 0, "第二十条第（一）项")),
        ("第一大部分 其他", Numbering("none", 0, "第一大部分 其他")),
        ("第部分", Numbering("none", 0, "第部分")),
        ("3. 申请", Numbering("other", 0, "申请")),
        ("总体情况", Numbering("none", 0, "总体情况")),
        ("一是公开", Numbering("none", 0, "一是公开")),
        ("", Numbering("none", 0, "")),
    ],
)
def test_numbering(heading: str, numbering: Numbering) -> None:
    assert numbering_of(heading) == numbering
