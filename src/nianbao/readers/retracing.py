"""Where in the source of a page stand its characters and cells?"""

import html
import re

from nianbao.readers.markup import ATTRIBUTES, COMMENT, NOTE, UNSEEN
from nianbao.readers.stream import Trail

_TOKEN = re.compile(
    rf"{COMMENT}|{UNSEEN}|{NOTE}"
    rf"|<(?P<tag>/?[a-zA-Z][^\s/>]*){ATTRIBUTES}"
    r"|<[!?/][^>]*>"
    r"|(?P<entity>&\#?\w+;?)"
    r"|(?P<text>[^<&]+|[<&])",
    re.DOTALL | re.IGNORECASE,
)


def retrace(source: str) -> Trail:
    """Return where the visible characters and cells of a page stand."""
    visible: list[str] = []
    starts: list[int] = []
    runs: list[tuple[int, str, int]] = []
    cells: list[int] = []
    count = 0
    for token in _TOKEN.finditer(source):
        raw = token["text"] or token["entity"]
        if raw:
            shown = html.unescape(raw) if token["entity"] else raw
            seen = "".join(shown.split())
            if seen:
                starts.append(count)
                runs.append((token.start(), shown, len(raw)))
                visible.append(seen)
                count += len(seen)
        elif token["tag"] and token["tag"].lower() in ("td", "th"):
            cells.append(token.end())
    return Trail("".join(visible), starts, runs, cells)
