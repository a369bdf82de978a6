"""What does a canonical JSON document say?"""

import json
from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property
from typing import Any, NoReturn

from nianbao.model.place import Columns, Span, escape
from nianbao.model.report import Report
from nianbao.model.text import Text
from nianbao.protocols import ReadOptions, Source, UnreadableError
from nianbao.readers.canonical import report_from
from nianbao.readers.json_places import Outline, start_of
from nianbao.readers.judging import first_fault
from nianbao.readers.stream import Lines
from nianbao.structure import Fault

# Past this many digits a number is no figure of a report, and Python refuses to read it.
_MOST_DIGITS = 60


def read(source: Source, options: ReadOptions) -> Report:
    """Read a canonical report.

    Raises:
        UnreadableError: it is no JSON, holds what JSON cannot mean, or has another structure.
    """
    places = JsonPlaces(source.text)
    try:
        data = _parsed(source.text, places)
        fault = first_fault(data)
    except RecursionError:
        raise UnreadableError(Text("JSON 嵌套过深", "the JSON is nested too deeply")) from None
    if fault:
        raise _unreadable(fault, places)
    return report_from(data, options)._replace(
        locate=places.locate, locate_words=places.locate_words, measure=places.measure
    )


class JsonPlaces:
    """The lines and columns of pointers into a JSON text, found when first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def outline(self) -> Outline:
        """The values of the text by pointer."""
        return Outline(self._text)

    @cached_property
    def lines(self) -> Lines:
        """The lines of the text."""
        return Lines(self._text)

    def locate(self, pointer: str) -> Span | None:
        """Return the span of a value; of a section its heading, of a period its words.

        What has no value of its own stands where the document tells of it: the label of a row or
        column, the cells of a row that cannot be told apart.
        """
        table, key = pointer.split("/")[1:2], escape(pointer)
        beside = [f"/{name}/{list_}/{key}" for name in table for list_ in ("labels", "unread")]
        for candidate in (f"{pointer}/heading", f"{pointer}/text", *beside, pointer):
            stretch = self.outline.stretches.get(candidate)
            if stretch and pointer:
                return self.lines.span(*stretch)
        return None

    def locate_words(self, pointer: str, words: str) -> Span | None:
        """Return the span of words in a text, None where it is written with escapes."""
        from nianbao.readers.wording import stretch_of  # noqa: PLC0415  # for findings alone

        for candidate in (f"{pointer}/text", pointer) if pointer else ():
            if whole := self.outline.stretches.get(candidate):
                stretch = stretch_of(words, self._text, *whole)
                return self.lines.span(*stretch) if stretch else None
        return None

    def measure(self, span: Span) -> Columns:
        """Return the columns of a span in other units."""
        return self.lines.columns(span)


def _parsed(text: str, places: JsonPlaces) -> Mapping[str, Any]:
    twice: list[str] = []

    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        entries = dict(items)
        if len(entries) != len(items):
            twice.append("")
        return entries

    try:
        data = json.loads(
            text,
            object_pairs_hook=pairs,
            parse_constant=_refuse,
            parse_float=_decimal,
            parse_int=_whole,
        )
    except json.JSONDecodeError as error:
        raise UnreadableError(_no_json(error), error.lineno, error.colno) from None
    except _NoFigureError as error:
        raise _no_figure(error.token, text, places) from None
    if twice:
        raise _twice(places)
    if not isinstance(data, dict):
        raise UnreadableError(
            Text("JSON 的最外层应是对象（{…}）", "the JSON must be an object at its top"), 1, 1
        )
    return data


class _NoFigureError(Exception):
    """A number that no report can mean."""

    def __init__(self, token: str) -> None:
        super().__init__(token)
        self.token = token


def _refuse(token: str) -> NoReturn:
    raise _NoFigureError(token)


def _decimal(token: str) -> Decimal:
    value = Decimal(token)
    if len(token) > _MOST_DIGITS or abs(value.adjusted()) > _MOST_DIGITS:
        raise _NoFigureError(token)
    return value


def _whole(token: str) -> int:
    if len(token) > _MOST_DIGITS:
        raise _NoFigureError(token)
    return int(token)


def _no_figure(token: str, text: str, places: JsonPlaces) -> UnreadableError:
    start = start_of(token, text)
    shown = token if len(token) <= 20 else token[:20] + "…"
    reason = Text(f"{shown} 不是报告里可能有的数", f"{shown} is no number that a report can hold")
    return UnreadableError(reason, *(places.lines.position(start) if start is not None else ()))


def _twice(places: JsonPlaces) -> UnreadableError:
    key, offset = places.outline.twice or ("", 0)
    reason = Text(f"键“{key}”在同一对象中出现两次", f'the key "{key}" stands twice in one object')
    return UnreadableError(reason, *places.lines.position(offset))


_JSON_ERRORS = (
    (
        "Expecting property name",
        Text("此处应为双引号括起的键", "a key in double quotes is expected here"),
    ),
    ("Expecting ':'", Text("键后缺少冒号", "a colon is missing behind the key")),
    ("Expecting ','", Text("两项之间缺少逗号", "a comma is missing between two items")),
    ("Expecting value", Text("此处应为一个值", "a value is expected here")),
    ("Extra data", Text("JSON 结束之后还有内容", "there is more behind the end of the JSON")),
    ("Unterminated string", Text("字符串没有结束的引号", "a string has no closing quote")),
    (
        "Invalid control",
        Text("字符串中有未转义的控制字符", "a string holds a bare control character"),
    ),
    ("Invalid \\", Text("反斜杠转义有误", "a backslash escape is wrong")),
    (
        "Illegal trailing comma",
        Text("最后一项之后多了逗号", "there is a comma behind the last item"),
    ),
)


def _no_json(error: json.JSONDecodeError) -> Text:
    for start, text in _JSON_ERRORS:
        if error.msg.startswith(start):
            return Text(f"不是完好的 JSON：{text.zh}", f"this is no sound JSON: {text.en}")
    return Text("不是完好的 JSON", "this is no sound JSON")


def _unreadable(fault: Fault, places: JsonPlaces) -> UnreadableError:
    stretch = places.outline.stretches.get(fault.pointer)
    where = places.lines.position(stretch.start) if stretch else ()
    return UnreadableError(fault.reason, *where)
