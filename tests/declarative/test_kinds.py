"""The other kinds of check: what must be there, what may stand in a cell, what must be named."""

from typing import Any

import pytest

from nianbao.declarative.kinds import check_of
from nianbao.model.text import Text
from nianbao.rule import Check, Hit, NotChecked
from tests.invented import Data, as_json, data, read


def _function(name: str) -> Check:
    if name != "known":
        raise LookupError(name)
    return lambda _report: [Hit("/title")]


def _found(whole: Data, **check: Any) -> list[Hit | NotChecked]:
    return list(check_of(check, _function)(read(as_json(whole), ".json")))


def test_a_python_function() -> None:
    assert _found(data(), kind="python", function="known") == [Hit("/title")]
    with pytest.raises(LookupError):
        check_of({"kind": "python", "function": "unknown"}, _function)


@pytest.mark.parametrize(
    ("what", "pointer", "title"),
    [
        ("section", "/sections/problems", "五、存在的主要问题及改进情况"),
        ("table", "/requests", "收到和处理政府信息公开申请情况"),
        ("row", "/disclosure/fees", "行政事业性收费"),
        ("row", "/requests/results/refused/state_secret", "（三）不予公开 · 1.属于国家秘密"),
    ],
)
def test_what_is_absent(what: str, pointer: str, title: str) -> None:
    whole = data()
    assert _found(whole, kind="present", what=what) == []
    node = whole
    *above, last = pointer.split("/")[1:]
    for key in above:
        node = node[key]
    del node[last]
    assert _found(whole, kind="present", what=what) == [Hit(pointer, {"title": title})]


def test_table_four_has_one_row() -> None:
    whole = data({"/review_litigation": {}})
    (hit,) = _found(whole, kind="present", what="row")
    assert hit.at == "/review_litigation"
    whole = data({"/review_litigation": {"unread": {"/review_litigation": {"raw": ["0"]}}}})
    assert _found(whole, kind="present", what="row") == []


@pytest.mark.parametrize("what", ["section", "table", "row"])
def test_nothing_is_absent_where_the_edition_is_unknown(what: str) -> None:
    whole = {"title": "x", "sections": {"overview": {"order": 1, "heading": "一、总体情况"}}}
    (gap,) = _found(whole, kind="present", what=what)
    assert gap == NotChecked(
        Text("无法确定适用哪一版格式", "the edition that applies cannot be told")
    )


@pytest.mark.parametrize("what", ["section", "table"])
def test_what_stands_behind_a_break_is_not_checked(what: str) -> None:
    whole = data({"/sections/overview/text": "本年通过县政府门户网站公开政府信息，及时更新办事"})
    for key in ("disclosure", "requests", "review_litigation", "problems", "other_matters"):
        del whole["sections"][key]
        whole.pop(key, None)
    found = _found(whole, kind="present", what=what)
    assert found
    assert {type(each) for each in found} == {NotChecked}
    assert all(each.at for each in found)


def test_rows_behind_a_break_are_not_checked() -> None:
    whole = data()
    for key in ("problems", "other_matters", "review_litigation"):
        del whole["sections"][key]
    del whole["review_litigation"]
    del whole["requests"]["carried_out"], whole["requests"]["results"]["total"]
    del whole["requests"]["results"]["granted"]
    hit, *gaps = sorted(
        _found(whole, kind="present", what="row"), key=lambda each: type(each).__name__
    )
    assert hit.at == "/requests/results/granted"
    assert [gap.at for gap in gaps] == ["/requests/results/total", "/requests/carried_out"]


_CELL = "/requests/received/other"


@pytest.mark.parametrize(
    ("state", "value"),
    [("blank", None), ("placeholder", "/"), ("unit", "3件"), ("text", "约3")],
)
def test_states_of_a_cell(state: str, value: object) -> None:
    (hit,) = _found(data({_CELL: value}), kind="cell", state=state)
    assert isinstance(hit, Hit)
    assert hit.at == _CELL
    assert hit.values["value"] == (value or "")
    assert hit.values.get("unit") == ("件" if state == "unit" else None)
    for other in {"blank", "placeholder", "unit", "text"} - {state}:
        assert _found(data({_CELL: value}), kind="cell", state=other) == []


@pytest.mark.parametrize(
    ("law", "pointer", "value", "broken"),
    [
        ("minimum", _CELL, -1, True),
        ("minimum", _CELL, 0, False),
        ("minimum", "/disclosure/fees/amount", -0.5, True),
        ("minimum", _CELL, "-3件", True),
        ("minimum", _CELL, "约-3", False),
        ("whole", _CELL, 1.5, True),
        ("whole", _CELL, "1.50", True),
        ("whole", _CELL, "2.0", False),
        ("whole", "/disclosure/fees/amount", 0.5, False),
    ],
)
def test_laws_of_a_column(law: str, pointer: str, value: object, broken: bool) -> None:  # noqa: FBT001
    found = _found(data({pointer: value}), kind="cell", law=law)
    assert [hit.at for hit in found] == ([pointer] if broken else [])


@pytest.mark.parametrize("value", [-8, "减8", "－8"])
def test_a_change_may_be_negative(value: object) -> None:
    whole = data({"/disclosure/licences/change": value}, "2019")
    assert _found(whole, kind="cell", law="minimum") == []


_TOPICS = [
    {"zh": "网站", "en": "website", "words": ["网站", "门户"]},
    {"zh": "培训", "en": "training", "words": ["培训"]},
]


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("更新门户，组织培训。", None),
        ("更新网站。", Text("培训", "training")),
        ("各项工作有序开展。", Text("网站、培训", "website, training")),
    ],
)
def test_what_a_section_must_mention(text: str, missing: Text | None) -> None:
    whole = data({"/sections/overview/text": text})
    found = _found(whole, kind="mention", section="overview", of=_TOPICS)
    assert found == ([Hit("/sections/overview", {"missing": missing})] if missing else [])


@pytest.mark.parametrize("cells", [{"/sections/overview/text": ""}, {"/sections": {}}])
def test_a_section_without_text_is_not_judged(cells: dict[str, object]) -> None:
    (gap,) = _found(data(cells), kind="mention", section="overview", of=_TOPICS)
    assert isinstance(gap, NotChecked)
