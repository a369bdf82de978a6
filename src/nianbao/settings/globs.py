"""Does a path lie where a glob says?"""

from fnmatch import fnmatchcase

from nianbao.model.text import Text

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


def glob_fault(glob: str) -> Text | None:
    """Return what is wrong with a glob: a bracket that is never closed, which names no file."""
    start = glob.find("[")
    while start >= 0:
        # The first letter within may itself be a closing bracket.
        stop = glob.find("]", start + 2 + glob.startswith("!", start + 1))
        if stop < 0 or "/" in glob[start:stop]:
            return _unclosed(glob)
        start = glob.find("[", stop)
    return None


def _unclosed(glob: str) -> Text:
    return Text(
        f"“{glob}”里的 [ 没有与它成对的 ]；名称里本有 [ 的，写作 [[]",
        f'"{glob}" has a [ without its ]; where a name itself has a [, write [[]',
    )


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
