"""Which settings hold for a document?"""

import os
import re
from functools import cached_property

from nianbao.settings.layers import Settings
from nianbao.settings.text import text_of, toml_of

_OWN, _PROJECT = "nianbao.toml", "pyproject.toml"
# The table of a project file that holds our settings.
_TABLE = r"(?m)^[ \t]*\[\[?[ \t]*tool[ \t]*\.[ \t]*nianbao[ \t]*(?:[\].]|$)"
# Rarer ways to write it, which only a reader of TOML tells for sure.
_TOOL = r"(?m)^[ \t]*(?:\[[ \t]*tool[ \t]*\]|tool[ \t]*[.=])"


class Finder:
    """Finds and reads settings, each file once.

    Args:
        named: the settings file that holds for all documents, or ``""``: the nearest one upwards
            from each.
    """

    def __init__(self, named: str = "") -> None:
        self._named = named
        self._nearest: dict[str, str] = {}
        self._folders: dict[str, Settings] = {}
        self._read: dict[str, Settings] = {"": Settings()}

    @cached_property
    def run(self) -> Settings:
        """The settings of the whole run: those named, else those of the working directory.

        Raises:
            SettingsError: they cannot be used.
        """
        return self._settings(self._named or self.nearest(os.getcwd()))

    def of(self, path: str) -> Settings:
        """Return the settings of a file; a path that ends in a slash stands for what lies below.

        Raises:
            SettingsError: they cannot be used.
        """
        if self._named:
            return self.run
        folder = os.path.dirname(path)
        if folder not in self._folders:
            self._folders[folder] = self._settings(self.nearest(os.path.abspath(folder)))
        return self._folders[folder]

    def _settings(self, path: str) -> Settings:
        if path not in self._read:
            from nianbao.settings.reading import read_settings  # noqa: PLC0415  # where there are any

            self._read[path] = read_settings(path)
        return self._read[path]

    def nearest(self, folder: str) -> str:
        """Return the nearest settings file upwards, nianbao.toml before pyproject.toml, or ``""``.

        Args:
            folder: absolute.

        Raises:
            SettingsError: a project file on the way cannot be read.
        """
        if folder not in self._nearest:
            above = os.path.dirname(folder)
            found = _own(folder) or (self.nearest(above) if above != folder else "")
            self._nearest[folder] = found
        return self._nearest[folder]


def _own(folder: str) -> str:
    """Return the settings file of a folder, or ``""``."""
    own, project = os.path.join(folder, _OWN), os.path.join(folder, _PROJECT)
    if os.path.isfile(own):
        return own
    return project if os.path.isfile(project) and _has_table(text_of(project)) else ""


def _has_table(text: str) -> bool:
    """Tell whether a project file holds our settings."""
    if "nianbao" not in text:
        return False
    if re.search(_TABLE, text):
        return True
    return bool(re.search(_TOOL, text)) and _is_parsed(text)


def _is_parsed(text: str) -> bool:
    try:
        tool = toml_of(text).get("tool")
    except ValueError:
        return False
    return isinstance(tool, dict) and "nianbao" in tool
