"""Where in a JSON text stands each value, and which keys stand twice?"""

import json
import re

from nianbao.model.place import escape
from nianbao.model.record import Record

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+', re.DOTALL)


class Stretch(Record):
    """Where a value stands; of a string, what is between its quotes."""

    start: int
    stop: int


def start_of(word: str, text: str) -> int | None:
    """Return where a number or bare word stands in a JSON text, not inside a string, or None."""
    return next((found.start() for found in _TOKEN.finditer(text) if found[0] == word), None)


class _Level:
    """An object or array while it is read."""

    def __init__(self, pointer: str, start: int, *, is_object: bool) -> None:
        self.pointer, self.start, self.is_object = pointer, start, is_object
        self.index = 0
        self.key: str | None = None
        self.keys: set[str] = set()

    def child(self) -> str:
        """Return the pointer of the value that follows."""
        name = self.key or "" if self.is_object else str(self.index)
        return f"{self.pointer}/{escape(name)}"


class Outline:
    """The values of a JSON text by pointer, and the first key that stands twice in an object.

    The text must be sound JSON.
    """

    def __init__(self, text: str) -> None:
        self.stretches: dict[str, Stretch] = {}
        self.twice: tuple[str, int] | None = None
        self._levels: list[_Level] = []
        for token in _TOKEN.finditer(text):
            self._take(token[0], token.start(), token.end())

    def _take(self, part: str, start: int, stop: int) -> None:
        level = self._levels[-1] if self._levels else None
        if part in "{[":
            pointer = level.child() if level else ""
            self._levels.append(_Level(pointer, start, is_object=part == "{"))
        elif part in "}]":
            closed = self._levels.pop()
            self.stretches[closed.pointer] = Stretch(closed.start, stop)
        elif part == "," and level:
            level.index, level.key = level.index + 1, None
        elif level and level.is_object and level.key is None:
            self._take_key(level, part, start)
        elif part != ":":
            quoted = part[0] == '"'
            self.stretches[level.child() if level else ""] = Stretch(start + quoted, stop - quoted)

    def _take_key(self, level: _Level, part: str, start: int) -> None:
        level.key = str(json.loads(part))
        if level.key in level.keys and self.twice is None:
            self.twice = (level.key, start)
        level.keys.add(level.key)
