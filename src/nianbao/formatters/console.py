"""How does what is drawn become text for a terminal?"""

import io
from collections.abc import Iterable

from rich.console import Console, RenderableType
from rich.text import Text as Drawn

from nianbao.protocols import Canvas

_NARROWEST = 20
# Unless both are given, a dumb terminal is taken to have 80 columns.
_HEIGHT = 25


def usable(canvas: Canvas) -> Canvas:
    """Return the canvas, widened to what a table needs at least."""
    return canvas._replace(width=max(canvas.width, _NARROWEST))


def text_of(drawn: Iterable[RenderableType], canvas: Canvas) -> str:
    """Return what is drawn, one below the other, without spaces at the ends of lines.

    Lines of text are never broken here, whatever their length.
    """
    out = io.StringIO()
    console = _console(out, canvas)
    for one in drawn:
        console.print(one, soft_wrap=isinstance(one, Drawn))
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n"))


def _console(out: io.StringIO, canvas: Canvas) -> Console:
    """Return a console that shows text as it is, whatever the environment says."""
    return Console(
        file=out,
        width=canvas.width,
        height=_HEIGHT,
        force_terminal=canvas.colour,
        no_color=not canvas.colour,
        color_system="standard" if canvas.colour else None,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
    )
