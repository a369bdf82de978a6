"""Which figures does an equation between reports speak of?"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from nianbao.model.equation import Equation, Term
from nianbao.model.facts import Facts
from nianbao.model.numbers import Number
from nianbao.model.record import Record
from nianbao.model.text import Text


class Lack(Record):
    """A report and the pointer of a cell of which it has no number."""

    facts: Facts
    pointer: str


class Beside(Record):
    """A report and those set beside it.

    Attributes:
        this: the report.
        others: the one of the year before, or of organs below; several are added up.
    """

    this: Facts
    others: tuple[Facts, ...]

    def of(self, term: Term) -> tuple[Facts, ...]:
        """Return the reports of which a term names a cell."""
        return (self.this,) if term.whose == "this" else self.others

    def has(self, term: Term) -> bool:
        """Tell whether the forms of all these reports have the cell."""
        table, row = term.pointer.split("/")[1], term.pointer.rpartition("/")[0]
        for facts in self.of(term):
            form = facts.report.form(table)
            known = form.by_pointer.get(row) if form else None
            if form and not (known and term.pointer in known.cells):
                return False
        return True

    def lacks(self, equation: Equation) -> Iterator[Lack]:
        """Yield each cell that has no number."""
        for term in equation.terms:
            for facts in self.of(term):
                if term.pointer not in facts.numbers:
                    yield Lack(facts, term.pointer)

    def numbers(self, equations: Iterable[Equation]) -> Mapping[str, Number]:
        """Return the numbers of equations none of whose cells lacks, by the key of each term."""
        terms = chain.from_iterable(each.terms for each in equations)
        return {
            term.key: sum(facts.numbers[term.pointer] for facts in self.of(term)) for term in terms
        }

    def places(self, equation: Equation) -> Iterator[tuple[str, str]]:
        """Yield the cells in other reports, of several organs those that add something."""
        for term in equation.terms:
            for facts in self.of(term) if term.whose != "this" else ():
                if term.whose == "last" or facts.numbers[term.pointer]:
                    yield facts.path, term.pointer

    def notes_on(self, equation: Equation) -> tuple[Text, ...]:
        """Return what must be said of blank cells, each sentence once."""
        notes = (
            note
            for term in equation.terms
            for facts in self.of(term)
            for note in facts.report.figures.notes_on((term.pointer,))
        )
        return tuple(dict.fromkeys(notes))
