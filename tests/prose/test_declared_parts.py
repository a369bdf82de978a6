"""What a preface says of the parts of its report is told from what it says of the work."""

import pytest

from nianbao.prose.declared_parts import declared_parts

_FIVE = (
    "总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、"
    "政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况"
)
_SIX = f"{_FIVE}、其他需要报告的事项"


@pytest.mark.parametrize(
    ("text", "said", "listed"),
    [
        (f"本报告由{_SIX}六个部分组成。", 6, 6),
        (f"本报告由{_SIX}等6个部分组成。", 6, 6),
        (f"本年度报告包括{_FIVE}和其他需要报告的事项六部分。", 6, 6),
        (f"全文共六部分，包括{_SIX}。", 6, 6),
        (f"本报告由{_FIVE}六个部分组成。", 6, 5),
        (f"全文共六部分，包括{_FIVE}。", 6, 5),
        ("本报告分为四个部分。", 4, None),
        ("年报内容包括两大部分。", 2, None),
        ("本报告由总体情况、主动公开情况等六个部分组成。", 6, None),
        ("本报告由概况、信息情况、附录三个部分组成。", 3, None),
        ("本报告由六个方面组成。", 6, None),
        ("根据条例。本报告包括十部分；其余从略。", 10, None),
    ],
)
def test_parts_of_the_report(text: str, said: int, listed: int | None) -> None:
    declared = declared_parts(text)
    assert declared is not None
    assert (declared.said, declared.listed) == (said, listed)
    assert declared.quote in text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "本报告从五个方面总结工作。",
        "报告期内，从主动公开等五个方面推进，包括培训。",
        "全年部分公开2件，三部分人员参加培训。",
        "公开指南由三个部分组成。",
        "（一）主动公开方面。部分公开1件。",
        "本报告的一部分内容另行公布。",
    ],
)
def test_other_parts_and_aspects(text: str) -> None:
    assert declared_parts(text) is None
