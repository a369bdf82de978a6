"""What is no canonical JSON is refused with its reason and its place."""

import pytest

from nianbao.protocols import UnreadableError
from tests.invented import as_json, check, data, read

_CELL = "/requests/received/other"


def _refused(source: str) -> tuple[str, tuple[int | None, int | None]]:
    """Return why a text is refused in Chinese, and where; both languages must say it."""
    with pytest.raises(UnreadableError) as caught:
        read(source, ".json")
    problem = caught.value.problem
    assert problem.reason.en.isascii() or "…" in problem.reason.en or "、" in problem.reason.en
    assert check(source, ".json").status == "unreadable"
    return problem.reason.zh, (problem.line, problem.column)


@pytest.mark.parametrize(
    ("source", "reason", "place"),
    [
        ("{a: 1}", "此处应为双引号括起的键", (1, 2)),
        ('{\n "title" "x"}', "键后缺少冒号", (2, 10)),
        ('{"title": }', "此处应为一个值", (1, 11)),
        ('{"title": "x"\n "year": 2}', "两项之间缺少逗号", (2, 2)),
        ("{} x", "JSON 结束之后还有内容", (1, 4)),
        ('{"title":\n  "x', "字符串没有结束的引号", (2, 3)),
        ('{"title": "x\ny"}', "字符串中有未转义的控制字符", (1, 13)),
        ('{"title": "\\q"}', "反斜杠转义有误", (1, 12)),
        ('{"title": "青禾", "preface": 云}', "此处应为一个值", (1, 28)),
    ],
)
def test_broken_json(source: str, reason: str, place: tuple[int, int]) -> None:
    assert _refused(source) == (f"不是完好的 JSON：{reason}", place)


@pytest.mark.parametrize("source", ["[1]", '"x"', "7", "null"])
def test_no_object_at_the_top(source: str) -> None:
    assert _refused(source) == ("JSON 的最外层应是对象（{…}）", (1, 1))


@pytest.mark.parametrize("token", ["NaN", "Infinity", "-Infinity", "1e400", "-1E400", "1e-400"])
def test_numbers_that_no_report_can_hold(token: str) -> None:
    source = as_json(data({_CELL: "□"})).replace('"□"', token)
    line = next(at for at, text in enumerate(source.split("\n"), 1) if f": {token}" in text)
    reason, place = _refused(source)
    assert reason == f"{token} 不是报告里可能有的数"
    assert place == (line, source.split("\n")[line - 1].index(token) + 1)


@pytest.mark.parametrize("digits", [61, 5000, 100_000])
def test_numbers_too_long_to_be_figures(digits: int) -> None:
    source = as_json(data({_CELL: "□"})).replace('"□"', "9" * digits)
    assert _refused(source)[0] == "99999999999999999999… 不是报告里可能有的数"


def test_a_long_number_that_can_be_read() -> None:
    assert read(as_json(data({_CELL: 10**50})), ".json").cell(_CELL).value == 10**50


@pytest.mark.parametrize(
    ("source", "key", "place"),
    [
        ('{"title": "a",\n "title": "b"}', "title", (2, 2)),
        ('{"organ": {"name": "a", "name": "b"}}', "name", (1, 25)),
        ('{"title": "a", "\\u0074itle": "b"}', "title", (1, 16)),
    ],
)
def test_duplicate_keys(source: str, key: str, place: tuple[int, int]) -> None:
    assert _refused(source) == (f"键“{key}”在同一对象中出现两次", place)


@pytest.mark.parametrize(
    ("source", "reason", "place"),
    [
        ('{"year": "2024"}', "/year 应是整数", (1, 11)),
        ('{"year": 2024.5}', "/year 应是整数", (1, 10)),
        ('{"year": true}', "/year 应是整数", (1, 10)),
        ('{"preface": null}', "/preface 应是文字", (1, 13)),
        ('{"organ": "x"}', "/organ 应是对象（键和值）", (1, 12)),
        ('{"links": {}}', "/links 应是列表", (1, 11)),
        ('{"requests": []}', "/requests 应是对象（键和值）", (1, 14)),
        ('{"requests": {"received": 3}}', "/requests/received 应是对象（键和值）", (1, 27)),
        (
            '{"requests": {"received": {"total": [1]}}}',
            "/requests/received/total 应是数或文字或空值",
            (1, 37),
        ),
        (
            '{"requests": {"received": {"total": true}}}',
            "/requests/received/total 应是数或文字或空值",
            (1, 37),
        ),
        ('{"sections": {"overview": "x"}}', "/sections/overview 应是对象（键和值）", (1, 28)),
        ('{"extra_sections": [{"heading": 3}]}', "/extra_sections/0/heading 应是文字", (1, 33)),
    ],
)
def test_wrong_types(source: str, reason: str, place: tuple[int, int]) -> None:
    assert _refused(source) == (reason, place)


@pytest.mark.parametrize(
    ("source", "reason", "place"),
    [
        ('{"editon": "2021"}', "未知的键“editon”，是否想写“edition”？", (1, 13)),
        (
            '{"sections": {"overveiw": {}}}',
            "未知的键“overveiw”，是否想写“overview”？",
            (1, 27),
        ),
        (
            '{"requests": {"received": {"totl": 1}}}',
            "未知的键“totl”，是否想写“total”？",
            (1, 36),
        ),
        (
            '{"edition": "2021", "disclosure": {"regulations": {"made": 1}}}',
            "未知的键“made”，可用的有：issued、repealed、in_force",
            (1, 60),
        ),
        ('{"requests": {"recieved": 1}}', "/requests/recieved 应是对象（键和值）", (1, 27)),
        (
            '{"organ": {"level": "town"}}',
            (
                "“town”不在可用的值之中：ministry、province、city、county、township，"
                "是否想写“township”？"
            ),
            (1, 22),
        ),
    ],
)
def test_unknown_keys_and_words(source: str, reason: str, place: tuple[int, int]) -> None:
    assert _refused(source) == (reason, place)


@pytest.mark.parametrize(
    ("source", "place"),
    [
        ('{"edition": "2018"}', (1, 14)),
        ('{"edition": 2021}', (1, 13)),
        ('{"edition": null}', (1, 13)),
        ('{"edition": ["2021"]}', (1, 13)),
        ('{"edition": {}}', (1, 13)),
        ('{"requests": {"edition": "2018"}}', (1, 27)),
        ('{"requests": {"edition": []}}', (1, 26)),
    ],
)
def test_unknown_edition(source: str, place: tuple[int, int]) -> None:
    reason, met = _refused(source)
    assert reason.startswith("未知的表格版本")
    assert reason.endswith("已知的有 2019、2021")
    assert met == place


@pytest.mark.parametrize("depth", [100, 300, 500, 700, 900, 1000, 100_000])
@pytest.mark.parametrize("opening", ["[", '{"a":'])
def test_deep_nesting(depth: int, opening: str) -> None:
    closing = "]" if opening == "[" else "}"
    for source in (
        opening * depth + "1" + closing * depth,
        '{"links": ' + opening * depth + "1" + closing * depth + "}",
        opening * depth,
    ):
        checked = check(source, ".json")
        assert checked.problem is not None
        assert "Error" not in checked.problem.reason.en


def test_a_number_is_placed_where_it_stands_and_not_where_its_letters_do() -> None:
    reason, place = _refused('{"preface": "a NaN b",\n "year": NaN}')
    assert reason.startswith("NaN")
    assert place == (2, 10)


def test_a_comma_behind_the_last_item() -> None:
    """Python 3.13 has a message of its own for it."""
    assert _refused('{"a": 1,}') in (
        ("不是完好的 JSON：此处应为双引号括起的键", (1, 9)),
        ("不是完好的 JSON：最后一项之后多了逗号", (1, 8)),
    )
