"""What does a settings file say, letter for letter?"""

import os
import stat
from typing import Any

from nianbao.errors import UserError
from nianbao.model.text import Text

# A device or an endless file must not hold up a run; no settings are that long.
_MOST = 1024 * 1024
_MOST_PARTS = 100
_UNREADABLE = Text("读不了设置文件", "the settings cannot be read")


class SettingsError(UserError):
    """Settings that cannot be used."""


def text_of(path: str) -> str:
    """Return the text of a settings file.

    Raises:
        SettingsError: it is no file, may not be read, is too long or no UTF-8.
    """
    data = _bytes(path)
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        reason = Text("设置文件不是 UTF-8", "the settings are no UTF-8 text")
        raise SettingsError(reason, path, line) from None


def toml_of(text: str) -> Any:
    """Return what a text says as TOML.

    Raises:
        ValueError: it is no sound TOML.
    """
    import tomllib  # noqa: PLC0415  # only where there are settings

    if text.count(".") > _MOST_PARTS and _has_endless_key(text):
        msg = "a key has too many parts"
        raise ValueError(msg)
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise ValueError from error


def _has_endless_key(text: str) -> bool:
    """Tell whether a key has so many parts that Python's reader would take minutes over it."""
    from nianbao.settings.lines import longest_key  # noqa: PLC0415  # mostly there are few dots

    return longest_key(text) > _MOST_PARTS


def _bytes(path: str) -> bytes:
    try:
        status = os.stat(path)
        if not stat.S_ISREG(status.st_mode):
            raise SettingsError(_UNREADABLE, path)
        with open(path, "rb") as file:
            data = file.read(_MOST + 1)
    except (OSError, ValueError):
        raise SettingsError(_UNREADABLE, path) from None
    if len(data) > _MOST:
        raise SettingsError(Text("设置文件超过 1 MiB", "the settings exceed 1 MiB"), path)
    return data
