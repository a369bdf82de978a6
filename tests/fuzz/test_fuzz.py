"""Damaged documents are read or refused, checked, located, printed and converted alike."""

import pytest

from tests.fuzz.__main__ import main
from tests.fuzz.inputs import made
from tests.fuzz.seeds import READERS
from tests.fuzz.trial import BrokenError, tried


@pytest.mark.parametrize("reader", READERS)
def test_damaged_documents(reader: str, capsys: pytest.CaptureFixture[str]) -> None:
    failed = main(["--count", "60", "--seed", "7", "--reader", reader])
    assert not failed, capsys.readouterr().out


@pytest.mark.parametrize("reader", READERS)
def test_the_inputs_are_worth_it(reader: str) -> None:
    """Many are still read as reports; hardly two are the same; equal numbers give equal bytes."""
    inputs = [made(7, number, reader) for number in range(40)]
    assert len({each.data for each in inputs}) > 35
    assert made(7, 3, reader) == inputs[3]
    assert [tried(each) for each in inputs].count("read") > 12


def test_a_failure_is_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        message = "this does not hold"
        raise BrokenError(message)

    monkeypatch.setattr("tests.fuzz.trial._require_places", broken)
    assert main(["--count", "6", "--seed", "7", "--reader", "text"]) == 1
    told = capsys.readouterr().out
    assert "BrokenError: this does not hold (test_fuzz.py:" in told
    assert "python -m tests.fuzz --seed 7 --reader text --only 0 --save FILE" in told
