"""ORG002: does the text speak of another organ as if it were the one that reports?"""

import re
from collections.abc import Iterator
from itertools import chain

from nianbao.model.passages import has_any, passages, sentence_at
from nianbao.model.report import Report
from nianbao.prose.other_kinds import of_another_kind
from nianbao.prose.subjects import strangers
from nianbao.rule import Hit

_SHOWN = 30
# In the report of an organ below a city: the sentence of the city's own.
_ABOVE = (
    r"(?:^|[。；\n，])([省市县区](?:人民)?政府(?:及|和)[省市县区]?(?:人民)?政府办公[室厅])"
    r"[^。；\n]{0,6}?(?:收到|受理)"
)
_PASSED_ON = ("转", "我", "本", "将")


def organ_name_mismatch(report: Report) -> Iterator[Hit]:
    """Find the names of other organs where the own should stand: the first of each passage."""
    organ = report.organ
    if organ is None or organ.level is None or organ.kind is None:
        return
    for place, text in passages(report):
        for name, quote in chain(
            strangers(text, organ), of_another_kind(text, organ), _above(text, organ.level)
        ):
            shown = quote if len(quote) <= _SHOWN else f"{quote[:_SHOWN]}…"
            yield Hit(place, {"found": name, "name": organ.name, "quote": shown}, quote=name)
            break


def _above(text: str, level: str) -> Iterator[tuple[str, str]]:
    found = re.search(_ABOVE, text) if level == "township" and "政府办公" in text else None
    if found:
        sentence = sentence_at(text, found.start(1), found.end()).strip()
        if not has_any(sentence, _PASSED_ON):
            yield found[1], sentence
