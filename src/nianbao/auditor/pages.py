"""On which pages does an audit show its documents?"""

import os
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import TypeVar

from nianbao.auditor.drawing import Drawn, Stamp
from nianbao.auditor.writing import put
from nianbao.formatters.page.contents import Leaf, contents_of

# So many documents a browser opens and filters at once.
_MOST = 300
FIRST = "report.html"
Entry = TypeVar("Entry")


def parts(documents: Iterable[Entry]) -> Iterator[tuple[Entry, ...]]:
    """Yield what stands on each page; where there is nothing at all, one page says so."""
    rest = iter(documents)
    yield tuple(islice(rest, _MOST))
    while part := tuple(islice(rest, _MOST)):
        yield part


def write_pages(folder: str, drawn: Iterable[Drawn], stamp: Stamp) -> dict[str, str]:
    """Write one page, or several and one that leads to them.

    Args:
        folder: where they go.
        drawn: the pages, in order; one at least.
        stamp: of the run.

    Returns:
        The digest of each file by its name.
    """
    rest = iter(drawn)
    first, second = next(rest), next(rest, None)
    if second is None:
        return {FIRST: _put(folder, FIRST, first.page)}
    digests: dict[str, str] = {}
    leaves: list[Leaf] = []
    for number, each in enumerate(chain((first, second), rest), 1):
        name = f"report-{number:04}.html"
        digests[name] = _put(folder, name, each.page)
        leaves.append(Leaf(name, each.paths[0], each.paths[-1], each.total))
    return {
        FIRST: _put(folder, FIRST, contents_of(leaves, stamp.result, stamp.language)),
        **digests,
    }


def _put(folder: str, name: str, page: str) -> str:
    return put(os.path.join(folder, name), [page])
