"""The bar of an audit on a terminal."""

from typing import TextIO

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text as Drawn


class _RateColumn(ProgressColumn):
    """Documents a second."""

    def render(self, task: Task) -> Drawn:
        """Return the rate, nothing before there is one."""
        return Drawn(f"{task.speed:.1f}/s" if task.speed else "")


def bar_on(stream: TextIO) -> Progress:
    """Return a bar that is not drawn yet."""
    return Progress(
        BarColumn(),
        MofNCompleteColumn(),
        _RateColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[verdicts]}", markup=False),
        TextColumn("{task.fields[slowest]}", markup=False),
        console=Console(file=stream),
        transient=True,
    )
