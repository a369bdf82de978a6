"""Put the rules, compiled and as files, and the schemas inside built wheels."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class DataFolders(BuildHookInterface):  # type: ignore[type-arg]  # hatchling gives no type for it
    """Ship the data folders in wheels; leave editable installs to read the checkout."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Map each data folder into the package, except for an editable install."""
        if version == "editable":
            return
        compiled = tempfile.mkdtemp()
        self._compile(Path(compiled))
        for name in ("rules", "schemas"):
            build_data["force_include"][name] = f"nianbao/_data/{name}"
        build_data["force_include"][compiled] = "nianbao/_data/compiled"

    def _compile(self, folder: Path) -> None:
        sys.path.insert(0, str(Path(self.root) / "src"))
        try:
            from nianbao.declarative.files import rule_files  # noqa: PLC0415  # found only now
            from nianbao.declarative.loader import compiled, write_compiled  # noqa: PLC0415
        finally:
            sys.path.pop(0)
        write_compiled(compiled(rule_files(Path(self.root) / "rules"), judged=False), folder)
