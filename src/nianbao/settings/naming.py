"""Which line of the settings names a plug-in or a folder of rules that cannot be used?"""

import os
from collections.abc import Iterator, Sequence

from nianbao.errors import UserError
from nianbao.model.text import Text
from nianbao.settings.layers import Layer


def where_named(error: UserError, layers: Sequence[Layer]) -> UserError:
    """Return an error that says where the settings name what it is about, where they do.

    A fault in a line of a rule file stays there; any other is placed in the settings.

    Args:
        error: what is wrong with a plug-in or a folder of rules.
        layers: the settings of the run, the farthest first.
    """
    about = [error.path, getattr(error, "plugin", "")]
    layer, pointer = next(_naming(about, layers), (None, ""))
    if layer is None:
        return error
    line = layer.line(pointer)
    if error.line:
        place = f"{layer.file}:{line}"
        error.reason = Text(
            f"{error.reason.zh}（规则文件夹由 {place} 指定）",
            f"{error.reason.en} (the folder of rules is named in {place})",
        )
    else:
        error.reason = _with_path(error)
        error.path, error.line = layer.file, line
    return error


def _with_path(error: UserError) -> Text:
    zh, en = error.reason.zh, error.reason.en
    return Text(f"{error.path}：{zh}", f"{error.path}: {en}") if error.path else error.reason


def _naming(about: Sequence[str], layers: Sequence[Layer]) -> Iterator[tuple[Layer, str]]:
    """Yield the layers that name one of these, the nearest first, and the pointers."""
    paths = [os.path.join(os.path.abspath(each), "") for each in about if each]
    for layer in reversed(layers):
        for number, folder in enumerate(layer.entry.get("rules", ())):
            if any(path.startswith(os.path.join(folder, "")) for path in paths):
                yield layer, f"/rules/{number}"
        for number, plugin in enumerate(layer.entry.get("plugins", ())):
            if plugin in about:
                yield layer, f"/plugins/{number}"
