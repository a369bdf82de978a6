"""How is an identity between reports said in SQL?"""

from collections.abc import Callable, Sequence
from functools import cache

from nianbao.declarative.across import Across
from nianbao.declarative.lowered import Lowered
from nianbao.editions import editions
from nianbao.model.equation import Equation, Term

# The wide row of the report, and that of another one beside it.
THIS, OTHER = "this", "other"
# Sums of so great numbers still fit into 64 bits.
_GREAT = 10**12

Word = Callable[[Term], str]


def condition(identity: Across, edition: str, other: str) -> str:
    """Return when an identity surely holds between the wide rows of two editions.

    Args:
        identity: the identity.
        edition: that of the report.
        other: that of the reports beside it: one, or several whose rows are a group.
    """
    lowered = [each for key in identity.tables for each in identity.equations(edition, key)]
    word = _summed if identity.is_summed else _plain
    asked = [each for each in lowered if _is_known(each, edition, other)]
    conditions = [_is_met(edition, key) for key in identity.tables]
    conditions += _unlike_null(asked, identity)
    return _all([*conditions, *(_holds(each, word) for each in asked)])


def _is_met(edition: str, table: str) -> str:
    """Say that a report has the table, by its first cell."""
    row = editions()[edition].forms[table].rows[0]
    return f'{THIS}."{row.cells[0]}" IS NOT NULL'


def _unlike_null(asked: Sequence[Lowered], identity: Across) -> list[str]:
    """Say that a wide row is there for each report beside, and of a sum each of its numbers."""
    conditions = [f"{OTHER}.path IS NOT NULL"]
    if identity.is_summed:
        equations = (equation for each in asked for equation in (each.equation, *each.when))
        cells = {term.pointer for each in equations for term in each.terms if not _is_own(term)}
        conditions = [f"count({OTHER}.path) = count(*)"]
        conditions += [f"count({_small(cell)}) = count(*)" for cell in sorted(cells)]
    return conditions


def _holds(lowered: Lowered, word: Word) -> str:
    """Say that all cells have whole numbers and the equation holds, if its conditions do."""
    equations = (lowered.equation, *lowered.when)
    numbers = [f"typeof({_side(each, word)}) = 'integer'" for each in equations]
    unmet = [f"NOT {_relation(each, word)}" for each in lowered.when]
    return _all([*numbers, f"({' OR '.join([_relation(lowered.equation, word), *unmet])})"])


def _relation(equation: Equation, word: Word) -> str:
    return f"({_side(equation, word)} {equation.relation} 0)"


def _side(equation: Equation, word: Word) -> str:
    """Return an equation brought to one side; NULL where a cell lacks, a real where one is."""
    terms = (f"{term.factor} * {word(term)}" for term in equation.terms)
    return f"({' + '.join([*terms, str(equation.constant)])})"


def _plain(term: Term) -> str:
    return f'{THIS if _is_own(term) else OTHER}."{term.pointer}"'


def _summed(term: Term) -> str:
    return _plain(term) if _is_own(term) else f"sum({_small(term.pointer)})"


def _small(pointer: str) -> str:
    return f'iif({OTHER}."{pointer}" BETWEEN -{_GREAT} AND {_GREAT}, {OTHER}."{pointer}", NULL)'


def _is_own(term: Term) -> bool:
    return term.whose == "this"


def _is_known(lowered: Lowered, edition: str, other: str) -> bool:
    """Tell whether the forms have all cells; what the other edition lacks is not compared."""
    return all(
        term.pointer in _cells(edition if _is_own(term) else other)
        for each in (lowered.equation, *lowered.when)
        for term in each.terms
    )


@cache
def _cells(edition: str) -> frozenset[str]:
    return frozenset(pointer for _, _, pointer in editions()[edition].cells())


def _all(conditions: Sequence[str]) -> str:
    """Join conditions as a tree that is not deep: SQLite bounds the depth."""
    if len(conditions) == 1:
        return conditions[0]
    middle = len(conditions) // 2
    return f"({_all(conditions[:middle])} AND {_all(conditions[middle:])})"
