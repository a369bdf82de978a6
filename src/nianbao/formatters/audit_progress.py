"""How far is an audit? A bar on a terminal, else a line a minute."""

import os
from collections import Counter
from time import monotonic
from typing import TYPE_CHECKING, Self, TextIO

from nianbao.audit.watch import Step
from nianbao.formatters.characters import harmless
from nianbao.formatters.page.words import VERDICTS
from nianbao.formatters.verdict import Verdict
from nianbao.model.text import Language, Text

if TYPE_CHECKING:
    from rich.progress import Progress

_PAUSE = 60.0
_SHOWN: tuple[Verdict, ...] = ("ready", "faulty", "unread", "other")


class AuditProgress:
    """Counts the documents of an audit by verdict, and names the slowest.

    Args:
        stream: standard error.
        language: of the words.
        pause: seconds between two lines where there is no terminal.
    """

    def __init__(self, stream: TextIO, language: Language, pause: float = _PAUSE) -> None:
        self._stream, self._language, self._pause = stream, language, pause
        self._verdicts: Counter[str] = Counter()
        self._done, self._total = 0, 0
        self._slowest, self._seconds = "", 0.0
        self._began = self._said = monotonic()
        is_terminal = stream.isatty() and os.environ.get("TERM") != "dumb"
        self._bar = _bar(stream) if is_terminal else None
        self._task = self._bar.add_task("", verdicts="", slowest="") if self._bar else None

    def __enter__(self) -> Self:
        """Begin to draw."""
        if self._bar:
            self._bar.start()
        return self

    def __exit__(self, *_error: object) -> None:
        """Erase the bar."""
        if self._bar:
            self._bar.stop()

    def begin(self, total: int) -> None:
        """Hear how many files there are."""
        self._total = total

    def tell(self, step: Step) -> None:
        """Hear what has just been done, and say it if it is time to."""
        self._done += max(len(step.documents), 1)
        # An archive was counted as one.
        self._total = max(self._total, self._done)
        self._verdicts.update(each.verdict for each in step.documents)
        if step.seconds > self._seconds:
            self._slowest, self._seconds = step.slowest, step.seconds
        self._show()

    def _show(self) -> None:
        if self._bar and self._task is not None:
            self._bar.update(
                self._task,
                completed=self._done,
                total=self._total,
                verdicts=self._counted(),
                slowest=self._named(),
            )
        elif monotonic() - self._said >= self._pause:
            self._said = monotonic()
            self._stream.write(f"{self._line()}\n")
            self._stream.flush()

    def _line(self) -> str:
        rate = self._done / max(monotonic() - self._began, 1e-9)
        said = Text(
            f"已审核 {self._done}/{self._total} 份，每秒 {rate:.1f} 份",
            f"audited {self._done} of {self._total}, {rate:.1f} a second",
        ).get(self._language)
        return "  ".join(filter(None, (said, self._counted(), self._named())))

    def _counted(self) -> str:
        words = (
            f"{VERDICTS[verdict].get(self._language)} {self._verdicts[verdict]}"
            for verdict in _SHOWN
            if self._verdicts[verdict]
        )
        return " ".join(words)

    def _named(self) -> str:
        if not self._slowest:
            return ""
        name = harmless(os.path.basename(self._slowest))
        slowest = Text(
            f"最慢 {name} {self._seconds:.1f} 秒", f"slowest {name} {self._seconds:.1f} s"
        )
        return slowest.get(self._language)


def _bar(stream: TextIO) -> "Progress":
    from nianbao.formatters.audit_bar import bar_on  # noqa: PLC0415  # few streams are terminals

    return bar_on(stream)
