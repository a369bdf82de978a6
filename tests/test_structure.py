"""A value is judged by a schema: quickly where all is well, and with words where it is not."""

from decimal import Decimal
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nianbao.conforming import conforming, drop, put
from nianbao.editions import schema_of
from nianbao.structure import Schema, fault_in

_SCHEMA: Schema = {
    "type": "object",
    "additionalProperties": False,
    "required": ["name"],
    "properties": {
        "name": {"type": "string"},
        "size": {"type": ["integer", "null"]},
        "share": {"type": "number"},
        "open": {"type": "boolean"},
        "kind": {"enum": ["red", "green", 3]},
        "fixed": {"const": "x"},
        "list": {"type": "array", "items": {"type": "string"}},
        "word": {
            "type": "string",
            "pattern": "^[a-z]+$",
            "x-must": {"zh": "应是小写字母", "en": "must be in small letters"},
        },
        "name-of-any-kind": {"type": "string", "pattern": "^[a-z]+$"},
        "full": {"type": "string", "minLength": 1},
        "some": {"type": "array", "minItems": 2},
        "inner": {"$ref": "#/$defs/inner"},
        "pair": {
            "type": "object",
            "additionalProperties": False,
            "required": ["left"],
            "properties": {"left": {}, "over": {}},
        },
        "many": {
            "type": "object",
            "additionalProperties": False,
            "properties": {f"k{number}": {} for number in range(17)},
        },
        "free": {"type": "object", "additionalProperties": {"type": "integer"}},
    },
    "$defs": {"inner": {"type": "object", "properties": {"a/b~": {"type": "string"}}}},
}


def _fault(**more: Any) -> tuple[str, str, str] | None:
    fault = fault_in({"name": "x", **more}, _SCHEMA, _SCHEMA)
    return (fault.pointer, *fault.reason) if fault else None


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"size": 3},
        {"size": None},
        {"share": 0.5},
        {"share": Decimal("0.5")},
        {"share": 3},
        {"open": True},
        {"kind": "red"},
        {"kind": 3},
        {"fixed": "x"},
        {"list": []},
        {"list": ["a", "b"]},
        {"word": "abc"},
        {"full": "x"},
        {"some": [1, 2]},
        {"inner": {"a/b~": "x", "more": 1}},
        {"free": {"a": 1}},
    ],
)
def test_no_fault(more: dict[str, Any]) -> None:
    assert _fault(**more) is None


@pytest.mark.parametrize(
    ("more", "pointer", "zh", "en"),
    [
        ({"size": "3"}, "/size", "/size 应是整数或空值", "/size must be a whole number or null"),
        ({"size": 3.5}, "/size", "/size 应是整数或空值", "/size must be a whole number or null"),
        ({"size": True}, "/size", "/size 应是整数或空值", "/size must be a whole number or null"),
        ({"share": True}, "/share", "/share 应是数", "/share must be a number"),
        ({"open": 1}, "/open", "/open 应是 true 或 false", "/open must be true or false"),
        (
            {"list": "a"},
            "/list",
            '/list 应是列表，写作 ["a"]',
            '/list must be a list, written ["a"]',
        ),
        ({"list": 1}, "/list", "/list 应是列表", "/list must be a list"),
        (
            {"kind": ["red"]},
            "/kind",
            "/kind 应是一个值，不能是列表，可用的有：red、green、3",
            "/kind must be a single value, not a list; choose from red, green, 3",
        ),
        (
            {"kind": True},
            "/kind",
            "“true”不在可用的值之中：red、green、3",
            '"true" is none of red, green, 3',
        ),
        ({"word": 3}, "/word", "/word 应是小写字母", "/word must be in small letters"),
        ({"list": ["a", 1]}, "/list/1", "/list/1 应是文字", "/list/1 must be a string"),
        (
            {"kind": "gren"},
            "/kind",
            "“gren”不在可用的值之中：red、green、3，是否想写“green”？",
            '"gren" is none of red, green, 3; did you mean "green"?',
        ),
        ({"fixed": "y"}, "/fixed", "“y”不在可用的值之中：x", '"y" is none of x'),
        (
            {"word": "ABC"},
            "/word",
            "/word 应是小写字母，不能是“ABC”",
            '/word must be in small letters, not "ABC"',
        ),
        (
            {"szie": 3},
            "/szie",
            "未知的键“szie”，是否想写“size”？",
            'unknown key "szie"; did you mean "size"?',
        ),
        (
            {"name-of-any-kind": "X" * 99},
            "/name-of-any-kind",
            "/name-of-any-kind 的内容不合规定",
            "/name-of-any-kind is not as it must be",
        ),
        ({"full": ""}, "/full", "/full 不能是空的", "/full must not be empty"),
        ({"some": [1]}, "/some", "/some 至少要有 2 项", "/some must have 2 or more items"),
        (
            {"pair": {"left": 1, "wrong": 1}},
            "/pair/wrong",
            "未知的键“wrong”，可用的有：left、over",
            'unknown key "wrong"; choose from left, over',
        ),
        ({"many": {"qqqq": 3}}, "/many/qqqq", "未知的键“qqqq”", 'unknown key "qqqq"'),
        ({"many": {"a/b": 3}}, "/many/a~1b", "未知的键“a/b”", 'unknown key "a/b"'),
        ({"pair": {}}, "/pair", "/pair 缺少键“left”", '/pair lacks the key "left"'),
        (
            {"inner": {"a/b~": 1}},
            "/inner/a~1b~0",
            "/inner/a~1b~0 应是文字",
            "/inner/a~1b~0 must be a string",
        ),
        ({"free": {"a": "x"}}, "/free/a", "/free/a 应是整数", "/free/a must be a whole number"),
    ],
)
def test_faults(more: dict[str, Any], pointer: str, zh: str, en: str) -> None:
    assert _fault(**more) == (pointer, zh, en)


def test_a_key_that_is_missing() -> None:
    fault = fault_in({}, _SCHEMA, _SCHEMA)
    assert fault is not None
    assert (fault.pointer, *fault.reason) == ("", "缺少键“name”", 'the key "name" is missing')


def test_the_top_itself() -> None:
    fault = fault_in([], _SCHEMA, _SCHEMA)
    assert fault is not None
    assert fault.reason == (
        "最外层 应是对象（键和值）",
        "the top must be an object (keys and values)",
    )


def test_a_pointer_above() -> None:
    fault = fault_in({"name": 1}, _SCHEMA, _SCHEMA, "/requests")
    assert fault is not None
    assert fault.pointer == "/requests/name"


_VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 5),
    st.decimals(-5, 5, places=1),
    st.text(max_size=3),
    st.lists(st.integers(0, 3), max_size=2),
    st.dictionaries(st.sampled_from(["raw", "reason", "x"]), st.integers(0, 3), max_size=2),
)
_POINTERS = st.sampled_from(
    [
        "/year",
        "/edition",
        "/organ",
        "/organ/level",
        "/period/text",
        "/links",
        "/sections/overview",
        "/sections/overview/order",
        "/sections/more",
        "/disclosure/licences",
        "/disclosure/licences/decisions",
        "/disclosure/licences/more",
        "/disclosure/more",
        "/disclosure/labels",
        "/disclosure/extra_rows",
        "/requests/results/other",
        "/requests/results/more",
        "/requests/unread",
        "/requests/received/other",
        "/more",
    ]
)


def _plain(value: Any) -> Any:
    return float(value) if isinstance(value, Decimal) else value


@settings(max_examples=150, deadline=None)
@given(pointer=_POINTERS, value=_VALUES, edition=st.sampled_from(["2019", "2021"]))
def test_the_quick_look_and_the_validator_agree(pointer: str, value: Any, edition: str) -> None:
    schema = schema_of(edition)
    quick, slow = conforming(edition), conforming(edition)
    put(quick, pointer, value)
    put(slow, pointer, _plain(value))
    valid = jsonschema.Draft202012Validator(schema).is_valid(slow)
    assert (fault_in(quick, schema, schema) is None) is valid


def test_put_and_drop() -> None:
    data: dict[str, Any] = {"a": {"b": [1, 2]}}
    put(data, "/a/c/d", 3)
    put(data, "/a/b/1", 9)
    put(data, "/x~1y~0", 4)
    assert data == {"a": {"b": [1, 9, 2], "c": {"d": 3}}, "x/y~": 4}
    drop(data, "/a/b/0")
    drop(data, "/a/c")
    assert data["a"] == {"b": [9, 2]}
    put(data, "/a/b/1", {"k": 1})
    put(data, "/a/b/1/k", 2)
    assert data["a"]["b"][1] == {"k": 2}
    with pytest.raises(KeyError):
        drop(data, "/none")
