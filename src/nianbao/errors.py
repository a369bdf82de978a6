"""What can a user have got wrong?"""

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


def guess(name: str, known: list[str]) -> Text:
    """Return a suggestion for a name that is not known: words to put behind a sentence, or none."""
    from difflib import get_close_matches  # noqa: PLC0415  # for errors alone

    near = get_close_matches(name, known, 1, 0.5)
    if not near:
        return Text("", "")
    return Text(f"，是否想写“{near[0]}”？", f'; did you mean "{near[0]}"?')
