"""What do rule files say, and is it what a rule file may say?"""

import json
import os
from collections.abc import Iterator
from functools import cache
from typing import Any

from nianbao.declarative.examining import examined
from nianbao.declarative.fields import Given, field_fault
from nianbao.declarative.language import EquationError
from nianbao.declarative.twice import Twice, twice_in
from nianbao.editions import editions
from nianbao.errors import UserError
from nianbao.model.text import Text
from nianbao.resources import schema_text
from nianbao.structure import Fault, Schema, fault_in


class RuleFileError(UserError):
    """A rule file that is none."""


@cache
def _schema() -> Schema:
    schema: Schema = json.loads(schema_text("rule"))
    return schema


def rule_files(folder: str | os.PathLike[str]) -> Iterator[tuple[str, str]]:
    """Yield path and text of each rule file below a folder, in the order of the paths.

    Raises:
        RuleFileError: the folder or a file cannot be read.
    """
    path = os.fspath(folder)
    try:
        entries = sorted(os.scandir(path), key=lambda entry: entry.name)
    except OSError:
        raise RuleFileError(_NO_FOLDER, path) from None
    for entry in entries:
        if entry.is_dir():
            yield from rule_files(entry.path)
        elif entry.name.endswith((".yaml", ".yml")):
            yield entry.path, _text(entry.path)


_NO_FOLDER = Text("读不了这个规则文件夹", "this folder of rules cannot be read")


def _text(path: str) -> str:
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except UnicodeDecodeError:
        raise RuleFileError(Text("不是 UTF-8 文本", "this is no UTF-8 text"), path) from None
    except OSError:
        raise RuleFileError(
            Text("读不了这个规则文件", "this rule file cannot be read"), path
        ) from None


def entry_of(
    path: str, text: str, *, judged: bool = True, given: Given | None = None
) -> dict[str, Any]:
    """Return the entry of a rule file.

    Args:
        path: of the file.
        text: what it says.
        judged: whether it is held against the schema of rule files and what its check gives.
        given: gives what the function of a Python rule fills in; None: nobody knows.

    Raises:
        RuleFileError: it is no YAML, or says what a rule file may not say.
    """
    entry = _parsed(path, text)
    fault = next(_faults(entry, given), None) if judged else None
    if fault:
        raise RuleFileError(fault.reason, path, line_of(text, fault.pointer))
    try:
        return {**entry, "check": _examined(entry)}
    except EquationError as error:
        raise RuleFileError(error.reason, path, line_of(text, "/check/holds")) from None


def _examined(entry: dict[str, Any]) -> dict[str, Any]:
    return examined(entry["check"], entry["editions"], entry.get("scope", "report"))


def _faults(entry: dict[str, Any], given: Given | None) -> Iterator[Fault]:
    """Yield what is wrong with an entry: those behind the first may follow from it."""
    if fault := fault_in(entry, _schema(), _schema()):
        yield fault
    for pointer, edition in _editions_named(entry):
        if edition not in editions():
            yield Fault(pointer, _unknown_edition(edition))
    if fault := field_fault(entry, given):
        yield fault


def _editions_named(entry: dict[str, Any]) -> Iterator[tuple[str, str]]:
    yield from (("/editions", edition) for edition in entry["editions"])
    for number, example in enumerate(entry["examples"]):
        place = f"/examples/{number}"
        reports = {place: example, f"{place}/last": example.get("last", {})}
        for order, member in enumerate(example.get("members", ())):
            reports[f"{place}/members/{order}"] = member
        yield from (
            (f"{at}/edition", each["edition"]) for at, each in reports.items() if "edition" in each
        )


def _unknown_edition(name: str) -> Text:
    known = list(editions())
    return Text(
        f"未知的表格版本“{name}”，已知的有 {'、'.join(known)}",
        f'unknown edition "{name}"; known are {", ".join(known)}',
    )


def _parsed(path: str, text: str) -> dict[str, Any]:
    import yaml  # noqa: PLC0415  # 17 ms, not on the way to a clean result

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
    try:
        node = loader.get_single_node()
        if twice := twice_in(node):
            raise RuleFileError(_twice(twice), path, twice.line)
        entry = loader.construct_document(node) if node else None
    except yaml.YAMLError as error:
        from nianbao.declarative.unsound import fault_of  # noqa: PLC0415  # for errors alone

        reason, line = fault_of(error, text)
        raise RuleFileError(reason, path, line) from None
    if not isinstance(entry, dict):
        raise RuleFileError(
            Text("规则文件应是键和值", "a rule file must be keys and values"), path, 1
        )
    return entry


def _twice(twice: Twice) -> Text:
    return Text(
        f"“{twice.key}”已在第 {twice.first} 行写过",
        f'"{twice.key}" stands in line {twice.first} already',
    )


def line_of(text: str, pointer: str) -> int | None:
    """Return the line of the value at a pointer, or of what holds it."""
    import yaml  # noqa: PLC0415

    node: Any = yaml.compose(text, Loader=yaml.SafeLoader)
    line = 1
    for token in pointer.split("/")[1:]:
        node = _child(node, token)
        if node is None:
            break
        line = node[1]
        node = node[0]
    return line


def _child(node: Any, token: str) -> tuple[Any, int] | None:
    """Return the value below a YAML node and the line of its key."""
    if isinstance(node.value, list) and node.id == "mapping":
        for key, value in node.value:
            if key.value == token.replace("~1", "/").replace("~0", "~"):
                return value, key.start_mark.line + 1
    if isinstance(node.value, list) and node.id == "sequence" and token.isdigit():
        child = node.value[int(token)]
        return child, child.start_mark.line + 1
    return None
