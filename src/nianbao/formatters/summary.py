"""What are the numbers of a run, in words?"""

from nianbao.formatters.counts import Counts
from nianbao.model.record import Record
from nianbao.model.text import Language, Text


class Part(Record):
    """A piece of the summary; ``kind`` is the name of the number it holds, or ``""``."""

    words: str
    kind: str = ""


_WORDS = {
    "read": Text("读取", "read"),
    "other": Text("其他", "other"),
    "unreadable": Text("未能读全", "unreadable"),
    "errors": Text("错误", "errors"),
    "warnings": Text("警告", "warnings"),
    "infos": Text("提示", "infos"),
    "known": Text("已知", "known"),
    "explained": Text("已说明", "explained"),
    "not_checked": Text("未能检查", "not checked"),
    "crashed": Text("规则出错", "crashed"),
}
_FILES = ("read", "other", "unreadable")
_OPTIONAL = ("known", "explained")


def summary(counts: Counts, language: Language) -> tuple[tuple[Part, ...], ...]:
    """Return the lines of the summary: the documents, and what was found in them."""
    total = counts.documents
    files = Text(f"共 {total} 份文件：", f"{total} file{'s' * (total != 1)}: ").get(language)
    found = [kind for kind in _WORDS if kind not in _FILES and _is_shown(kind, counts)]
    return (
        (Part(files), *_numbers(list(_FILES), counts, language)),
        tuple(_numbers(found, counts, language)),
    )


def _is_shown(kind: str, counts: Counts) -> bool:
    return kind not in _OPTIONAL or bool(getattr(counts, kind))


def _numbers(kinds: list[str], counts: Counts, language: Language) -> list[Part]:
    """Return word and number of each kind, zeros without their kind, with commas behind."""
    parts: list[Part] = []
    for kind in kinds:
        number: int = getattr(counts, kind)
        comma = Text("，", ", ").get(language) if kind != kinds[-1] else ""
        words = f"{_WORDS[kind].get(language)} {number}{comma}"
        parts.append(Part(words, kind if number else ""))
    return parts


def words(line: tuple[Part, ...]) -> str:
    """Return a line of the summary without its kinds."""
    return "".join(part.words for part in line)
