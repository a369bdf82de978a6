"""How is an identity between reports said in SQL?"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from nianbao.declarative.across import Across
from nianbao.declarative.lowered import Lowered
from nianbao.editions import editions
from nianbao.model.equation import Equation, Term

# The wide row of the report, and that of another one beside it.
THIS, OTHER = "this", "other"


def condition(identity: Across, edition: str, other: str, *, is_sum: bool = False) -> str:
    """Return when an identity surely holds between two wide rows.

    Args:
        identity: the identity.
        edition: that of the report.
        other: that of the report beside it.
        is_sum: whether the row beside is the sum of several.
    """
    lowered = [each for key in identity.tables for each in identity.equations(edition, key)]
    asked = [each for each in lowered if _is_known(each, edition, other)]
    conditions = [_is_met(edition, key) for key in identity.tables]
    conditions.append(f"{OTHER}.path IS NOT NULL")
    conditions += [f'{OTHER}."/{key}"' for key in identity.tables if is_sum]
    conditions += [*_whole(asked), *map(_holds, asked)]
    return _joined(conditions, "AND")


def summed(edition: str, tables: Iterable[str]) -> Iterator[str]:
    """Yield what a sum of wide rows holds; it is exact where all cells of a table are counts."""
    for key in tables:
        yield f'min("/{key}") AS "/{key}"'
        for row in editions()[edition].forms[key].rows:
            yield from (f'sum("{cell}") AS "{cell}"' for cell in row.cells)


def bounds_each(identity: Across, edition: str) -> bool:
    """Tell whether it holds for each report beside if it holds for their sum, of counts."""
    lowered = [each for key in identity.tables for each in identity.equations(edition, key)]
    return all(not each.when and _is_bound(each.equation) for each in lowered)


def _is_bound(equation: Equation) -> bool:
    """Tell whether the other reports stand on the smaller side alone, and are only added."""
    small, great = equation.left, equation.right
    if equation.relation == ">=":
        small, great = great, small
    is_added = all(_is_own(term) or term.factor > 0 for term in small)
    return equation.relation != "==" and is_added and all(map(_is_own, great))


def _is_met(edition: str, table: str) -> str:
    """Say that a report has the table, by its first cell."""
    row = editions()[edition].forms[table].rows[0]
    return f'{THIS}."{row.cells[0]}" IS NOT NULL'


def _whole(asked: Sequence[Lowered]) -> list[str]:
    """Say that all sides of equations are whole numbers: so is their sum, or it is a real."""
    equations = (equation for each in asked for equation in (each.equation, *each.when))
    sides = dict.fromkeys(side for each in equations for side in _sides(each))
    return [f"typeof({_joined(list(sides), '+')}) = 'integer'"] if sides else []


def _holds(lowered: Lowered) -> str:
    """Say that the equation holds, if its conditions do."""
    unmet = [f"NOT {_relation(each)}" for each in lowered.when]
    return f"({' OR '.join([_relation(lowered.equation), *unmet])})"


def _relation(equation: Equation) -> str:
    left, right = _sides(equation)
    return f"({left} {equation.relation} {right})"


def _sides(equation: Equation) -> tuple[str, str]:
    """Return both sides: NULL where a cell lacks, a real where one is, or is too great.

    Most are one cell, which is compared as it stands.
    """
    return (
        _side(equation.left, equation.left_constant),
        _side(equation.right, equation.right_constant),
    )


def _side(terms: Sequence[Term], constant: int) -> str:
    words = [_times(term.factor, _cell(term)) for term in terms]
    words += [str(constant)] if constant or not words else []
    return words[0] if len(words) == 1 else f"({' + '.join(words)})"


def _times(factor: int, cell: str) -> str:
    return cell if factor == 1 else f"{factor} * {cell}"


def _cell(term: Term) -> str:
    return f'{THIS if _is_own(term) else OTHER}."{term.pointer}"'


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
