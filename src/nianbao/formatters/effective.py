"""How do the settings in force look: as a table for people, or as JSON?"""

import json
from typing import Any

from nianbao.formatters.characters import escaped_json
from nianbao.protocols import Canvas
from nianbao.settings.effective import Effective, Setting


def effective_json(effective: Effective) -> str:
    """Return the settings in force, each with its source, as JSON."""
    whole = {
        "version": 1,
        "path": effective.path,
        "files": list(effective.files),
        "rules": {"used": effective.used, "offered": effective.offered},
        "settings": [_setting(each) for each in effective.settings],
    }
    return escaped_json(json.dumps(whole, ensure_ascii=False, indent=2)) + "\n"


def _setting(setting: Setting) -> dict[str, Any]:
    value = setting.value
    plain = {
        "key": setting.key,
        "value": list(value) if isinstance(value, tuple) else value,
        "source": setting.source,
    }
    if setting.source != "file" or setting.layer is None:
        return plain
    line = setting.line
    return {**plain, "file": setting.layer.file, **({"line": line} if line else {})}


def effective_page(effective: Effective, canvas: Canvas) -> str:
    """Return the settings in force as text for a terminal."""
    # JSON must not wait for the drawing library.
    from nianbao.formatters.effective_table import draw_effective  # noqa: PLC0415

    return draw_effective(effective, canvas)
