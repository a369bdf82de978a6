"""How much does code scanning take, and what is said of the rest?"""

from collections.abc import Callable, Iterator
from typing import Any

from nianbao.formatters.sarif_notes import note
from nianbao.formatters.sarif_results import Found
from nianbao.model.text import Language, Text

Object = dict[str, Any]
MOST_RESULTS = 25_000
SHOWN_RESULTS = 5_000
MOST_BYTES = 10_000_000
# Each try is this much smaller than what should just fit.
_MARGIN = 0.9


def fitting(found: list[Found], write: Callable[[list[Found]], str]) -> str:
    """Return what is written of as many findings, from the first, as an upload may hold."""
    kept = found[:MOST_RESULTS]
    text = write(kept)
    while kept and (size := _packed(text)) > MOST_BYTES:
        kept = kept[: int(len(kept) * MOST_BYTES / size * _MARGIN)]
        text = write(kept)
    return text


def _packed(text: str) -> int:
    """Return the size of an upload; what is small enough as it is need not be packed."""
    data = text.encode()
    if len(data) <= MOST_BYTES:
        return len(data)
    import gzip  # noqa: PLC0415  # for runs over thousands of reports alone

    return len(gzip.compress(data))


def remarks_on_cut(kept: int, total: int, language: Language) -> Iterator[Object]:
    """Yield what is said of findings that are left out, or that a platform will not show."""
    if kept < total:
        yield note("warning", _left_out(kept, total).get(language))
    if kept > SHOWN_RESULTS:
        yield note("note", _not_shown(kept).get(language))


def _left_out(kept: int, total: int) -> Text:
    return Text(
        f"共 {total} 个问题，只写入最严重的 {kept} 个：代码扫描一次最多收 {MOST_RESULTS} 个、10 MB",
        f"{total} findings, of which the gravest {kept} are written: code scanning takes "
        f"{MOST_RESULTS} and 10 MB at most",
    )


def _not_shown(kept: int) -> Text:
    return Text(
        f"共写入 {kept} 个问题，代码扫描只显示最严重的 {SHOWN_RESULTS} 个",
        f"{kept} findings are written, of which code scanning shows the gravest {SHOWN_RESULTS}",
    )
