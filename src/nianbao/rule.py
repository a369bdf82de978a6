"""What is a rule, and what comes of it?"""

from collections.abc import Callable, Iterable, Mapping
from enum import IntEnum, StrEnum
from typing import Any, Literal, NamedTuple

from nianbao.model.equation import Equation
from nianbao.model.record import Record
from nianbao.model.text import Text

Scope = Literal["report", "years", "area"]

# What each message may name, whatever its rule: the place, and how many cells of a row it means.
NAMES = ("label", "table", "row", "column", "count")


class Severity(IntEnum):
    """How grave a finding is; the gravest is the greatest."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        """Return the word that settings and output use."""
        return self.name.lower()


class Confidence(StrEnum):
    """How sure a rule is: printed on the form or forced by it, custom of reviewers, or a guess."""

    CERTAIN = "certain"
    CUSTOMARY = "customary"
    HEURISTIC = "heuristic"


class Case(Record):
    """A severity and the conditions under which it applies; no condition: always."""

    when: Mapping[str, Any]
    severity: Severity


class Hit(Record):
    """A place where a rule is broken.

    Attributes:
        at: a JSON Pointer.
        values: the figures and words of the message, plain or in both languages.
        related: pointers of the other cells that belong to it.
        quote: the words of the document that a finding in text rests on.
        notes: sentences behind the message (空白按0计).
        equation: the identity that does not hold, where the rule is one.
        elsewhere: places in other reports: the path of each report and a pointer.
        cause: what in the text is wrong, where several rules may notice it: then a hit yields to
            one of the same cause alone.
    """

    at: str
    values: Mapping[str, Any] = {}
    related: tuple[str, ...] = ()
    quote: str = ""
    notes: tuple[Text, ...] = ()
    equation: Equation | None = None
    elsewhere: tuple[tuple[str, str], ...] = ()
    cause: str = ""


class NotChecked(Record):
    """Why a rule could not be checked, on the whole document or at one place."""

    reason: Text
    at: str = ""


# The scope of a rule says what it is given: a `Report`, `Years` or an `Area`.
Check = Callable[[Any], Iterable[Hit | NotChecked]]


class Expected(Record):
    """A finding that an example must give: where, with which words, how grave."""

    at: str
    says: str
    severity: Severity | None = None


class Example(Record):
    """A test of a rule, shown on its page.

    Attributes:
        key: ASCII, for test names and anchors.
        title: what it shows.
        source: ``set``/``remove`` on the conforming report, ``html`` or ``text``.
        edition: the edition of the conforming report.
        finds: all findings of this rule; none for a good example.
        near: whether it is a near miss: it looks like the fault and is none.
        others: the words that its variants have in the place of its own.
        is_variant: whether it is another example but for a word.
    """

    key: str
    title: str
    source: Mapping[str, Any]
    edition: str
    finds: tuple[Expected, ...] = ()
    near: bool = False
    others: tuple[str, ...] = ()
    is_variant: bool = False


class Texts(Record):
    """What a rule says of itself: read when there is a finding to print or a rule to explain."""

    title: Text
    why: Text
    fix: Text
    message: Text
    basis: tuple[str, ...]
    examples: tuple[Example, ...] = ()


class Rule(Record):
    """One rule as a value.

    Attributes:
        code: such as ``SUM001``; for ever.
        name: such as ``request-balance``.
        severity: the cases, first match wins.
        confidence: how sure it is.
        editions: the editions it applies to.
        since: the version that brought it.
        check: gives its hits and what it could not check.
        texts: gives its words.
        scope: a report, the years of one organ, or the organs of an area.
        yields_to: codes that silence it at the same place or above.
        one_per_row: whether the hits of one row make one finding.
        aliases: former names.
        only_with: traits of a report (:mod:`nianbao.model.traits`) one of which it takes to break
            the rule; none: it is always asked.
    """

    code: str
    name: str
    severity: tuple[Case, ...]
    confidence: Confidence
    editions: tuple[str, ...]
    since: str
    check: Check
    texts: Callable[[], Texts]
    scope: Scope = "report"
    yields_to: frozenset[str] = frozenset()
    one_per_row: bool = False
    aliases: tuple[str, ...] = ()
    only_with: frozenset[str] = frozenset()

    @property
    def family(self) -> str:
        """The letters of its code."""
        return self.code.rstrip("0123456789")


class Outcome(NamedTuple):
    """One rule on one subject: held, broken, not checked or crashed.

    Attributes:
        rule: the rule.
        hits: where it is broken.
        not_checked: what could not be checked, and why.
        crash: the error of a rule that crashed, or ``""``.
    """

    rule: Rule
    hits: tuple[Hit, ...] = ()
    not_checked: tuple[NotChecked, ...] = ()
    crash: str = ""

    @property
    def status(self) -> Literal["held", "broken", "not_checked", "crashed"]:
        """The outcome in one word; a rule broken somewhere is broken."""
        if self.crash:
            return "crashed"
        if self.hits:
            return "broken"
        return "not_checked" if self.not_checked else "held"
