"""Does a path lie where a glob says?"""

from fnmatch import fnmatchcase

_ANY = "**"


def matches(glob: str, path: str) -> bool:
    """Tell whether a glob names a path, or a folder above it.

    A glob without a slash (one at its end aside) may name a file or folder at any depth; any other
    is seen from the folder that the path is relative to. ``**`` stands for any number of folders.

    Args:
        glob: with ``*``, ``?`` and ``[…]`` within a name.
        path: relative, with ``/`` between names.
    """
    anywhere = "/" not in glob.rstrip("/")
    names = [name for name in glob.split("/") if name not in ("", ".")]
    if not names:
        return glob.startswith(".")
    return _fits([_ANY, *names, _ANY] if anywhere else [*names, _ANY], path.split("/"))


def _fits(glob: list[str], names: list[str]) -> bool:
    """Match name by name; only the last ``**`` ever needs to give more, so no pattern is slow."""
    here = there = back = 0
    star = -1
    while there < len(names):
        if here < len(glob) and glob[here] == _ANY:
            star, back, here = here, there, here + 1
        elif here < len(glob) and fnmatchcase(names[there], glob[here]):
            here, there = here + 1, there + 1
        elif star >= 0:
            back += 1
            here, there = star + 1, back
        else:
            return False
    return all(name == _ANY for name in glob[here:])
