"""By which name is an organ known among all others?"""

import unicodedata
from functools import lru_cache

from nianbao.model.report import Organ
from nianbao.prose.organs import short_name

_TOWNS = ("乡", "镇", "街道", "苏木")
_SEATS = ("人民政府", "政府", "办事处")


# Reports of many organs are put in order by it several times.
@lru_cache(2**17)
def full_name(organ: Organ) -> str:
    """Return the name by which an organ is known, ``""`` where others may have the same.

    青禾县云溪镇 and 青禾县云溪镇人民政府 are one organ; 云溪镇 alone may be any of several.
    """
    name = "".join(unicodedata.normalize("NFKC", organ.name).split())
    if not name or not _is_told(organ):
        return ""
    if not name.startswith(organ.parent):
        name = organ.parent + name
    seat = next((seat for seat in _SEATS if name.endswith(seat)), "")
    town = name.removesuffix(seat)
    return town if town.endswith(_TOWNS) else name.replace("人民政府", "政府")


def _is_told(organ: Organ) -> bool:
    """Tell whether name, level and kind leave one organ only."""
    if organ.level is None or organ.kind is None:
        return False
    stands_alone = organ.kind in ("government", "office") and organ.level != "township"
    return bool(organ.parent) or stands_alone or organ.level == "ministry"


def place_of(organ: Organ) -> str:
    """Return the place that an organ governs, as texts call it, or ``""``: 云溪镇, 青禾县."""
    is_seat = organ.kind in ("government", "dispatched") and organ.level in ("township", "county")
    return short_name(organ.name) if is_seat else ""


def area_of(organ: Organ) -> str:
    """Return the area in which an organ works: its own where it governs one, else its parent's."""
    seat, found, _ = organ.name.partition("人民政府")
    return seat if found and organ.level != "township" else organ.parent
