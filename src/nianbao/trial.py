"""What came of the example of a rule?"""

from nianbao.model.record import Record
from nianbao.model.text import Text
from nianbao.result import Finding
from nianbao.rule import Example, Expected, Rule


class Pair(Record):
    """A finding that an example expects, and the one it gives for it; one of them may lack."""

    wanted: Expected | None
    got: Finding | None

    @property
    def fits(self) -> bool:
        """Whether what it gives is what it expects, in place, words and severity."""
        return bool(self.wanted and self.got) and not self.is_graver_or_milder

    @property
    def is_graver_or_milder(self) -> bool:
        """Whether the finding is there, but of another severity than the example says."""
        if self.wanted is None or self.got is None:
            return False
        return self.wanted.severity not in (None, self.got.severity)


class Trial(Record):
    """One example, tried.

    Attributes:
        rule: the rule it belongs to.
        example: the example.
        found: all findings of the rule in it.
        trouble: why it could not be tried, or None.
    """

    rule: Rule
    example: Example
    found: tuple[Finding, ...] = ()
    trouble: Text | None = None

    @property
    def pairs(self) -> list[Pair]:
        """What was found beside what was expected, and at the end what is missing."""
        wanted = list(self.example.finds)
        pairs = []
        for finding in self.found:
            meant = next((each for each in wanted if _fits(each, finding)), None)
            if meant:
                wanted.remove(meant)
            pairs.append(Pair(meant, finding))
        return pairs + [Pair(each, None) for each in wanted]

    @property
    def holds(self) -> bool:
        """Whether the example gives what it says, all of it and nothing else."""
        return self.trouble is None and all(pair.fits for pair in self.pairs)


def _fits(expected: Expected, finding: Finding) -> bool:
    return expected.at == finding.place.pointer and expected.says in finding.message.zh
