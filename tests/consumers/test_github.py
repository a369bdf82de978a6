"""Does GitHub's own toolkit write the workflow commands that we write?"""

import json
from typing import Any

from nianbao.formatters.github import GithubFormatter
from nianbao.protocols import Canvas
from tests.consumers.programs import ran
from tests.formatters.pipelines import every_kind

# The toolkit calls some properties otherwise than the command does.
_NAMES = {"line": "startLine", "col": "startColumn"}
_NUMBERS = {"line", "endLine", "col", "endColumn"}
_ESCAPES = (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%"))


def test_workflow_commands_are_those_of_the_toolkit() -> None:
    ours = GithubFormatter().render(every_kind(), Canvas("zh"))
    commands = [line for line in ours.splitlines() if line.startswith("::error ")]
    theirs = ran("node", "command.mjs", json.dumps([_entry(line) for line in commands]))
    assert len(commands) > 9
    assert [_split(line) for line in theirs.splitlines()] == [_split(line) for line in commands]


def _entry(line: str) -> dict[str, Any]:
    """Return what a command says, as the toolkit is told it."""
    properties, message = _split(line)
    known = {
        _NAMES.get(key, key): int(value) if key in _NUMBERS else _undone(value)
        for key, value in properties.items()
    }
    return {**known, "message": _undone(message)}


def _split(line: str) -> tuple[dict[str, str], str]:
    head, _, message = line.removeprefix("::error ").partition("::")
    return dict(pair.split("=", 1) for pair in head.split(",")), message


def _undone(text: str) -> str:
    for mark, meant in _ESCAPES:
        text = text.replace(mark, meant)
    return text
