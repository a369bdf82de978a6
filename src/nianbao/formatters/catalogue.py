"""What do the rules say: all in a table, one in full, or all as JSON?"""

import json
from collections.abc import Sequence

from nianbao.formatters.catalogue_json import to_object
from nianbao.formatters.characters import escaped_json
from nianbao.protocols import Canvas
from nianbao.rule import Rule
from nianbao.trial import Trial


def catalogue_json(rules: Sequence[Rule], trials: Sequence[Trial] = ()) -> str:
    """Return the rules as JSON, in the order given, their texts in both languages.

    Args:
        rules: the rules.
        trials: what came of their examples, as far as they were tried.
    """
    text = json.dumps(to_object(rules, trials), ensure_ascii=False, indent=2, allow_nan=False)
    return escaped_json(text) + "\n"


def catalogue_table(rules: Sequence[Rule], canvas: Canvas) -> str:
    """Return a table of the rules, one family after the other, as text for a terminal."""
    # JSON must not wait for the drawing library.
    from nianbao.formatters.catalogue_table import draw_table  # noqa: PLC0415

    return draw_table(rules, canvas)


def explanation(rule: Rule, canvas: Canvas, trials: Sequence[Trial] = ()) -> str:
    """Return all that a rule says of itself, with its examples, as text for a terminal.

    Args:
        rule: the rule.
        canvas: what it is drawn on.
        trials: what came of its examples: their whole messages are shown.
    """
    from nianbao.formatters.rule_page import draw_page  # noqa: PLC0415

    return draw_page(rule, canvas, trials)
