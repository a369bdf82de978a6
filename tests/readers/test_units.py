"""Are columns right in other units, however long the line?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nianbao.model.place import Span
from nianbao.readers import units
from nianbao.readers.stream import Lines
from nianbao.readers.units import Units

_TEXT = st.text("a字𠮷\r\n\ud83d", max_size=40)


def _counted(text: str) -> tuple[int, int]:
    """Count each character by itself."""
    wide = sum(ord(char) > 0xFFFF for char in text)
    sizes = [1 + (char >= "\x80") + (char >= "\u0800") + (char > "\uffff") for char in text]
    return len(text) + wide, sum(sizes)


@given(text=_TEXT, data=st.data())
def test_sizes_are_those_of_the_characters(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    stop = data.draw(st.integers(start, len(text)))
    with pytest.MonkeyPatch.context() as changed:
        changed.setattr(units, "_PIECE", 3)
        counter = Units(text)
        assert counter.between(start, stop) == _counted(text[start:stop])
        assert counter.between(0, len(text)) == _counted(text)


def test_columns_begin_anew_in_each_line() -> None:
    lines = Lines("𠮷𠮷\r\n字𠮷x\n")
    assert lines.columns(Span(1, 2, 2, 3)) == (3, 4, 5, 8)


def test_a_long_line_is_counted_once(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "字" * 100_000
    lines, counted = Lines(text), []
    size = units._size  # noqa: SLF001  # its work is what counts here

    def counting(piece: str) -> units.Size:
        counted.append(len(piece))
        return size(piece)

    monkeypatch.setattr(units, "_size", counting)
    for _ in range(100):
        assert lines.columns(Span(1, 90_001, 1, 90_002)) == (90_001, 90_002, 270_001, 270_004)
    assert sum(counted) < len(text) + 100 * 4 * 4096
