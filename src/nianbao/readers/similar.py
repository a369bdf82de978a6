"""Which label was meant, where the wording is neither official nor accepted?"""

from collections.abc import Mapping
from typing import TypeVar

from nianbao.model.likeness import is_like

_Meant = TypeVar("_Meant")


def meant(label: str, unbound: Mapping[str, _Meant]) -> _Meant | None:
    """Return what a label stands for, or None where that is not sure.

    Args:
        label: the label as met, normalised.
        unbound: what each label stands for that is still unbound, by normalised label. 26 pairs
            of official labels lie within distance 2 of one another, so it must be just one.
    """
    near = {id(thing): thing for other, thing in unbound.items() if is_like(label, other)}
    return next(iter(near.values())) if len(near) == 1 else None
