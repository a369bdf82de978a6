"""What is a mutant, and what became of it?"""

from typing import Literal, NamedTuple

from nianbao.rule import Rule

Fate = Literal["killed", "survived", "stillborn"]


class Mutant(NamedTuple):
    """A rule with one small change.

    Attributes:
        where: the file, and the line where it is known.
        what: the change, in words.
        rule: the changed rule, or None where it is refused when it is loaded.
    """

    where: str
    what: str
    rule: Rule | None


class Fated(NamedTuple):
    """A mutant and its fate: killed by an example, survived, or never a rule."""

    code: str
    where: str
    what: str
    fate: Fate
