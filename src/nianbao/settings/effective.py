"""Which settings are in force, and where does each come from?"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal

from nianbao.model.place import escape
from nianbao.model.record import Record
from nianbao.settings.layers import Layer
from nianbao.settings.values import ADDED, LISTS, WORDS, values_of

Source = Literal["file", "command-line", "default"]


class Setting(Record):
    """One value that holds, and the layer that sets it (None: no layer does).

    Attributes:
        key: dotted, such as ``severity.VAL001``.
        value: the value.
        layer: where it is set.
        pointer: where in the entry of the layer.
    """

    key: str
    value: Any
    layer: Layer | None = None
    pointer: str = ""

    @property
    def source(self) -> Source:
        """Where the value comes from, in one word."""
        if self.layer is None:
            return "default"
        return "file" if self.layer.file else "command-line"

    @property
    def line(self) -> int | None:
        """The line of the file that sets it."""
        return self.layer.line(self.pointer) if self.layer and self.layer.file else None


def settings_of(layers: Iterable[Layer]) -> list[Setting]:
    """Return all settings in force, each with its source, those that nothing sets included."""
    values = values_of(layers := tuple(layers))
    plain = {**values._asdict(), "fail-on": values.fail_on}
    found = {key: Setting(key, plain[key]) for key in (*LISTS, *WORDS, *ADDED)}
    for layer in layers:
        for key, pointer, value in _keys(layer.entry):
            found.pop(key, None)
            found[key] = Setting(key, value, layer, pointer)
    return sorted((each for each in found.values() if _holds(each, found)), key=_order)


def _holds(setting: Setting, found: Mapping[str, Setting]) -> bool:
    """Tell whether a setting is shown: the default of a list that is added up only when empty."""
    is_default = setting.layer is None and setting.key in ADDED
    return not (is_default and any(key.startswith(f"{setting.key}.") for key in found))


_ORDER = (*LISTS, "severity", "messages", *WORDS, *ADDED)


def _order(setting: Setting) -> int:
    return _ORDER.index(setting.key.partition(".")[0])


def _keys(entry: Mapping[str, Any]) -> Iterator[tuple[str, str, Any]]:
    """Yield key, pointer and value of all in an entry that may be replaced on its own."""
    yield from ((key, f"/{key}", entry[key]) for key in (*LISTS, *WORDS) if key in entry)
    for selector, word in entry.get("severity", {}).items():
        yield f"severity.{selector}", f"/severity/{escape(selector)}", word
    for rule, texts in entry.get("messages", {}).items():
        for language, text in texts.items():
            yield f"messages.{rule}.{language}", f"/messages/{escape(rule)}/{language}", text
    for key in ADDED:
        for number, item in enumerate(entry.get(key, ())):
            yield f"{key}.{item}", f"/{key}/{number}", item


class Effective(Record):
    """All that holds for a path.

    Attributes:
        path: a file or folder.
        files: the settings files, the nearest first.
        settings: each value with its source.
        used: how many rules are used.
        offered: how many there are.
    """

    path: str
    files: tuple[str, ...]
    settings: tuple[Setting, ...]
    used: int
    offered: int
