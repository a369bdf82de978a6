"""Is a finding the same when it was kept as text?"""

from decimal import Decimal
from typing import Any

import pytest

from nianbao.audit.frozen import frozen, thawed
from nianbao.model.place import Columns, Origin, Place, Span
from nianbao.model.text import Text
from nianbao.result import Finding
from nianbao.rule import Severity
from tests.invented import check, checker, document

_RULES = {rule.code: rule for rule in checker(None).offered}


def _finding(**values: Any) -> Finding:
    place = Place("/requests", "表三", Span(1, 2, 1, 3), Columns(2, 3, 4, 5))
    other = Place("/title", "标题", origin=Origin("a.html", "青禾县档案局", 2023))
    return Finding(
        _RULES["SUM001"],
        Severity.WARNING,
        Text("不平", "not equal"),
        place,
        (other,),
        values,
        "0123456789abcdef#2",
    )


@pytest.mark.parametrize(
    "value",
    [
        3,
        "三",
        None,
        1.5,
        True,
        Decimal("0.10"),
        Text("甲", "a"),
        (1, Decimal(2)),
        {"a": Text("甲", "a"), "b": (None,)},
        (),
    ],
)
def test_a_finding_is_the_same_again(value: Any) -> None:
    finding = _finding(value=value)
    again = thawed(frozen(finding), _RULES)
    assert again == finding
    assert [type(each) for each in again.values.values()] == [type(value)]


def test_lists_and_sets_come_back_as_tuples() -> None:
    again = thawed(frozen(_finding(list=[1, [2]], set={3})), _RULES)
    assert again.values == {"list": (1, (2,)), "set": (3,)}


def test_what_json_has_no_word_for_is_kept_as_words() -> None:
    assert thawed(frozen(_finding(what=object)), _RULES).values == {"what": str(object)}


def test_the_findings_of_a_page_are_the_same_again_but_for_the_equation() -> None:
    checked = check(document({"/requests/received/total": "7", "/requests/received/other": "x"}))
    assert checked.findings
    for finding in checked.findings:
        assert thawed(frozen(finding), _RULES) == finding._replace(equation=None)
