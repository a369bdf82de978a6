"""By what was a label told, and in what does it differ from the official one?"""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Sequence

from nianbao.model.labels import bare, normalised, simplified
from nianbao.model.reading import Difference, Match
from nianbao.model.record import Record

_NUMBER = r"\W*(?:[一二三四五六七八九十]{1,3}|\d{1,2})\s*[、.．)）]+"
# In the order in which labels are brought to their plain form.
_STEPS: dict[Difference, Callable[[str], str]] = {
    "spacing": lambda text: re.sub(r"\s+", "", text),
    "width": lambda text: unicodedata.normalize("NFKC", text),
    "letters": lambda text: simplified(f"開{text}")[1:],
    "number": lambda text: re.sub(_NUMBER, "", text, count=1),
    "punctuation": lambda text: re.sub(r"[\W_]+", "", text),
}


class Told(Record):
    """By what a label was told, and in what it differs from the official one."""

    match: Match
    differs: tuple[Difference, ...] = ()


def told(met: str, official: str, accepted: Collection[str]) -> Told:
    """Return how a label was told.

    Args:
        met: the label as met.
        official: the label of the format.
        accepted: its official and accepted labels, normalised.
    """
    if met == official:
        return Told("exact")
    label = normalised(met)
    if label == normalised(official):
        return Told("normalised", tuple(_differences(met, official)))
    if label in accepted:
        return Told("accepted")
    without = normalised(bare(met.replace("(", "（").replace(")", "）")))
    return Told("similar", ("note",) if without in accepted else ())


def _differences(met: str, official: str) -> Iterator[Difference]:
    """Yield the steps without which two labels of the same meaning would not be the same."""
    needed = list(_STEPS)
    for count in range(1, len(needed)):
        if _plain(met, needed[:count]) == _plain(official, needed[:count]):
            needed = needed[:count]
            break
    for step in needed:
        others = [each for each in needed if each != step]
        if step == needed[-1] or _plain(met, others) != _plain(official, others):
            yield step


def _plain(text: str, steps: Sequence[Difference]) -> str:
    for step in steps:
        text = _STEPS[step](text)
    return text
