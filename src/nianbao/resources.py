"""Where do the rule and schema files that ship with the package lie?"""

from pathlib import Path

# Plain paths, not importlib.resources: that costs a start more than reading the rules does, and
# lxml keeps the package from running out of a zip file anyway.
_PACKAGED = Path(__file__).parent / "_data"
_CHECKOUT = Path(__file__).parents[2]


def is_checkout() -> bool:
    """Tell whether the package runs from a checkout (an editable install) and not from a wheel."""
    return not _PACKAGED.is_dir() and (_CHECKOUT / "pyproject.toml").is_file()


def data_dir(name: str) -> Path:
    """Return one of the data folders: the packaged copy, or the checkout's own.

    Args:
        name: ``rules``, ``schemas`` or ``compiled`` (the last exists in wheels only).

    Raises:
        FileNotFoundError: the installation lacks the folder.
    """
    folder = _CHECKOUT / name if is_checkout() else _PACKAGED / name
    if not folder.is_dir():
        msg = f"the {name!r} files are missing from this installation of nianbao"
        raise FileNotFoundError(msg)
    return folder
