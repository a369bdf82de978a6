"""AGG006: does the text name a place elsewhere?"""

from collections.abc import Iterator

from nianbao.model.area import Area
from nianbao.model.passages import sentence_at
from nianbao.model.report import Organ
from nianbao.prose.identity import area_of
from nianbao.rule import Hit

_SHORTEST, _LONGEST, _SHOWN = 3, 8, 40
_ENDS = "乡镇道县区市旗"


def foreign_place_name(area: Area) -> Iterator[Hit]:
    """Find places of other organs in the text of one to which they do not belong.

    The first of each part is found.
    """
    for pointer, text in area.this.texts.items():
        for name, start in _named(text, area):
            other, stop = area.places[name], start + len(name)
            quote = " ".join(sentence_at(text, start, stop).split())[:_SHOWN]
            values = {"place": name, "organ": area.this.name, "quote": quote}
            yield Hit(pointer, values, quote=name, elsewhere=((other.path, ""),))
            break


def _named(text: str, area: Area) -> Iterator[tuple[str, int]]:
    """Yield the places elsewhere that a text names, and where; the longest name counts."""
    for stop in (at + 1 for at, letter in enumerate(text) if letter in _ENDS):
        starts = range(max(0, stop - _LONGEST), stop - _SHORTEST + 1)
        start = next((at for at in starts if text[at:stop] in area.places), stop)
        name = text[start:stop]
        if name and _is_elsewhere(name, area.places[name].organ, area.this.organ):
            yield name, start


def _is_elsewhere(name: str, place: Organ | None, own: Organ | None) -> bool:
    """Tell whether a place is neither that of an organ, nor around it, nor below it.

    Organs above counties may name any place.
    """
    if place is None or own is None or own.level not in ("township", "county"):
        return False
    if name in own.name or name in own.parent:
        return False
    return own.level == "township" or place.parent != area_of(own)
