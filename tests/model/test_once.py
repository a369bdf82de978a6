"""What is made once, when it is first asked for."""

import pytest

from nianbao.model.once import Once


def test_it_is_made_when_first_asked_for_and_then_kept() -> None:
    made: list[object] = []

    def make() -> list[object]:
        made.append(object())
        return made

    once = Once(make)
    assert made == []
    assert once() is once()
    assert len(made) == 1


def test_a_failure_is_not_kept() -> None:
    asked: list[int] = []

    def make() -> int:
        asked.append(1)
        return 1 // (len(asked) - 1)

    once = Once(make)
    with pytest.raises(ZeroDivisionError):
        once()
    assert once() == 1
