"""Which rules do folders of rule files hold, and which stand beside them?"""

import os
from collections.abc import Iterable, Sequence

from nianbao.builtin import known_function
from nianbao.declarative.files import RuleFileError, rule_files
from nianbao.declarative.loader import folder_rules
from nianbao.model.text import Text
from nianbao.plugins import Offer, unique
from nianbao.rule import Rule

_EMPTY = Text("这个文件夹里没有规则文件", "this folder holds no rule file")


def rules_of(folders: Sequence[str]) -> list[Rule]:
    """Return the rules of some folders, in the order of their codes.

    Raises:
        RuleFileError: a file is no rule file, or a folder has none.
        PluginError: two folders have a rule of the same code.
    """
    for folder in folders:
        if next(rule_files(folder), None) is None:
            raise RuleFileError(_EMPTY, folder)
    offers = [
        Offer(os.path.join(folder, ""), rule)
        for folder in folders
        for rule in folder_rules(folder, known_function)[0]
    ]
    rules = unique(offers, lambda rule: rule.code, Text("规则", "rule"))
    return sorted(rules.values(), key=lambda rule: rule.code)


def together(own: Sequence[Rule], known: Iterable[Rule]) -> list[Rule]:
    """Return rules with those beside them to which they may yield; own ones replace known ones."""
    codes = {rule.code for rule in own}
    beside = [rule for rule in known if rule.code not in codes]
    return sorted([*own, *beside], key=lambda rule: rule.code)


def selectors(values: Iterable[str]) -> tuple[str, ...]:
    """Return the selectors of rules that options name, each of which may list several."""
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())
