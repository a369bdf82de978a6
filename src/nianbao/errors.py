"""What can a user have got wrong?"""

from collections.abc import Iterable

from nianbao.model.text import Text


class UserError(Exception):
    """Something in usage, settings, rules or plug-ins that cannot be used: it ends a run.

    Attributes:
        reason: what is wrong and what was expected.
        path: the file it stands in, or ``""``.
        line: the line, where it is known.
    """

    def __init__(self, reason: Text, path: str = "", line: int | None = None) -> None:
        super().__init__(reason.en)
        self.reason, self.path, self.line = reason, path, line

    @property
    def where(self) -> str:
        """The file and line, as far as they are known."""
        return f"{self.path}:{self.line}" if self.line else self.path


def guess(name: str, known: Iterable[str]) -> Text:
    """Return a suggestion for a name that is not known: words to put behind a sentence, or none."""
    from difflib import SequenceMatcher, get_close_matches  # noqa: PLC0415  # for errors alone

    lower, names = name.lower(), {each.lower(): each for each in known}

    def likeness(other: str) -> tuple[float, int]:
        # Of codes that share as many characters, the one that has them in their places is meant.
        same = sum(map(str.__eq__, lower, other))
        return SequenceMatcher(None, other, lower).ratio(), same

    close = get_close_matches(lower, names, len(names) or 1, 0.5)
    if not close:
        return Text("", "")
    near = names[max(sorted(close), key=likeness)]
    return Text(f"，是否想写“{near}”？", f'; did you mean "{near}"?')
