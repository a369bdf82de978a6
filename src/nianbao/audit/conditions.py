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
# Added to whole numbers it leaves none: a real is no integer, whatever its value.
_NO_WHOLE = 0.5

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
    conditions.append(_is_there(identity))
    conditions += [*_whole(asked, word), *(_holds(each, word) for each in asked)]
    return _joined(conditions, "AND")


def _is_met(edition: str, table: str) -> str:
    """Say that a report has the table, by its first cell."""
    row = editions()[edition].forms[table].rows[0]
    return f'{THIS}."{row.cells[0]}" IS NOT NULL'


def _is_there(identity: Across) -> str:
    """Say that a wide row is there for each report beside."""
    return f"count({OTHER}.path) = count(*)" if identity.is_summed else f"{OTHER}.path IS NOT NULL"


def _whole(asked: Sequence[Lowered], word: Word) -> list[str]:
    """Say that all sides of equations are whole numbers: so is their sum, or it is a real."""
    equations = (equation for each in asked for equation in (each.equation, *each.when))
    sides = dict.fromkeys(side for each in equations for side in _sides(each, word))
    return [f"typeof({_joined(list(sides), '+')}) = 'integer'"] if sides else []


def _holds(lowered: Lowered, word: Word) -> str:
    """Say that the equation holds, if its conditions do."""
    unmet = [f"NOT {_relation(each, word)}" for each in lowered.when]
    return f"({' OR '.join([_relation(lowered.equation, word), *unmet])})"


def _relation(equation: Equation, word: Word) -> str:
    left, right = _sides(equation, word)
    return f"({left} {equation.relation} {right})"


def _sides(equation: Equation, word: Word) -> tuple[str, str]:
    """Return both sides: NULL where a cell lacks, a real where one is, or is too great.

    Most are one cell, which is compared as it stands.
    """
    return (
        _side(equation.left, equation.left_constant, word),
        _side(equation.right, equation.right_constant, word),
    )


def _side(terms: Sequence[Term], constant: int, word: Word) -> str:
    words = [_times(term.factor, word(term)) for term in terms]
    words += [str(constant)] if constant or not words else []
    return words[0] if len(words) == 1 else f"({' + '.join(words)})"


def _times(factor: int, cell: str) -> str:
    return cell if factor == 1 else f"{factor} * {cell}"


def _plain(term: Term) -> str:
    return f'{THIS if _is_own(term) else OTHER}."{term.pointer}"'


def _summed(term: Term) -> str:
    """Return a cell, or the sum over a group: a real where one lacks or is too great to add."""
    cell = _plain(term)
    if _is_own(term):
        return cell
    small = f"{cell} BETWEEN -{_GREAT} AND {_GREAT}"
    return f"sum(CASE WHEN {small} THEN {cell} ELSE {_NO_WHOLE} END)"


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


def _joined(words: Sequence[str], sign: str) -> str:
    """Join words as a tree that is not deep: SQLite bounds the depth."""
    if len(words) == 1:
        return words[0]
    middle = len(words) // 2
    return f"({_joined(words[:middle], sign)} {sign} {_joined(words[middle:], sign)})"
