"""What does the summary of a GitHub job say of a run?"""

from nianbao.formatters.markdown import blocks
from nianbao.model.text import Language, Text
from nianbao.result import Result

# A step may say 1 MiB; other commands of the step may have spoken before.
_MOST_BYTES = 900_000


def job_summary(result: Result, language: Language) -> str:
    """Return the result as Markdown that fits, with the number of documents left out."""
    kept: list[str] = []
    size, pieces = 0, list(blocks(result, language))
    for piece in pieces:
        size += len(piece.encode("utf-8", "backslashreplace")) + 1
        if size > _MOST_BYTES:
            return "\n".join([*kept, _cut(len(pieces) - len(kept)).get(language)])
        kept.append(piece)
    return "\n".join(kept)


def _cut(left: int) -> Text:
    return Text(
        f"**摘要写不下，还有 {left} 段未列出，用 --format markdown=文件 看全部**\n",
        f"**{left} more parts do not fit here; --format markdown=FILE writes all**\n",
    )
