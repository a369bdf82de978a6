"""Which of very many reports may repeat one another, told from sketches that can be stored?

A sketch (MinHash) is made when a report is read and stands for its shingles; from sketches alone
the pairs that are likely alike are found in nearly linear time. The rules then compare these pairs
exactly. It takes the extra ``audit`` (datasketch); single comparisons do without.
"""

from collections.abc import Iterator, Mapping
from struct import Struct
from typing import Any

from nianbao.errors import UserError
from nianbao.model.facts import Facts
from nianbao.model.text import Text
from nianbao.prose.duplicates import LEAST
from nianbao.prose.shingles import whole_of

# Of 128 values two sketches differ from the true likeness by some 3 % of it near nine tenths.
_VALUES = 128
_FORM = Struct(f"<{_VALUES}I")
# So much below is still looked at, for the exact comparison to decide.
_MARGIN = 0.1


class NoSketchesError(UserError):
    """The library for sketches is not installed."""

    def __init__(self) -> None:
        super().__init__(
            Text(
                "比较大量报告的文字要用 datasketch，请安装：pip install nianbao[audit]",
                "comparing the words of many reports takes datasketch: pip install nianbao[audit]",
            )
        )


def sketch_of(facts: Facts) -> bytes:
    """Return the sketch of a report; ``b""`` for one without words of its own.

    Raises:
        NoSketchesError: the library is not installed.
    """
    shingles = whole_of(facts)
    if not shingles:
        return b""
    made = _library().MinHash(num_perm=_VALUES, scheme="affine32")
    made.update_batch([shingle.encode(errors="backslashreplace") for shingle in shingles])
    return _FORM.pack(*made.hashvalues)


def likely_pairs(sketches: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of reports that may be alike, each once, in the order of the mapping.

    Args:
        sketches: the sketch of each report, by its path.

    Raises:
        NoSketchesError: the library is not installed.
    """
    library = _library()
    index = library.MinHashLSH(threshold=LEAST - _MARGIN, num_perm=_VALUES, weights=(0.1, 0.9))
    order = {path: number for number, path in enumerate(sketches)}
    for path, sketch in sketches.items():
        if sketch:
            made = _restored(sketch)
            yield from ((other, path) for other in sorted(index.query(made), key=order.__getitem__))
            index.insert(path, made)


def _restored(sketch: bytes) -> Any:
    values = _FORM.unpack(sketch)
    return _library().MinHash(num_perm=_VALUES, hashvalues=values, scheme="affine32")


def _library() -> Any:
    try:
        import datasketch  # noqa: PLC0415  # an extra, for audits alone
    except ImportError:
        raise NoSketchesError from None
    return datasketch
