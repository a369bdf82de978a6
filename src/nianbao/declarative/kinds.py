"""Which kinds of check can a rule file name?"""

from collections.abc import Callable, Iterable
from functools import cached_property
from importlib import import_module
from typing import Any

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

    return Deferred(check, "across" if scope != "report" else check["kind"])


class Deferred:
    """A check that is made when it is first asked.

    Args:
        check: its ``check`` entry.
        kind: the module that makes it.
    """

    def __init__(self, check: dict[str, Any], kind: str) -> None:
        self._check = check
        self._kind = kind

    @cached_property
    def made(self) -> Check:
        """The check itself."""
        module = import_module(f"nianbao.declarative.{self._kind}")
        ready: Check = getattr(module, self._kind)(self._check)
        return ready

    def __call__(self, subject: Any) -> Iterable[Hit | NotChecked]:
        """Ask it."""
        return self.made(subject)
