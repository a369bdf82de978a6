"""Is it told how far an audit is: by a bar on a terminal, by a line now and then elsewhere?"""

import io

import pytest

from nianbao.audit.digests import Digests
from nianbao.audit.kept import kept_of
from nianbao.audit.watch import Silent, Step
from nianbao.formatters.audit_progress import AuditProgress
from nianbao.result import Document

_READY = kept_of(Document("a/b.html", "read"), None, Digests(""))
_UNREAD = kept_of(Document("c.html", "unreadable"), None, Digests(""))


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_elsewhere_a_line_is_written_when_it_is_time() -> None:
    stream = io.StringIO()
    with AuditProgress(stream, "zh", pause=0) as watch:
        watch.begin(10)
        watch.tell(Step([_READY, _UNREAD], "a/b.html", 1.25))
        watch.tell(Step())
    first, second = stream.getvalue().splitlines()
    assert first.startswith("已审核 2/10 份，每秒 ")
    assert first.endswith("份  可以发布 1 未能读全 1  最慢 b.html 1.2 秒")
    assert second.startswith("已审核 3/10 份")


def test_before_it_is_time_nothing_is_written() -> None:
    stream = io.StringIO()
    with AuditProgress(stream, "zh") as watch:
        watch.tell(Step([_READY]))
    assert stream.getvalue() == ""


def test_what_lies_in_archives_is_counted_as_it_comes() -> None:
    stream = io.StringIO()
    with AuditProgress(stream, "en", pause=0) as watch:
        watch.begin(1)
        watch.tell(Step([_READY, _READY]))
    assert stream.getvalue().startswith("audited 2 of 2, ")


def test_on_a_terminal_a_bar_is_drawn_and_erased(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "200")
    stream = _Terminal()
    with AuditProgress(stream, "zh") as watch:
        watch.begin(4)
        watch.tell(Step([_READY, _UNREAD], "[b]a.html", 0.5))
    drawn = stream.getvalue()
    assert "2/4" in drawn
    assert "可以发布 1 未能读全 1" in drawn
    assert "最慢 [b]a.html 0.5 秒" in drawn
    assert drawn.endswith("\x1b[2K")


def test_a_terminal_that_cannot_erase_gets_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    stream = _Terminal()
    with AuditProgress(stream, "zh", pause=0) as watch:
        watch.tell(Step([_READY]))
    assert stream.getvalue().startswith("已审核 1/1 份")


def test_who_wants_to_hear_nothing_hears_nothing() -> None:
    watch = Silent()
    watch.begin(1)
    watch.tell(Step())
    assert vars(watch) == {}
