"""What is wrong with a settings file that is no sound TOML, and on which line?"""

import re

from nianbao.model.text import Text
from nianbao.settings.lines import repeated_in

_NOT_SOUND = Text("不是完好的 TOML", "this is no sound TOML")
_CLASH = Text("这个键或表与前面写的冲突", "this key or table clashes with what stands above")
# What people write who know another format, and what TOML wants.
_WORD = r"(?!(?:true|false|nan|inf)\b)[^\W\d]"
_HABITS = (
    (r"\s*[{]", Text("设置不是 JSON，每行写 键 = 值", "write key = value on each line, no JSON")),
    (r"[^#]*[“”‘’]", Text("引号要用半角的 \" 或 '", "quotes must be plain \" or '")),
    ("[^#]*[，：\uff1d]", Text("标点要用半角的", "marks must be plain ones: , and =")),
    (r"[^=\"'#]*:", Text("键和值之间用 =", "a key and its value are joined by =")),
    (r"[^=#]*=\s*(?:\"[^\"]*|'[^']*)$", Text("引号没有成对", "a quote is not closed")),
    (r"[^#]*\[[^\]]*$", Text("[ 没有与它成对的 ]", "a [ has no ]")),
    (rf"[^=#]*=\s*{_WORD}", Text('文字要加引号，如 "gate"', 'words stand in quotes, as in "gate"')),
    (
        rf"[^=#]*=\s*\[\s*{_WORD}",
        Text('文字要加引号，如 "SUM"', 'words stand in quotes, as in "SUM"'),
    ),
    (r"[^=#]*=\s*(\"[^\"]*\"|'[^']*')\s*\w", Text("每行只写一个键", "a line holds one key")),
    (r"[^=#]*=\s*(#|$)", Text("等号后面缺少值", "the value behind = is missing")),
    (
        r"\s*[\w.-]+\s*(#|$)",
        Text("键后面缺少 = 和值", "the = and the value of the key are missing"),
    ),
)


def fault_of(error: ValueError, path: str, text: str) -> tuple[Text, str, int | None]:
    """Return what to say of a text that is no TOML, its file and the line.

    Args:
        error: of Python's reader; what it says is English and names no key of ours.
        path: the file.
        text: what it says.
    """
    line = _line(error, text)
    if str(error).startswith("Cannot "):
        return _repeated(text, line), path, line
    return _habit(text.split("\n")[line - 1]) if line else _NOT_SOUND, path, line


def _habit(written: str) -> Text:
    """Say what a line should have been, where that is plain to see."""
    for pattern, hint in _HABITS:
        if re.match(pattern, written):
            return Text(f"{_NOT_SOUND.zh}：{hint.zh}", f"{_NOT_SOUND.en}: {hint.en}")
    return _NOT_SOUND


def _repeated(text: str, line: int | None) -> Text:
    """Return what to say of a line that writes a key or a table for a second time."""
    again = repeated_in("\n".join(text.split("\n")[:line]))
    if again is None:
        return _CLASH
    name, first = again
    return Text(f"“{name}”已在第 {first} 行写过", f'"{name}" stands in line {first} already')


def _line(error: ValueError, text: str) -> int | None:
    """Return the line of an error; what is never closed is noticed at the end, on the last line."""
    found = re.search(r"at line (\d+)", str(error))
    if found:
        return int(found[1])
    return text.rstrip().count("\n") + 1 if "end of document" in str(error) else None
