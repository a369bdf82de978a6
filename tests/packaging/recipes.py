"""The recipes of docs/ci.md and the steps of action.yml, as a shell can run them."""

import re
from collections.abc import Mapping
from typing import Any

import yaml

from tests.packaging.environments import ROOT

_BLOCK = re.compile(r"<!-- ci: (\w+) -->\n```\w+\n(.*?)```", re.DOTALL)
_EXPRESSION = re.compile(r"\$\{\{ (?:inputs|steps\.python\.outputs)\.([\w-]+) \}\}")


def recipes(document: str = "ci.md") -> dict[str, str]:
    """Return the code of each recipe in a document."""
    text = (ROOT / "docs" / document).read_text(encoding="utf-8")
    return dict(_BLOCK.findall(text))


def action() -> dict[str, Any]:
    """Return what action.yml says."""
    found: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    return found


def steps() -> list[dict[str, Any]]:
    """Return the steps of the action that a shell can run."""
    return [step for step in action()["runs"]["steps"] if "run" in step]


def environment(step: Mapping[str, Any], given: Mapping[str, str], python: str) -> dict[str, str]:
    """Return what GitHub puts into the environment of a step.

    Args:
        step: the step.
        given: the inputs that the workflow names.
        python: the interpreter that was set up.
    """
    defaults = {name: about["default"] for name, about in action()["inputs"].items()}
    values = {**defaults, **given, "python-path": python}
    return {
        name: _EXPRESSION.sub(lambda found: values[found[1]], text)
        for name, text in step["env"].items()
    }
