"""Which rules are chosen?"""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from nianbao.model.text import Text
from nianbao.rule import Rule


class UnknownRuleError(Exception):
    """A selector that stands for no rule."""

    def __init__(self, selector: str, near: str | None) -> None:
        super().__init__(selector)
        zh = f"，是否想写 {near}？" if near else ""
        en = f"; did you mean {near}?" if near else ""
        self.reason = Text(f"没有规则“{selector}”{zh}", f'there is no rule "{selector}"{en}')


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
    names = [name for rule in rules for name in (rule.code, rule.name, *rule.aliases)]
    near = get_close_matches(selector.upper(), names, 1) or get_close_matches(selector.lower(), names, 1)
    raise UnknownRuleError(selector, near[0] if near else None)
