"""Where do the rule and schema files that ship with the package lie?"""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

_PACKAGED = "_data"
_CHECKOUT = Path(__file__).resolve().parents[2]


def is_checkout() -> bool:
    """Tell whether the package runs from a checkout (an editable install) and not from a wheel."""
    packaged = files(__package__) / _PACKAGED
    return not packaged.is_dir() and (_CHECKOUT / "pyproject.toml").is_file()


def data_dir(name: str) -> Traversable:
    """Return one of the data folders: the packaged copy, or the checkout's own.

    Args:
        name: ``rules``, ``schemas`` or ``compiled`` (the last exists in wheels only).

    Raises:
        FileNotFoundError: the installation lacks the folder.
    """
    packaged = files(__package__) / _PACKAGED / name
    if packaged.is_dir():
        return packaged
    checkout = _CHECKOUT / name
    if is_checkout() and checkout.is_dir():
        return checkout
    msg = f"the {name!r} files are missing from this installation of nianbao"
    raise FileNotFoundError(msg)
