"""Documents that cannot be read, with what must be said of each."""

import json
from typing import NamedTuple

from tests.cli.documents import clean_json, clean_page, json_with


class Bad(NamedTuple):
    """A document that cannot be read.

    Attributes:
        name: of its file.
        content: of its file.
        zh, en: words that the one line about it must hold.
        where: line and column behind its name, or ``""``; ``*`` where any line will do.
    """

    name: str
    content: str | bytes
    zh: str
    en: str
    where: str = ""


_CELL = "/requests/received/natural_person"
_EMPTY = ("文件是空的", "the file is empty")
_BINARY = ("这是二进制文件，不是文本", "this is a binary file, not text")
_UNDECODABLE = ("无法确定文件的编码", "the encoding cannot be told")
_NUL = ("空字符（NUL）", "NUL characters")
_CUT = ("网页不完整", "the page is cut off")
_DEEP = ("嵌套过深", "nested too deeply")


def _place(text: str, offset: int) -> str:
    """Return where an offset lies in a text, as ``:line:column``."""
    before = text[:offset]
    return f":{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


def _number(token: str) -> Bad:
    text = json_with(_CELL, "@").replace('"@"', token)
    name = f"number-{token[:4].strip('-.').lower()}.json"
    shown = token if len(token) <= 20 else token[:20] + "…"
    where = _place(text, text.index(token))
    return Bad(
        name,
        text,
        f"{shown} 不是报告里可能有的数",
        f"{shown} is no number that a report can hold",
        where,
    )


def _wrong_type(name: str, pointer: str, value: object, zh: str, en: str) -> Bad:
    text = json_with(pointer, value)
    key = f'"{pointer.rpartition("/")[2]}": '
    start = text.rindex(f"{key}{json.dumps(value)[0]}") + len(key)
    # The place of a string is between its quotes.
    return Bad(f"{name}.json", text, zh, en, _place(text, start + isinstance(value, str)))


_PAGE = clean_page()
_TABLE = _PAGE.index("<td", _PAGE.index("</table>"))
_TWICE = '{\n "year": 2024,\n "edition": "2021",\n "year": 2023\n}'
_DEEP_PAGE = _PAGE.replace("<h1>", "<b>" * 100_000 + "<h1>", 1)

DOCUMENTS = (
    Bad("empty.html", b"", *_EMPTY),
    Bad("blank.txt", b" \r\n\t\n", *_EMPTY),
    Bad("mark-alone.json", b"\xef\xbb\xbf", *_EMPTY),
    Bad("picture.html", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, *_BINARY),
    Bad("document.html", b"PK\x03\x04" + b"word/document.xml" * 20, *_BINARY),
    Bad("program.html", b"\x7fELF\x02\x01\x01" + b"\0" * 99 + b"\x01\xfe\x80" * 50, *_BINARY),
    Bad("nul.html", _PAGE.encode().replace(b"<h1>", b"<h1>\0", 1), *_NUL, "*"),
    Bad("nul.json", clean_json().encode().replace(b"2021", b"20\x0021", 1), *_NUL, "*"),
    Bad("noise.html", b"\x80\x81\xff\xa0" * 500, *_UNDECODABLE),
    Bad("cut-in-table.html", _PAGE[: _TABLE + 200].rpartition("<")[0], *_CUT, "*"),
    Bad("cut-in-tag.html", _PAGE[: _TABLE + 3], *_CUT, "*"),
    Bad("cut-in-comment.html", _PAGE[:_TABLE] + "<!-- " + "x" * 40, *_CUT, "*"),
    Bad("cut-in-script.html", _PAGE[:_TABLE] + "<script>var x = 1;", *_CUT, "*"),
    Bad("deep.html", _DEEP_PAGE, *_DEEP, "*"),
    Bad("deep.json", "[" * 100_000, *_DEEP),
    Bad("no-json.json", "政府信息公开", "不是完好的 JSON", "this is no sound JSON", ":1:1"),
    Bad("comma.json", '{\n "year": 2024,\n}', "不是完好的 JSON", "this is no sound JSON", "*"),
    Bad("quote.json", '{\n "title": "年报\n}', "不是完好的 JSON", "this is no sound JSON", ":2:14"),
    Bad("cut.json", clean_json()[:200], "不是完好的 JSON", "this is no sound JSON", "*"),
    Bad("more.json", "{}\n{}", "还有内容", "there is more", ":2:1"),
    Bad("list.json", "[]", "最外层应是对象", "must be an object", ":1:1"),
    Bad("null.json", "null", "最外层应是对象", "must be an object", ":1:1"),
    Bad("twice.json", _TWICE, "“year”在同一对象中出现两次", '"year" stands twice', ":4:2"),
    Bad(
        "edition.json",
        clean_json().replace('"2021"', '"2018"', 1),
        "未知的表格版本",
        "unknown edition",
        "*",
    ),
    Bad(
        "edition-number.json",
        json.dumps({"edition": 2021}),
        "未知的表格版本",
        "unknown edition",
        "*",
    ),
    Bad(
        "edition-list.json",
        json.dumps({"edition": ["2021"]}),
        "未知的表格版本",
        "unknown edition",
        "*",
    ),
    _number("NaN"),
    _number("Infinity"),
    _number("-Infinity"),
    _number("1e400"),
    _number("1e-400"),
    _number("9" * 5000),
    _wrong_type("list-for-table", "/requests", [], "/requests 应是对象", "/requests must be an"),
    _wrong_type("text-for-row", "/requests/received", "3", "应是对象", "must be an object"),
    _wrong_type("object-in-cell", _CELL, {"value": 3}, "应是", "must be"),
    _wrong_type("list-in-cell", _CELL, [3], "应是", "must be"),
    _wrong_type("truth-in-cell", _CELL, value=True, zh="应是", en="must be"),
    _wrong_type("text-for-year", "/year", "2024", "/year 应是整数", "/year must be a whole number"),
    _wrong_type("list-of-sections", "/sections", [], "/sections 应是对象", "/sections must be an"),
    Bad(
        "unknown-key.json",
        json_with("/requestz", {}),
        "未知的键“requestz”，是否想写“requests”？",
        'unknown key "requestz"; did you mean "requests"?',
        "*",
    ),
    Bad(
        "unknown-column.json",
        json_with("/requests/received/natural_persons", 1),
        "未知的键“natural_persons”，是否想写“natural_person”？",
        'unknown key "natural_persons"; did you mean "natural_person"?',
        "*",
    ),
)
