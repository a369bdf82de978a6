"""What is the path of a document called by other software?"""

import os

from nianbao.formatters.characters import harmless


def relative(path: str) -> str:
    """Return a path with slashes, as seen from the working directory where it lies below it.

    What stands in no document stands in ``.``.
    """
    return harmless(slashed(path))


def slashed(path: str) -> str:
    """Return a path with slashes and else as it is, relative where it lies below here."""
    inside = _inside(path) if os.path.isabs(path) else os.path.normpath(path)
    return inside.replace(os.sep, "/")


def _inside(path: str) -> str:
    here = os.path.join(os.getcwd(), "")
    whole = os.path.normpath(path)
    return whole.removeprefix(here)
