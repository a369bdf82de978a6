"""Which figures do the tables of an organ hold, so that its text can tell of each kind?"""

from collections.abc import Iterable
from random import Random

from benchmarks.pages.figures import Tables, complete
from benchmarks.pages.leaves import SIZES, draw
from benchmarks.prose.organs import Author

_RESULTS = "/requests/results/"
_REVIEWS = "/review_litigation/"


def tables_of(author: Author, edition: str, rng: Random) -> Tables:
    """Return tables in which every identity holds."""
    size = SIZES[_size(author, rng)]
    leaves = draw(edition, rng, size, rulemaking=author.makes_rules)
    if rng.random() < 0.5:
        leaves |= dict.fromkeys(_under(leaves, _REVIEWS), 0)
    _limit_rest(leaves, rng)
    if leaves.get("/disclosure/fees/amount"):
        # What is below 1,000 万元 and has decimals was not typed in 元.
        leaves["/disclosure/fees/amount"] = round(rng.uniform(0.5, 900), 2)
    return complete(edition, leaves)


def _under(leaves: Iterable[str], start: str) -> list[str]:
    return [pointer for pointer in leaves if pointer.startswith(start)]


def _limit_rest(leaves: dict[str, int | float], rng: Random) -> None:
    """Keep most reports without requests that were given up for a fee: few organs charge any."""
    if rng.random() < 0.8:
        leaves |= dict.fromkeys(_under(leaves, f"{_RESULTS}other/fee_unpaid/"), 0)


def _size(author: Author, rng: Random) -> str:
    organ = author.organ
    if organ.level in {"ministry", "province"}:
        return rng.choice(("medium", "large"))
    if author.whole_area or organ.level == "city":
        return rng.choice(("small", "medium", "large"))
    return rng.choice(("empty", "small", "small", "medium"))
