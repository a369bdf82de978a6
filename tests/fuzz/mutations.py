"""How is a document damaged?"""

import re
from collections.abc import Callable
from random import Random

from tests.fuzz.seeds import Seed, chosen
from tests.fuzz.values import odd_values
from tests.fuzz.words import JSON, MARKUP, WORDS

_TAG = r"</?[a-zA-Z][^<>]{0,200}>"
_MOST = 400_000

Change = Callable[[str, Random], str]


def _stretch(text: str, rng: Random, most: int = 400) -> tuple[int, int]:
    start = rng.randint(0, len(text))
    return start, min(len(text), start + rng.randint(0, rng.choice((3, 40, most))))


def _lose(text: str, rng: Random) -> str:
    start, stop = _stretch(text, rng)
    return text[:start] + text[stop:]


def _double(text: str, rng: Random) -> str:
    start, stop = _stretch(text, rng, 20_000)
    return text[:stop] + text[start:stop] * rng.choice((1, 1, 2, 50)) + text[stop:]


def _move(text: str, rng: Random) -> str:
    start, stop = _stretch(text, rng, 20_000)
    rest = text[:start] + text[stop:]
    at = rng.randint(0, len(rest))
    return rest[:at] + text[start:stop] + rest[at:]


def _insert(text: str, rng: Random) -> str:
    words = rng.choice((WORDS, WORDS, MARKUP, JSON))
    at = rng.randint(0, len(text))
    return text[:at] + rng.choice(words) * rng.choice((1, 1, 1, 2, 1000)) + text[at:]


def _insert_between_tags(text: str, rng: Random) -> str:
    places = [found.end() for found in re.finditer(_TAG, text)] or [0]
    at = rng.choice(places)
    return text[:at] + rng.choice(rng.choice((WORDS, MARKUP))) + text[at:]


def _cut(text: str, rng: Random) -> str:
    at = rng.randint(0, len(text))
    return text[:at] if rng.random() < 0.7 else text[at:]


def _figures(text: str, rng: Random) -> str:
    places = list(re.finditer(r"\d+", text))
    for found in sorted(rng.sample(places, min(len(places), 4)), key=lambda each: -each.start()):
        text = text[: found.start()] + rng.choice(WORDS) + text[found.end() :]
    return text


def _lose_tags(text: str, rng: Random) -> str:
    tags = sorted(set(re.findall(r"</?[a-zA-Z]\w*", text))) or ["x"]
    pattern = re.escape(rng.choice(tags)) + r"\b[^<>]{0,300}>"
    share = rng.choice((1.0, 0.3))
    return re.sub(pattern, lambda found: "" if rng.random() < share else found[0], text)


def _lines(text: str, rng: Random) -> str:
    change: dict[str, Change] = {
        "one": lambda source, _: source.replace("\n", ""),
        "returns": lambda source, _: source.replace("\n", "\r"),
        "both": lambda source, _: source.replace("\n", "\r\n"),
        "spaces": lambda source, _: source.replace("\n", " "),
        "shuffled": _shuffled,
        "capitals": lambda source, _: source.upper(),
        "no-tabs": lambda source, _: source.replace("\t", ""),
    }
    return change[rng.choice(list(change))](text, rng)


def _shuffled(text: str, rng: Random) -> str:
    lines = text.split("\n")
    start, stop = sorted((rng.randint(0, len(lines)), rng.randint(0, len(lines))))
    return "\n".join([*lines[:start], *rng.sample(lines[start:stop], stop - start), *lines[stop:]])


_CHANGES: tuple[Change, ...] = (
    _lose, _double, _move, _insert, _insert, _insert_between_tags, _cut, _figures, _figures,
    _lose_tags, _lines,
)  # fmt: skip


def damaged(seed: Seed, reader: str, rng: Random) -> str:
    """Return the text of a document after a few changes."""
    if reader == "json" and rng.random() < 0.85:
        return odd_values(seed.text, rng)
    text = seed.text
    for _ in range(rng.randint(1, 8)):
        text = rng.choice(_CHANGES)(text, rng)[:_MOST]
    return text + chosen(reader, rng).text if rng.random() < 0.05 else text
