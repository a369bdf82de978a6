"""Where do the rule and schema files that ship with the package lie?"""

import os

# Plain paths, not importlib.resources: that costs a start more than reading the rules does, and
# lxml keeps the package from running out of a zip file anyway.
_PACKAGE = os.path.dirname(os.path.abspath(__file__))
_PACKAGED = os.path.join(_PACKAGE, "_data")
_CHECKOUT = os.path.dirname(os.path.dirname(_PACKAGE))


def is_checkout() -> bool:
    """Tell whether the package runs from a checkout (an editable install) and not from a wheel."""
    return not os.path.isdir(_PACKAGED) and os.path.isfile(
        os.path.join(_CHECKOUT, "pyproject.toml")
    )


def data_dir(name: str) -> str:
    """Return one of the data folders: the packaged copy, or the checkout's own.

    Args:
        name: ``rules``, ``schemas`` or ``compiled`` (the last exists in wheels only).

    Raises:
        FileNotFoundError: the installation lacks the folder.
    """
    folder = os.path.join(_CHECKOUT if is_checkout() else _PACKAGED, name)
    if not os.path.isdir(folder):
        msg = f"the {name!r} files are missing from this installation of nianbao"
        raise FileNotFoundError(msg)
    return folder


def schema_text(name: str) -> str:
    """Return the text of one of the schemas.

    Raises:
        FileNotFoundError: the installation lacks it.
    """
    with open(os.path.join(data_dir("schemas"), f"{name}.schema.json"), encoding="utf-8") as file:
        return file.read()
