"""Which key of a YAML text stands twice, so that the first would count for nothing?"""

from collections.abc import Iterator
from typing import Any, NamedTuple


class Twice(NamedTuple):
    """A key with the lines on which it stands."""

    key: str
    first: int
    line: int


def twice_in(root: Any) -> Twice | None:
    """Return the first key that stands twice in one mapping below a YAML node, or None."""
    for node in _mappings(root):
        lines: dict[str, int] = {}
        for key, _ in node.value:
            line = key.start_mark.line + 1
            if key.id == "scalar" and lines.setdefault(key.value, line) != line:
                return Twice(key.value, lines[key.value], line)
    return None


def _mappings(root: Any) -> Iterator[Any]:
    """Yield the mappings below a node, each once though several aliases may lead to it."""
    met: set[int] = set()
    left = [root]
    while left:
        node = left.pop()
        if node is None or id(node) in met or node.id == "scalar":
            continue
        met.add(id(node))
        if node.id == "mapping":
            yield node
        for each in node.value:
            left.extend(each if isinstance(each, tuple) else (each,))
