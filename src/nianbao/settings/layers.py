"""Which layers of settings apply to a document?"""

import os
from collections.abc import Mapping
from typing import Any

from nianbao.model.record import Record


class Layer(Record):
    """What one place sets: a file, an override in it, or the command line.

    Attributes:
        entry: the values by key; folders of rules are absolute.
        file: the settings file, or ``""`` for the command line.
        text: of the file.
        pointer: where the entry stands in the file.
        paths: the globs of an override; None: it applies to all documents.
    """

    entry: Mapping[str, Any]
    file: str = ""
    text: str = ""
    pointer: str = ""
    paths: tuple[str, ...] | None = None

    def line(self, pointer: str) -> int | None:
        """Return the line of the file on which something of the entry stands."""
        from nianbao.settings.lines import line_of  # noqa: PLC0415  # for errors and shows alone

        return line_of(self.text, self.pointer + pointer)


class Settings(Record):
    """What a settings file says, together with those that it extends.

    Attributes:
        path: the file, absolute, or ``""`` where there is none.
        layers: the farthest first; a nearer one beats those before it.
    """

    path: str = ""
    layers: tuple[Layer, ...] = ()

    @property
    def general(self) -> tuple[Layer, ...]:
        """The layers that apply to all documents."""
        return tuple(layer for layer in self.layers if layer.paths is None)

    def at(self, path: str) -> tuple[Layer, ...]:
        """Return the layers that apply to a document."""
        general = self.general
        if len(general) == len(self.layers):
            return general
        from nianbao.settings.globs import matches  # noqa: PLC0415  # for overrides alone

        inside = self.inside(path)
        return tuple(
            layer
            for layer in self.layers
            if layer.paths is None or any(matches(glob, inside) for glob in layer.paths)
        )

    def inside(self, path: str) -> str:
        """Return a path as seen from the folder of the settings, where it lies below that.

        Any other is seen from the working directory.
        """
        folder = os.path.join(os.path.dirname(self.path), "") if self.path else ""
        whole = os.path.abspath(path)
        if folder and whole.startswith(folder):
            return whole[len(folder) :].replace(os.sep, "/")
        return os.path.relpath(whole).replace(os.sep, "/")
