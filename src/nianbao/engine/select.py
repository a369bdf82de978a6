"""Which rules are chosen?"""

from collections.abc import Iterable, Sequence

from nianbao.errors import UserError, guess
from nianbao.model.text import Text
from nianbao.rule import Rule


class UnknownRuleError(UserError):
    """A selector that stands for no rule."""


def require(selectors: Iterable[str], rules: Sequence[Rule]) -> None:
    """See that each selector stands for a rule.

    Raises:
        UnknownRuleError: one does not.
    """
    for selector in selectors:
        if not (selector and any(fit(rule, selector) >= 0 for rule in rules)):
            raise _unknown(selector, rules, *(rule.family for rule in rules))


def chosen(
    rules: Sequence[Rule], select: Iterable[str], ignore: Iterable[str], *, judged: bool = False
) -> list[Rule]:
    """Return the rules that ``select`` names and ``ignore`` does not.

    A selector is a code, a name, an alias, a family or the start of a code; the longest one that
    fits a rule decides, and at equal length ``ignore``.

    Args:
        rules: the rules.
        select: selectors; none: all rules.
        ignore: selectors.
        judged: whether it is known that each selector stands for a rule.

    Raises:
        UnknownRuleError: a selector stands for no rule.
    """
    wanted, unwanted = list(select), list(ignore)
    if not judged:
        require((*wanted, *unwanted), rules)
    return [rule for rule in rules if _weight(rule, wanted or [""]) > _weight(rule, unwanted)]


def named(rules: Sequence[Rule], name: str) -> Rule:
    """Return the rule of that code, name or former name.

    Raises:
        UnknownRuleError: there is none.
    """
    for rule in rules:
        if is_named(rule, name):
            return rule
    raise _unknown(name, rules)


def is_named(rule: Rule, name: str) -> bool:
    """Tell whether a name is the code, the name or a former name of a rule."""
    return name.upper() == rule.code or name in (rule.name, *rule.aliases)


def _weight(rule: Rule, selectors: list[str]) -> int:
    return max((fit(rule, selector) for selector in selectors), default=-1)


def fit(rule: Rule, selector: str) -> int:
    """Return how closely a selector names a rule, -1 where it does not."""
    if selector in (rule.name, *rule.aliases):
        return len(rule.code)
    return len(selector) if rule.code.startswith(selector.upper()) else -1


def _unknown(selector: str, rules: Sequence[Rule], *more: str) -> UnknownRuleError:
    names = [name for rule in rules for name in (rule.code, rule.name, *rule.aliases)]
    near = guess(selector, [*more, *names])
    return UnknownRuleError(
        Text(f"没有规则“{selector}”{near.zh}", f'there is no rule "{selector}"{near.en}')
    )
