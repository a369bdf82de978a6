"""Which rules do the folders hold, and how are they found fast?

The built-in rules are compiled: one file with what a run needs, a second with the texts, read when
there is a finding to print or a rule to explain. A wheel holds both; a checkout compiles them once
into the user's cache, under the digest of the rule files.
"""

import json
import os
from collections.abc import Callable, Iterable
from functools import cache
from typing import TYPE_CHECKING, Any

from nianbao.declarative.entries import TEXT_KEYS, rule_of
from nianbao.declarative.kinds import Functions
from nianbao.editions import editions
from nianbao.model.record import Record
from nianbao.model.text import Text
from nianbao.resources import data_dir, is_checkout, schema_text
from nianbao.rule import Rule

if TYPE_CHECKING:
    from nianbao.declarative.fields import Given

Data = dict[str, Any]

_INDEX, _TEXTS = "index.json", "texts.json"


class Compiled(Record):
    """Rules ready for use.

    Attributes:
        digest: SHA-256 over the rule files, hexadecimal.
        entries: the entries without their texts.
        texts: gives the texts of each rule by code.
    """

    digest: str
    entries: list[Data]
    texts: Callable[[], Data]


def builtin_rules(functions: Functions) -> tuple[list[Rule], str]:
    """Return the rules that ship with the package, and their digest."""
    return _rules(_builtin(), functions)


def builtin_digest() -> str:
    """Return the digest of the rules that ship with the package."""
    return _builtin().digest


def folder_rules(folder: str | os.PathLike[str], functions: Functions) -> tuple[list[Rule], str]:
    """Return the rules of a folder of rule files, and their digest.

    Raises:
        RuleFileError: a file is no rule file.
    """
    from nianbao.declarative import files as read  # noqa: PLC0415  # for rule folders alone

    files = dict(read.rule_files(folder))
    source = compiled(files.items(), given=_given)
    try:
        return _rules(source, functions)
    except LookupError as error:
        name = str(error.args[0])
        path = next(path for path, text in files.items() if name in text)
        reason = Text(f"没有名为“{name}”的检查函数", f'there is no check function called "{name}"')
        line = read.line_of(files[path], "/check/function")
        raise read.RuleFileError(reason, path, line) from None


def _given(function: str) -> Iterable[str] | None:
    """Return what the built-in rule of a function fills in, None where there is none."""
    from nianbao.declarative.fields import fields_in  # noqa: PLC0415  # as above

    builtin = _builtin()
    entries = (each for each in builtin.entries if each["check"].get("function") == function)
    entry = next(entries, None)
    if entry is None:
        return None
    return dict.fromkeys(fields_in({**entry, **builtin.texts()[entry["code"]]}))


def _rules(source: Compiled, functions: Functions) -> tuple[list[Rule], str]:
    def texts(code: str) -> Callable[[], Data]:
        return lambda: source.texts()[code]

    return [
        rule_of(entry, texts(entry["code"]), functions) for entry in source.entries
    ], source.digest


def compiled(
    files: Iterable[tuple[str, str]], *, judged: bool = True, given: "Given | None" = None
) -> Compiled:
    """Compile rule files.

    Args:
        files: path and text of each.
        given: gives what the function of a Python rule fills in; None: nobody knows.
        judged: whether each is held against the schema of rule files; a build does without the
            schema validator, for the tests have judged what it ships.

    Raises:
        RuleFileError: a file is no rule file, or two rules share a code.
    """
    from nianbao.declarative.files import RuleFileError, entry_of  # noqa: PLC0415  # as above

    texts: dict[str, str] = dict(files)
    entries: dict[str, tuple[str, Data]] = {}
    for path, text in texts.items():
        entry = entry_of(path, text, judged=judged, given=given)
        if entry["code"] in entries:
            raise RuleFileError(_twice(entry["code"], entries[entry["code"]][0]), path)
        entries[entry["code"]] = (path, entry)
    ordered = [entry for _, (_, entry) in sorted(entries.items())]
    words = {entry["code"]: {key: entry[key] for key in TEXT_KEYS} for entry in ordered}
    index = [
        {key: value for key, value in entry.items() if key not in TEXT_KEYS} for entry in ordered
    ]
    return Compiled(digest_of(texts.values()), index, lambda: words)


def _twice(code: str, other: str) -> Text:
    return Text(f"规则 {code} 已在 {other} 中定义", f"rule {code} is already defined in {other}")


def digest_of(texts: Iterable[str]) -> str:
    """Return the digest of rule files."""
    import hashlib  # noqa: PLC0415  # 2 ms, not needed where the digest is stored

    digest = hashlib.sha256()
    for text in texts:
        digest.update(text.encode())
        digest.update(b"\0")
    return digest.hexdigest()


def write_compiled(source: Compiled, folder: str | os.PathLike[str]) -> None:
    """Write compiled rules into a folder, each file at once."""
    os.makedirs(folder, exist_ok=True)
    _write(os.path.join(folder, _TEXTS), source.texts())
    _write(os.path.join(folder, _INDEX), {"digest": source.digest, "rules": source.entries})


def _write(path: str, data: Data) -> None:
    import tempfile  # noqa: PLC0415  # 3 ms, when rules are compiled alone

    with tempfile.TemporaryDirectory(dir=os.path.dirname(path)) as beside:
        whole = os.path.join(beside, "whole.json")
        with open(whole, "w", encoding="utf-8") as file:
            json.dump(data, file, ensure_ascii=False, separators=(",", ":"))
        os.replace(whole, path)


@cache
def _builtin() -> Compiled:
    if not is_checkout():
        return _read(data_dir("compiled"))
    from nianbao.declarative.files import rule_files  # noqa: PLC0415  # for checkouts alone

    files = list(rule_files(data_dir("rules")))
    # Equations are kept between the cells of the forms, so the forms count too.
    forms = (schema_text(f"report-{key}") for key in editions())
    folder = os.path.join(_cache(), digest_of([*(text for _, text in files), *forms])[:16])
    try:
        return _read(folder)
    except (OSError, ValueError, LookupError, TypeError):
        fresh = compiled(files)
        _keep(fresh, folder)
        return fresh


def _keep(fresh: Compiled, folder: str) -> None:
    """Write to the cache; where that cannot be, the rules are compiled anew each time."""
    try:
        write_compiled(fresh, folder)
    except OSError:
        return


def _cache() -> str:
    home = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return os.path.join(home, "nianbao", "rules")


def _read(folder: str) -> Compiled:
    data = _loaded(folder, _INDEX)

    @cache
    def texts() -> Data:
        return _loaded(folder, _TEXTS)

    return Compiled(data["digest"], data["rules"], texts)


def _loaded(folder: str, name: str) -> Data:
    with open(os.path.join(folder, name), encoding="utf-8") as file:
        data: Data = json.load(file)
    return data
