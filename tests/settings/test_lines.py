"""Every key and item of a TOML text has a line."""

import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nianbao.model.place import escape
from nianbao.settings.lines import line_of, longest_key, repeated_in

_TEXT = '''\
# x = 1
a = 1 # [b]
"b.c" = "]\\" # x"
d = ["x", # ]
  'y"',

  ["z",
  3.14], {e = """one
two \\"""" , 'f g' = [
1979-05-27T07:32:00Z]},
]
h.i = \'\'\'
[k]
\'\'\'
h.j = {}
[l . "m/n"]
o = true
[[p]]
q = 1
[p.r]
s = -inf
[[p]]
q = 2
[[p.t]]
u = 1
[[p.t]]
u = 2
[v.w.x]
'''
_LINES = {
    "/a": 2,
    "/b.c": 3,
    "/d": 4,
    "/d/0": 4,
    "/d/1": 5,
    "/d/2": 7,
    "/d/2/0": 7,
    "/d/2/1": 8,
    "/d/3": 8,
    "/d/3/e": 8,
    "/d/3/f g": 9,
    "/d/3/f g/0": 10,
    "/h": 12,
    "/h/i": 12,
    "/h/j": 15,
    "/l": 16,
    "/l/m~1n": 16,
    "/l/m~1n/o": 17,
    "/p": 18,
    "/p/0": 18,
    "/p/0/q": 19,
    "/p/0/r": 20,
    "/p/0/r/s": 21,
    "/p/1": 22,
    "/p/1/q": 23,
    "/p/1/t": 24,
    "/p/1/t/0": 24,
    "/p/1/t/0/u": 25,
    "/p/1/t/1": 26,
    "/p/1/t/1/u": 27,
    "/v": 28,
    "/v/w": 28,
    "/v/w/x": 28,
}


def _pointers(value: Any, above: str = "") -> Iterator[str]:
    items = dict(enumerate(value)) if isinstance(value, list) else value
    for key, item in items.items() if isinstance(items, dict) else ():
        pointer = f"{above}/{escape(str(key))}"
        yield pointer
        yield from _pointers(item, pointer)


def test_every_pointer_has_its_line() -> None:
    assert set(_pointers(tomllib.loads(_TEXT))) == set(_LINES)
    assert {pointer: line_of(_TEXT, pointer) for pointer in _LINES} == _LINES


@pytest.mark.parametrize(
    ("pointer", "line"), [("/d/9", 4), ("/p/0/none/x", 18), ("/none", None), ("", None)]
)
def test_what_is_not_there_has_the_line_of_what_holds_it(pointer: str, line: int | None) -> None:
    assert line_of(_TEXT, pointer) == line


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", 1),
        ("a = 1", 1),
        ("a.'b.c' . d = 0.5\ne.f = '.....'", 3),
        ("[a.b]\nc = {d.e.f.g = 1, h.i = 2}", 4),
        ("a = '", 1),
        (".".join("x" * 1000), 1000),
    ],
)
def test_the_longest_key(text: str, parts: int) -> None:
    assert longest_key(text) == parts


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("a = 1\nb = 2\na = 3", ("a", 1)),
        ("[a]\nb = 1\n[a]", ("a", 1)),
        ("x = 1\n[a]\nb = [\n1]\nb = [2", ("a.b", 3)),
        ("a = {b = 1, b = 2, c = 3}", ("a.b", 1)),
        ("[[a]]\nb = 1\n[[a]]\nb = 1\nb = 2", ("a.1.b", 4)),
        ("'a/b' = 1\n\"a/b\" = 2", ("a/b", 1)),
        ("[[a]]\nb = 1\n[[a]]\nb = 1\n[a.c]\nb = 1", None),
        ("a = [{b = 1}, {b = 1}]", None),
        ("a.b = 1\na.c = 2\n", None),
    ],
)
def test_what_is_written_again(text: str, again: tuple[str, int] | None) -> None:
    assert repeated_in(text) == again


def test_an_empty_text() -> None:
    assert line_of("", "/a") is None


_NAMES = st.sampled_from(["a", "b", "'c d'", '"e.f"'])
_VALUES = st.recursive(
    st.sampled_from(["1", "'x'", '"[#"', "'''\n]'''", '"""a\n\\"b"""', "0.5", "2024-01-01"]),
    lambda inner: st.lists(inner, max_size=3).map(lambda items: "[\n" + ",\n".join(items) + "]"),
    max_leaves=5,
)


@given(st.lists(st.tuples(_NAMES, _VALUES), max_size=4, unique_by=lambda pair: pair[0]))
def test_a_key_stands_where_it_was_written(pairs: list[tuple[str, str]]) -> None:
    text, lines = "", {}
    for name, value in pairs:
        lines["/" + name.strip("'\"")] = text.count("\n") + 1
        text += f"{name} = {value}\n"
    assert {pointer: line_of(text, pointer) for pointer in lines} == lines
    assert all(line_of(text, pointer) for pointer in _pointers(tomllib.loads(text)))
