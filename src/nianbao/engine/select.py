"""Which rules are chosen?"""

from collections.abc import Iterable, Sequence

from nianbao.errors import UserError, guess
from nianbao.model.text import Text
from nianbao.rule import Rule


class UnknownRuleError(UserError):
    """A selector that stands for no rule."""


def chosen(rules: Sequence[Rule], select: Iterable[str], ignore: Iterable[str]) -> list[Rule]:
    """Return the rules that ``select`` names and ``ignore`` does not.

    A selector is a code, a name, an alias, a family or the start of a code; the longest one that
    fits a rule decides, and at equal length ``ignore``.

    Raises:
        UnknownRuleError: a selector stands for no rule.
    """
    wanted, unwanted = list(select), list(ignore)
    for selector in (*wanted, *unwanted):
        _check(selector, rules)
    return [rule for rule in rules if _weight(rule, wanted or [""]) > _weight(rule, unwanted)]


def named(rules: Sequence[Rule], name: str) -> Rule:
    """Return the rule of that code, name or former name.

    Raises:
        UnknownRuleError: there is none.
    """
    for rule in rules:
        if name.upper() == rule.code or name in (rule.name, *rule.aliases):
            return rule
    raise _unknown(name, rules)


def _weight(rule: Rule, selectors: list[str]) -> int:
    return max((_fit(rule, selector) for selector in selectors), default=-1)


def _fit(rule: Rule, selector: str) -> int:
    """Return how closely a selector names a rule, -1 where it does not."""
    if selector in (rule.name, *rule.aliases):
        return len(rule.code)
    return len(selector) if rule.code.startswith(selector.upper()) else -1


def _check(selector: str, rules: Sequence[Rule]) -> None:
    if any(_fit(rule, selector) >= 0 for rule in rules) and selector:
        return
    raise _unknown(selector, rules)


def _unknown(selector: str, rules: Sequence[Rule]) -> UnknownRuleError:
    names = [name for rule in rules for name in (rule.code, rule.name, *rule.aliases)]
    near = (
        guess(selector.upper(), names)
        if selector[-1:].isdigit()
        else guess(selector.lower(), names)
    )
    return UnknownRuleError(
        Text(f"没有规则“{selector}”{near.zh}", f'there is no rule "{selector}"{near.en}')
    )
