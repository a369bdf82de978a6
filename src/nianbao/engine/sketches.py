"""Which of very many reports may repeat one another, told from sketches that can be stored?

A sketch (MinHash) is made when a report is read and stands for its shingles; from sketches alone
the pairs that are likely alike are found in nearly linear time. The rules then compare these pairs
exactly. It takes the extra ``audit`` (datasketch); single comparisons do without.
"""

from collections.abc import Iterable, Iterator
from struct import Struct
from typing import Any

from nianbao.errors import UserError
from nianbao.model.facts import Facts
from nianbao.model.text import Text
from nianbao.prose.duplicates import LEAST
from nianbao.prose.shingles import whole_of

# Of 128 values two sketches differ from the true likeness by some 3 % of it near nine tenths.
VALUES = 128
_FORM = Struct(f"<{VALUES}I")
# With so many bands of so many values nearly all pairs are found: the library says it, which takes
# more than a second to load where there is nothing to sketch.
BANDS, WIDTH = 14, 9
# So much below is still looked at, for the exact comparison to decide.
MARGIN = 0.1


class NoSketchesError(UserError):
    """The library for sketches is not installed."""

    def __init__(self) -> None:
        super().__init__(
            Text(
                "比较大量报告的文字要用 datasketch，请安装：pip install nianbao[audit]",
                "comparing the words of many reports takes datasketch: pip install nianbao[audit]",
            )
        )


def require_sketches() -> None:
    """Refuse to go on without the library.

    Raises:
        NoSketchesError: the library is not installed.
    """
    from importlib.util import find_spec  # noqa: PLC0415  # itself it takes a second to load

    try:
        is_there = find_spec("datasketch") is not None
    except ValueError:  # so it is told of what is barred
        is_there = False
    if not is_there:
        raise NoSketchesError


def sketch_of(facts: Facts) -> bytes:
    """Return the sketch of a report; ``b""`` for one without words of its own.

    Raises:
        NoSketchesError: the library is not installed.
    """
    shingles = whole_of(facts)
    if not shingles:
        return b""
    made = _library().MinHash(num_perm=VALUES, scheme="affine32")
    made.update_batch([shingle.encode(errors="backslashreplace") for shingle in shingles])
    return _FORM.pack(*made.hashvalues)


def likely_pairs(sketches: Iterable[tuple[str, bytes]]) -> list[tuple[str, str]]:
    """Return the pairs of reports that may be alike, each once, as the reports are in order.

    Each sketch is cut into bands; two that are alike are the same in some band. All sketches of a
    band are sorted at once, so this takes half a kilobyte a report.

    Args:
        sketches: the path and the sketch of each report.

    Raises:
        NoSketchesError: the library is not installed.
    """
    np = _numpy()
    paths, values = _stacked(sketches)
    rows = np.frombuffer(values, "<u4").reshape(-1, VALUES)
    found: list[Any] = [np.empty((0, 2), np.int64)]
    for start in range(0, BANDS * WIDTH, WIDTH):
        found += (_alike(rows, group) for group in _same(rows[:, start : start + WIDTH]))
    pairs = np.unique(np.concatenate(found), axis=0)
    return [(paths[earlier], paths[later]) for later, earlier in pairs.tolist()]


def _stacked(sketches: Iterable[tuple[str, bytes]]) -> tuple[list[str], bytearray]:
    paths, values = [], bytearray()
    for path, sketch in sketches:
        if sketch:
            paths.append(path)
            values += sketch
    return paths, values


def _same(band: Any) -> Iterator[Any]:
    """Yield the numbers of the reports, in order, that are the same in a band."""
    np = _numpy()
    rows = np.ascontiguousarray(band).view(f"V{band.shape[1] * 4}").ravel()
    _, kind, count = np.unique(rows, return_inverse=True, return_counts=True)
    order = np.argsort(kind, kind="stable")
    ends = np.cumsum(count)
    for number in np.flatnonzero(count > 1):
        yield order[ends[number] - count[number] : ends[number]]


def _alike(rows: Any, group: Any) -> Any:
    """Return the pairs of a group of whose values enough are the same, the later report first."""
    np = _numpy()
    found = []
    for at in range(1, len(group)):
        same = (rows[group[:at]] == rows[group[at]]).mean(axis=1)
        earlier = group[:at][same >= LEAST - MARGIN]
        found.append(np.stack([np.full_like(earlier, group[at]), earlier], axis=1))
    return np.concatenate(found)


def _numpy() -> Any:
    try:
        import numpy as np  # noqa: PLC0415  # comes with the library
    except ImportError:
        raise NoSketchesError from None
    return np


def _library() -> Any:
    try:
        import datasketch  # noqa: PLC0415  # an extra, for audits alone
    except ImportError:
        raise NoSketchesError from None
    return datasketch
