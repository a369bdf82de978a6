"""What did the user set, and is it something that can be set?"""

import json
import re
from pathlib import Path
from typing import Any, NamedTuple

from nianbao.errors import UserError
from nianbao.model.text import Text
from nianbao.resources import data_dir
from nianbao.structure import fault_in

# The table of a project file that holds our settings.
_TABLE = re.compile(r"^[ \t]*\[[ \t]*tool[ \t]*\.[ \t]*nianbao[ \t]*[\].]", re.MULTILINE)
_SCHEMA = "settings.schema.json"
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


def find_settings(start: Path) -> Path | None:
    """Return the nearest settings file upwards: nianbao.toml before pyproject.toml.

    Raises:
        SettingsError: a project file on the way cannot be read.
    """
    for folder in (start, *start.parents):
        if (folder / _FILE).is_file():
            return folder / _FILE
        project = folder / _PROJECT
        if project.is_file() and _TABLE.search(_text(project)):
            return project
    return None


def read_settings(path: Path) -> Settings:
    """Return the settings of a file.

    Raises:
        SettingsError: it cannot be read, is no TOML, or has keys or values that mean nothing.
    """
    text = _text(path)
    entry = _entry(path, text)
    schema = json.loads(data_dir("schemas").joinpath(_SCHEMA).read_text(encoding="utf-8"))
    fault = fault_in(entry, schema, schema)
    if fault:
        raise SettingsError(fault.reason, str(path), _line(text, fault.pointer))
    folder = path.parent
    return Settings(
        path=str(path),
        select=tuple(entry.get("select", ())),
        ignore=tuple(entry.get("ignore", ())),
        plugins=tuple(entry.get("plugins", ())),
        rules=tuple(str(folder / each) for each in entry.get("rules", ())),
    )


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise SettingsError(
            Text("设置文件不是 UTF-8", "the settings are no UTF-8 text"), str(path)
        ) from None
    except OSError:
        raise SettingsError(
            Text("读不了设置文件", "the settings cannot be read"), str(path)
        ) from None


def _entry(path: Path, text: str) -> Any:
    import tomllib  # noqa: PLC0415  # only where there are settings

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(
            Text("不是完好的 TOML", "this is no sound TOML"), str(path), _error_line(error)
        ) from None
    for key in ("tool", "nianbao") if path.name == _PROJECT else ():
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
