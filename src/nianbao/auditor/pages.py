"""On which pages does an audit show its documents?"""

import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from nianbao.auditor.writing import put
from nianbao.formatters.page.contents import Leaf, contents_of
from nianbao.formatters.page.whole import page_of
from nianbao.model.text import Language
from nianbao.result import Document, Result

# So many documents a browser opens and filters at once.
_MOST = 300
FIRST = "report.html"


def write_pages(
    folder: str, documents: Iterable[Document], result: Result, language: Language
) -> dict[str, str]:
    """Write one page, or several and one that leads to them.

    Args:
        folder: where they go.
        documents: what they show, in order.
        result: the run, without its documents.
        language: of their own words.

    Returns:
        The digest of each file by its name.
    """
    digests: dict[str, str] = {}
    leaves: list[Leaf] = []
    parts = _parts(documents)
    first, second = next(parts, ()), next(parts, ())
    if not second:
        return {FIRST: _put(folder, FIRST, page_of(result._replace(documents=first), language))}
    for number, part in enumerate(chain((first, second), parts), 1):
        name = f"report-{number:04}.html"
        page = page_of(result._replace(documents=part), language)
        digests[name] = _put(folder, name, page)
        leaves.append(_leaf(name, part))
    return {FIRST: _put(folder, FIRST, contents_of(leaves, result, language)), **digests}


def _parts(documents: Iterable[Document]) -> Iterator[tuple[Document, ...]]:
    rest = iter(documents)
    while part := tuple(islice(rest, _MOST)):
        yield part


def _leaf(name: str, part: Sequence[Document]) -> Leaf:
    paths = [each.path for each in part if each.is_document]
    return Leaf(name, paths[0], paths[-1], len(paths))


def _put(folder: str, name: str, page: str) -> str:
    return put(os.path.join(folder, name), [page])
