"""How does a result look to GitHub Actions?"""

from collections.abc import Sequence

from nianbao.formatters.counts import count
from nianbao.formatters.relative import relative
from nianbao.formatters.remarks import Remark, remarks
from nianbao.formatters.summary import summary, words
from nianbao.model.text import Language, Text
from nianbao.protocols import Canvas
from nianbao.result import Result
from nianbao.rule import Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
# Of each kind, a step shows so many.
_SHOWN = 10


class GithubFormatter:
    """Writes workflow commands, the gravest first, and the numbers of the run."""

    name = "github"
    for_machines = True

    def render(self, result: Result, canvas: Canvas) -> str:
        """Return the result as workflow commands; columns count units of UTF-16."""
        language = canvas.language
        found = sorted(remarks(result, language), key=lambda remark: -remark.severity)
        numbers = [words(line) for line in summary(count(result.told), language)]
        lines = [*map(_command, found), *numbers, *_cut(found, language)]
        return "".join(f"{line}\n" for line in lines)


def _command(remark: Remark) -> str:
    span, columns = remark.span, remark.columns
    is_one_line = span is not None and span.line == span.end_line
    properties = {
        "file": relative(remark.document.path) if remark.document.path else None,
        "line": span and span.line,
        "endLine": span and span.end_line,
        "col": columns.utf16 if columns and is_one_line else None,
        "endColumn": columns.end_utf16 if columns and is_one_line else None,
        "title": f"{remark.code} {remark.rule.name}" if remark.rule else remark.code,
    }
    known = [f"{key}={_property(str(value))}" for key, value in properties.items() if value]
    message = "\n".join(filter(None, [remark.message, remark.fix]))
    return f"::{_COMMANDS[remark.severity]} {','.join(known)}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _cut(found: Sequence[Remark], language: Language) -> list[str]:
    """Return the line which says that not all are shown beside the changes, where that is so."""
    numbers = [sum(one.severity is each for one in found) for each in _COMMANDS]
    if max(numbers) <= _SHOWN:
        return []
    return [
        Text(
            f"GitHub 每种只标注前 {_SHOWN} 条，其余见任务摘要",
            f"GitHub annotates the first {_SHOWN} of each kind; the job summary has the others",
        ).get(language)
    ]
