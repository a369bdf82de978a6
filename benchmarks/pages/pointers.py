"""Where in a report a JSON Pointer leads, for reading and for changing it."""

from typing import Any

Json = Any  # whatever a JSON or YAML file may hold
Report = dict[str, Json]
Cell = int | float | str | None


def join(*keys: str) -> str:
    """Return the pointer that names these keys (none of ours needs escaping)."""
    return "".join(f"/{key}" for key in keys)


def holds(report: Report, pointer: str) -> bool:
    """Tell whether the report has a value there, be it blank."""
    return _last(pointer) in _parent(report, pointer)


def read(report: Report, pointer: str) -> Json:
    """Return the value there; KeyError when there is none."""
    return _parent(report, pointer)[_last(pointer)]


def write(report: Report, pointer: str, value: Json) -> None:
    """Set the value there, making the containers on the way."""
    node = report
    for key in pointer.split("/")[1:-1]:
        node = node.setdefault(key, {})
    node[_last(pointer)] = value


def drop(report: Report, pointer: str) -> None:
    """Take the value there out; KeyError when there is none."""
    del _parent(report, pointer)[_last(pointer)]


def _last(pointer: str) -> str:
    return pointer.rpartition("/")[2]


def _parent(report: Report, pointer: str) -> Report:
    node = report
    for key in pointer.split("/")[1:-1]:
        node = node.get(key, {})
    return node
