"""What did the user set, and is it something that can be set?"""

import json
import os
import re
from typing import Any, NamedTuple

from nianbao.errors import UserError
from nianbao.model.text import Text
from nianbao.resources import schema_text
from nianbao.structure import fault_in

# The table of a project file that holds our settings.
_TABLE = re.compile(r"^[ \t]*\[[ \t]*tool[ \t]*\.[ \t]*nianbao[ \t]*[\].]", re.MULTILINE)
_FILE, _PROJECT = "nianbao.toml", "pyproject.toml"


class SettingsError(UserError):
    """Settings that cannot be used."""


class Settings(NamedTuple):
    """What a settings file says.

    Attributes:
        path: the file, or ``""`` where there is none.
        select, ignore: selectors of rules.
        plugins: names of plug-ins to load.
        rules: folders of rule files, resolved against the folder of the file.
    """

    path: str = ""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    plugins: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()


def find_settings(start: str | os.PathLike[str]) -> str | None:
    """Return the nearest settings file upwards: nianbao.toml before pyproject.toml.

    Raises:
        SettingsError: a project file on the way cannot be read.
    """
    folder, above = os.path.abspath(start), ""
    while folder != above:
        own, project = os.path.join(folder, _FILE), os.path.join(folder, _PROJECT)
        if os.path.isfile(own):
            return own
        if os.path.isfile(project) and _TABLE.search(_text(project)):
            return project
        folder, above = os.path.dirname(folder), folder
    return None


def read_settings(file: str | os.PathLike[str]) -> Settings:
    """Return the settings of a file.

    Raises:
        SettingsError: it cannot be read, is no TOML, or has keys or values that mean nothing.
    """
    path = os.fspath(file)
    text = _text(path)
    entry = _entry(path, text)
    schema = json.loads(schema_text("settings"))
    fault = fault_in(entry, schema, schema)
    if fault:
        raise SettingsError(fault.reason, path, _line(text, fault.pointer))
    folder = os.path.dirname(path)
    return Settings(
        path=path,
        select=tuple(entry.get("select", ())),
        ignore=tuple(entry.get("ignore", ())),
        plugins=tuple(entry.get("plugins", ())),
        rules=tuple(os.path.join(folder, each) for each in entry.get("rules", ())),
    )


def _text(path: str) -> str:
    try:
        with open(path, encoding="utf-8-sig") as file:
            return file.read()
    except UnicodeDecodeError:
        raise SettingsError(
            Text("设置文件不是 UTF-8", "the settings are no UTF-8 text"), path
        ) from None
    except OSError:
        raise SettingsError(Text("读不了设置文件", "the settings cannot be read"), path) from None


def _entry(path: str, text: str) -> Any:
    import tomllib  # noqa: PLC0415  # only where there are settings

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(
            Text("不是完好的 TOML", "this is no sound TOML"), path, _error_line(error)
        ) from None
    for key in ("tool", "nianbao") if os.path.basename(path) == _PROJECT else ():
        data = data.get(key, {}) if isinstance(data, dict) else data
    return data


def _error_line(error: Exception) -> int | None:
    found = re.search(r"at line (\d+)", str(error))
    return int(found[1]) if found else None


def _line(text: str, pointer: str) -> int | None:
    """Return the line on which the key of a pointer is set, within our table of a project file."""
    key = pointer.split("/")[1] if pointer else ""
    table = _TABLE.search(text)
    before = text.count("\n", 0, table.start()) if table else 0
    for number, line in enumerate(text.splitlines()[before:], start=before + 1):
        if re.match(rf"\s*\[*[\"']?{re.escape(key)}[\"']?\s*[=.\]]", line):
            return number
    return None
