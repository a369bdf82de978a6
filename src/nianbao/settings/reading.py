"""Does a settings file say what can be said, and which other files does it extend?"""

import json
import os
from collections.abc import Iterator
from functools import cache
from typing import Any

from nianbao.model.text import Text
from nianbao.resources import schema_text
from nianbao.settings.globs import glob_fault
from nianbao.settings.layers import Layer, Settings
from nianbao.settings.text import SettingsError, text_of, toml_of
from nianbao.structure import Fault, Schema, fault_in

_OWN, PROJECT = "nianbao.toml", "pyproject.toml"
# Files that extend one another many times over would take for ever.
_MOST_FILES = 50


@cache
def _schema() -> Schema:
    schema: Schema = json.loads(schema_text("settings"))
    return schema


def read_settings(file: str | os.PathLike[str]) -> Settings:
    """Return the settings of a file and of those that it extends.

    Raises:
        SettingsError: one of them cannot be read, is no TOML, or has keys or values that mean
            nothing; or a file extends itself.
    """
    path = os.fspath(file)
    return Settings(os.path.abspath(path), tuple(_Files().layers(path)))


class _Files:
    """Reads a file and those that it extends."""

    def __init__(self) -> None:
        self._count = 0

    def layers(self, path: str, above: tuple[str, ...] = ()) -> Iterator[Layer]:
        """Yield the layers of a file, those of the files that it extends before its own."""
        text = text_of(path)
        entry = _entry(path, text)
        whole = Layer(_resolved(entry, path), path, text, _top(path))
        for pointer, base in _bases(entry, path):
            self._allow(whole, pointer, base, above)
            yield from self.layers(base, (*above, os.path.realpath(path)))
        yield whole
        for number, override in enumerate(entry.get("overrides", ())):
            pointer = f"{whole.pointer}/overrides/{number}"
            yield Layer(override, path, text, pointer, tuple(override["paths"]))

    def _allow(self, layer: Layer, pointer: str, base: str, above: tuple[str, ...]) -> None:
        """Refuse a file to extend that is not there, extends this one, or is one too many."""
        self._count += 1
        if os.path.isdir(base):
            reason = _folder(base)
        elif not os.path.isfile(base):
            reason = _missing(base)
        elif os.path.realpath(base) in (*above, os.path.realpath(layer.file)):
            reason = _loop(base)
        elif self._count > _MOST_FILES:
            reason = _TOO_MANY
        else:
            return
        raise SettingsError(reason, layer.file, layer.line(pointer))


def _missing(base: str) -> Text:
    return Text(
        f"extends 所指的设置文件 {base} 不存在", f"there is no settings file {base} to extend"
    )


def _folder(base: str) -> Text:
    return Text(
        f"extends 要写设置文件，{base} 是文件夹",
        f"extends names settings files; {base} is a folder",
    )


def _loop(base: str) -> Text:
    return Text(f"extends 循环：{base} 又以本文件为基础", f"a loop: {base} extends this file")


_TOO_MANY = Text(
    f"extends 所指的设置文件超过 {_MOST_FILES} 个", f"more than {_MOST_FILES} files to extend"
)


def _top(path: str) -> str:
    """Return the pointer under which our settings stand in a file."""
    return "/tool/nianbao" if os.path.basename(path) == PROJECT else ""


def _bases(entry: dict[str, Any], path: str) -> list[tuple[str, str]]:
    """Return the files to extend, each with the pointer at which it is named."""
    extends = entry.get("extends", [])
    named = [("", extends)] if isinstance(extends, str) else enumerate(extends)
    return [
        (f"/extends/{number}" if number != "" else "/extends", _beside(path, name))
        for number, name in named
    ]


def _beside(path: str, name: str) -> str:
    """Return a path that is relative to the folder of a settings file."""
    return os.path.normpath(os.path.join(os.path.dirname(path), name))


def _resolved(entry: dict[str, Any], path: str) -> dict[str, Any]:
    """Return the values of a file with its folders of rules as absolute paths."""
    if "rules" not in entry:
        return entry
    return {**entry, "rules": [os.path.abspath(_beside(path, name)) for name in entry["rules"]]}


def _entry(path: str, text: str) -> dict[str, Any]:
    data = _parsed(path, text)
    for key in _top(path).split("/")[1:]:
        data = data.get(key, {}) if isinstance(data, dict) else data
    try:
        fault = fault_in(data, _schema(), _schema()) or _glob_fault(data)
    except RecursionError:
        raise SettingsError(_TOO_DEEP, path) from None
    if fault:
        line = Layer({}, path, text, _top(path)).line(fault.pointer)
        reason = _heading(path, fault) or _no_table(path, fault) or _for_whole_run(fault)
        raise SettingsError(reason or fault.reason, path, line)
    entry: dict[str, Any] = data
    return entry


_TOO_DEEP = Text("嵌套太深", "the settings are nested too deeply")


def _heading(path: str, fault: Fault) -> Text | None:
    """Return what to say of a heading that only a project file has."""
    if _top(path) or fault.pointer not in ("/tool", "/nianbao"):
        return None
    return Text(
        f"{_OWN} 里键写在最上层，不用 [tool.nianbao] 这样的表头；那是 {PROJECT} 里的写法",
        f"in {_OWN} the keys stand at the top, without a heading such as [tool.nianbao];"
        f" that is for {PROJECT}",
    )


def _no_table(path: str, fault: Fault) -> Text | None:
    """Return what to say where a project file has something else than a table of our settings."""
    if fault.pointer or not _top(path):
        return None
    return Text(
        "tool.nianbao 应是一张表：写 [tool.nianbao]，下面逐行写键和值",
        "tool.nianbao must be a table: write [tool.nianbao], and keys with values below",
    )


def _for_whole_run(fault: Fault) -> Text | None:
    """Return what to say of a key in an override that counts for a whole file or run alone."""
    _, first, *rest = f"{fault.pointer}///".split("/")
    known = _schema()["properties"]
    key = rest[1]
    if first != "overrides" or key not in known or key in known[first]["items"]["properties"]:
        return None
    return Text(f"“{key}”不能写在 overrides 里", f'"{key}" cannot stand in overrides')


def _glob_fault(entry: dict[str, Any]) -> Fault | None:
    """Return the first glob of an override that can name nothing."""
    for number, override in enumerate(entry.get("overrides", ())):
        for at, glob in enumerate(override["paths"]):
            if reason := glob_fault(glob):
                return Fault(f"/overrides/{number}/paths/{at}", reason)
    return None


def _parsed(path: str, text: str) -> Any:
    try:
        return toml_of(text)
    except ValueError as error:
        from nianbao.settings.unsound import fault_of  # noqa: PLC0415  # for errors alone

        raise SettingsError(*fault_of(error, path, text)) from None
