"""The reader of a document is chosen by its name, else by how it begins."""

from pathlib import Path

import pytest

from nianbao.app import Checker, Options
from nianbao.model.report import Report
from nianbao.protocols import Formatter, Reader, ReadOptions, Source, UnreadableError
from tests.invented import as_json, checker, data, document

_PAGE = document()


class _Reader:
    """A reader of its own suffix that does what a test says."""

    name = "mine"
    suffixes: tuple[str, ...] = (".mine",)

    def __init__(self, error: Exception | None = None) -> None:
        self.error = error
        self.options: ReadOptions | None = None

    def claims(self, start: str) -> bool:
        """Tell by a word."""
        return start.startswith("MINE")

    def read(self, source: Source, options: ReadOptions) -> Report:
        """Raise what the test says, or give an empty report."""
        self.options = options
        if self.error:
            raise self.error
        return Report(title=source.text)


def _with(reader: Reader, **options: object) -> Checker:
    base = checker()
    readers = {"mine": reader, **base.readers}
    formatters: dict[str, Formatter] = {}
    return Checker(base.rules, base.digest, readers, formatters, Options(**options))  # type: ignore[arg-type]


def test_a_reader_that_fails_does_not_stop_the_others() -> None:
    failing = _with(_Reader(ZeroDivisionError("two\nlines")))
    (checked,) = failing.check_data("x.mine", b"x").documents
    assert checked.status == "unreadable"
    assert checked.problem is not None
    assert checked.problem.reason == (
        "读取时出错：ZeroDivisionError: two",
        "reading it failed: ZeroDivisionError: two",
    )


@pytest.mark.parametrize(
    ("path", "content", "reader"),
    [
        ("x.mine", "x", "mine"),
        ("X.MINE", "<p>", "mine"),
        ("x.html", "MINE", "html"),
        ("x.shtml", "x", "html"),
        ("x.json", as_json(data()), "json"),
        ("x", "MINE", "mine"),
        ("x.unknown", " \n<p>x", "html"),
        ("x.unknown", "{}", "json"),
        ("x.unknown", "x", "text"),
        ("x.md", "x", "text"),
    ],
)
def test_which_reader_reads(path: str, content: str, reader: str) -> None:
    _, chosen, source = _with(_Reader()).read(path, content.encode())
    assert chosen.name == reader
    assert source.path == path


def test_how_to_read_is_told_to_the_reader() -> None:
    reader = _Reader()
    _with(reader, blank="strict", year=2020).read("x.mine", b"x")
    assert reader.options == ReadOptions("strict", 2020)


def test_suffixes_are_those_of_all_readers() -> None:
    assert checker().suffixes == {
        ".html",
        ".htm",
        ".shtml",
        ".xhtml",
        ".json",
        ".txt",
        ".md",
    }


def test_reading_a_file(tmp_path: Path) -> None:
    path = tmp_path / "x.html"
    path.write_text(_PAGE, encoding="utf-8")
    report, _, source = checker().read(str(path))
    assert report.year == 2024
    assert source.text == _PAGE
    with pytest.raises(UnreadableError):
        checker().read(str(tmp_path / "none.html"))
