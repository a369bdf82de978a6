"""Which bytes does an input of a number hold?"""

from random import Random
from typing import NamedTuple

from tests.fuzz.mutations import damaged
from tests.fuzz.seeds import READERS, chosen

_ENCODINGS = ("utf-8", "utf-8", "utf-8", "utf-8", "gb18030", "utf-8-sig", "utf-16", "big5")
_SUFFIXES = {"html": ".html", "text": ".txt", "json": ".json"}
_NAMES = ("gb2312", "utf-16", "big5", "x-unknown", "utf-7", "hex")


class Input(NamedTuple):
    """One input: the reader it is meant for, its bytes and the suffix of its name."""

    reader: str
    data: bytes
    suffix: str


def made(seed: int, number: int, reader: str | None = None) -> Input:
    """Return an input; the same numbers give the same bytes.

    Args:
        seed: of the whole run.
        number: of the input.
        reader: the reader it is meant for; else the readers take turns.
    """
    kind = reader or READERS[number % len(READERS)]
    rng = Random(f"{seed}:{kind}:{number}")  # noqa: S311  # chooses an input
    if rng.random() < 0.04:
        return Input(kind, rng.randbytes(rng.choice((0, 1, 7, 5000))), _SUFFIXES[kind])
    start = chosen(kind, rng)
    data = _encoded(damaged(start, kind, rng), rng)
    return Input(kind, _damaged_bytes(data, rng) if rng.random() < 0.1 else data, start.suffix)


def _encoded(text: str, rng: Random) -> bytes:
    if rng.random() < 0.05:
        text = text.replace("charset=utf-8", f"charset={rng.choice(_NAMES)}")
    return text.encode(rng.choice(_ENCODINGS), errors="replace")


def _damaged_bytes(data: bytes, rng: Random) -> bytes:
    """Return bytes of which some are others, lost or doubled."""
    changed = bytearray(data)
    for _ in range(rng.choice((1, 3, 30))):
        at = rng.randint(0, len(changed))
        changed[at : at + rng.randint(0, 2)] = rng.randbytes(rng.randint(0, 2))
    return bytes(changed)
