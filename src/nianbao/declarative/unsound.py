"""What is wrong with a rule file that is no sound YAML, and on which line?"""

from typing import Any

from nianbao.model.text import Text

_NOT_SOUND = Text("不是完好的 YAML", "this is no sound YAML")
_INDENT = Text("缩进要用空格，不能用 TAB", "indent by spaces, not by TABs")
_NO_COLON = Text("键后面要有冒号和空格", "a colon and a space stand behind a key")
# What the reader of YAML says, in part, and what to say of it.
_PROBLEMS = (
    ("mapping values are not allowed", Text(
        "冒号多了或少了；文字里有冒号和空格时要加引号",
        "a colon is missing or one too many; a text with a colon and a space stands in quotes")),
    ("cannot start any token", Text(
        "文字以特殊符号开头，要加引号", "a text that begins with a sign stands in quotes")),
    ("could not find expected ':'", _NO_COLON),
    ("',' or ']'", Text("[ 没有与它成对的 ]，或少了逗号", "a [ has no ], or a comma is missing")),
    ("',' or '}'", Text("{ 没有与它成对的 }，或少了逗号", "a { has no }, or a comma is missing")),
    ("end of stream", Text("引号没有成对", "a quote is not closed")),
    ("expected key", Text("缩进不齐", "the indent differs")),
    ("expected <block end>", Text("缩进不齐", "the indent differs")),
    ("undefined alias", Text("* 要指前面用 & 起的名", "a * names what was named by & before")),
    ("could not determine a constructor", Text("不能用 ! 标记", "tags (!) cannot be used")),
)  # fmt: skip


def fault_of(error: Any, text: str) -> tuple[Text, int | None]:
    """Return what to say of a text that is no YAML, and the line.

    Args:
        error: of the reader of YAML; what it says is English.
        text: what the file says.
    """
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return _NOT_SOUND, None
    written = (*text.split("\n"), "")[mark.line]
    hint = _INDENT if written.lstrip(" ").startswith("\t") else _hint(error)
    if hint is None:
        return _NOT_SOUND, mark.line + 1
    reason = Text(f"{_NOT_SOUND.zh}：{hint.zh}", f"{_NOT_SOUND.en}: {hint.en}")
    return reason, mark.line + 1


def _hint(error: Any) -> Text | None:
    said = str(getattr(error, "problem", ""))
    return next((hint for part, hint in _PROBLEMS if part in said), None)
