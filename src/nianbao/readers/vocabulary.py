"""By which labels is each of the three tables known, and which of them does a raw table hold?"""

from collections.abc import Iterable
from functools import cache, lru_cache

from nianbao.editions import editions
from nianbao.model.edition import Form
from nianbao.model.labels import normalised
from nianbao.model.record import Record
from nianbao.readers.tables import cells_in

Texts = tuple[str, ...]

# Labels that stand in more than one table, or in tables of other kinds, tell nothing alone.
SHARED = frozenset({"总计", "其他", "行政复议", "行政诉讼", "规章", "重复申请"})
_LONGEST_LABEL = 80
# A row of 表三 has at most so many label cells before its values.
MOST_LABELS = 3


class Vocabulary(Record):
    """The labels by which a table is known.

    Attributes:
        strong: those that are not found elsewhere.
        all: all of them.
        telling: those of its rows, which come once in a table.
    """

    strong: frozenset[str]
    all: frozenset[str]
    telling: frozenset[str]


@cache
def vocabularies() -> dict[str, Vocabulary]:
    """Return the labels of each table, over all editions."""
    keys = next(iter(editions().values())).forms
    return {
        key: _vocabulary([edition.forms[key] for edition in editions().values()]) for key in keys
    }


def _vocabulary(forms: Iterable[Form]) -> Vocabulary:
    strong: set[str] = set()
    names: set[str] = set()
    telling: set[str] = set()
    for form in forms:
        rows = set(form.by_label)
        strong |= form.header_labels | form.column_labels | set(form.group_labels)
        # The rows of 表二 are named like menu entries of any government site.
        strong |= set() if form.key == "disclosure" else rows
        names |= rows
        telling |= rows
    return Vocabulary(frozenset(strong - SHARED), frozenset(strong | names), frozenset(telling))


def labels_in(rows: Iterable[Texts]) -> frozenset[str]:
    """Return the normalised texts of rows that may be labels."""
    texts = {cell for cells in rows for cell in cells}
    return frozenset(
        normalised(text) for text in texts if 1 < len(text) <= _LONGEST_LABEL and not text.isdigit()
    )


class Words(Record):
    """The labels of a raw table, and the tables of which they are."""

    labels: frozenset[str]
    keys: tuple[str, ...]


@lru_cache(maxsize=256)
def words_of(shape: str) -> Words:
    """Return the labels of a raw table by its shape, and the tables of which they are."""
    labels = labels_in(cells_in(shape))
    keys = tuple(
        key
        for key, words in vocabularies().items()
        if not labels.isdisjoint(words.strong) and len(labels & words.all) > 1
    )
    return Words(labels, keys)
