"""Which kinds of check can a rule file name?"""

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any

from nianbao.model.once import Once
from nianbao.rule import Check, Hit, NotChecked, Scope

Functions = Callable[[str], Check]


def check_of(check: dict[str, Any], functions: Functions, scope: Scope = "report") -> Check:
    """Return the check that a rule file describes.

    Each kind is a function of a module of its own, named as the kind and imported when it is first
    asked: ``identity``, ``present``, ``cell``, ``mention``; the kind ``python`` names a function.

    Args:
        check: its ``check`` entry, of a known structure.
        functions: gives the function of a Python rule by name.
        scope: what it is asked about; an identity between reports is ``across``.

    Raises:
        LookupError: there is no function of that name.
    """
    if check["kind"] == "python":
        return functions(check["function"])

    def make() -> Check:
        kind = "across" if scope != "report" else check["kind"]
        ready: Check = getattr(import_module(f"nianbao.declarative.{kind}"), kind)(check)
        return ready

    made = Once(make)

    def run(subject: Any) -> Iterable[Hit | NotChecked]:
        return made()(subject)

    return run
