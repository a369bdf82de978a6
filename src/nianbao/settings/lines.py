"""On which line of a TOML text does each key and item stand?

Python's own reader gives no lines.
"""

import re
from collections.abc import Iterator

from nianbao.model.place import escape

# Keys of more parts than settings ever have would fill the memory.
_DEEPEST = 20
_ENDS = frozenset("\n[]{}=,")
_TOKEN = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*+"{3,5}'
    r"|'''(?:[^']|'(?!''))*+'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*+"'
    r"|'[^'\n]*+'"
    r"|\#[^\n]*+"
    r"|[\n\[\]{}=,.]"
    r"|[^\s\[\]{}=,.\"'\#]++",
    re.DOTALL,
)


def longest_key(text: str) -> int:
    """Return how many parts the longest dotted key of a text has, whether it is sound or not."""
    longest = parts = 0
    for mark, _ in _tokens(text):
        if mark == ".":
            parts += 1
            longest = max(longest, parts)
        elif mark in _ENDS:
            parts = 0
    return longest + 1


def line_of(text: str, pointer: str) -> int | None:
    """Return the line of the key or item at a pointer in sound TOML, or else of what holds it."""
    lines = _Walk(text).lines
    while pointer not in lines and pointer:
        pointer = pointer.rpartition("/")[0]
    return lines.get(pointer)


def repeated_in(text: str) -> tuple[str, int] | None:
    """Return the first key or table that a text writes again, with the line where it was written.

    Args:
        text: TOML that is sound up to there.
    """
    return _Walk(text).repeated


class _Walk:
    """Goes through the tokens of a text once."""

    def __init__(self, text: str) -> None:
        self.lines: dict[str, int] = {}
        self.repeated: tuple[str, int] | None = None
        self._written: dict[str, int] = {}
        self._items: dict[str, int] = {}
        self._tokens = _tokens(text)
        self._now, self._line = next(self._tokens)
        self._all()

    def _next(self) -> str:
        token = self._now
        self._now, self._line = next(self._tokens, ("", self._line))
        return token

    def _all(self) -> None:
        table = ""
        while self._now:
            if self._now == "[":
                table = self._header()
            elif self._now == "\n":
                self._next()
            else:
                self._pair(table)

    def _header(self) -> str:
        """Read ``[a.b]`` or ``[[a.b]]`` and return the pointer that what follows stands under."""
        line = self._line
        self._next()
        is_item = self._now == "["
        if is_item:
            self._next()
        pointer = self._key("", "]", line)
        if is_item:
            number = self._items[pointer] = self._items.get(pointer, -1) + 1
            pointer = f"{pointer}/{number}"
            self.lines[pointer] = line
        else:
            self._write(pointer, line)
        while self._now == "]":
            self._next()
        return pointer

    def _write(self, pointer: str, line: int) -> None:
        """Take down that a key or a table is written, which may be done once."""
        if pointer in self._written:
            self.repeated = self.repeated or (_name(pointer), self._written[pointer])
        self._written.setdefault(pointer, line)

    def _key(self, above: str, end: str, line: int) -> str:
        """Read a dotted key up to a token; a name of a list stands for its last item."""
        pointer = above
        while self._now not in (end, ""):
            name = self._next()
            if name == ".":
                if pointer in self._items:
                    pointer = f"{pointer}/{self._items[pointer]}"
                continue
            if pointer.count("/") < _DEEPEST:
                pointer += "/" + escape(_bare(name))
                self.lines.setdefault(pointer, line)
        return pointer

    def _pair(self, above: str) -> None:
        line = self._line
        pointer = self._key(above, "=", line)
        self._write(pointer, line)
        self._next()
        self._value(pointer)

    def _value(self, pointer: str) -> None:
        if self._now == "[":
            self._list(pointer)
        elif self._now == "{":
            self._table(pointer)
        else:
            while self._now not in ("\n", ",", "]", "}", "") and self._now[0] != "#":
                self._next()

    def _list(self, pointer: str) -> None:
        self._next()
        number = 0
        while self._now not in ("]", ""):
            if self._now in ("\n", ","):
                self._next()
                continue
            self.lines[f"{pointer}/{number}"] = self._line
            self._value(f"{pointer}/{number}")
            number += 1
        self._next()

    def _table(self, pointer: str) -> None:
        self._next()
        while self._now not in ("}", ""):
            if self._now in ("\n", ","):
                self._next()
                continue
            self._pair(pointer)
        self._next()


def _tokens(text: str) -> Iterator[tuple[str, int]]:
    """Yield the tokens with their lines, comments left out; an empty one ends them."""
    line, after = 1, 0
    for found in _TOKEN.finditer(text):
        line += text.count("\n", after, found.start())
        after = found.start()
        if found[0][0] != "#":
            yield found[0], line
    yield "", line


def _name(pointer: str) -> str:
    return pointer[1:].replace("/", ".").replace("~1", "/").replace("~0", "~")


def _bare(name: str) -> str:
    return name[1:-1] if name[0] in "\"'" else name
