"""What does an equation between cells say?

The language: ``expr (== | <= | >=) expr``; an ``expr`` of names, ``row.column``, whole numbers,
``+``, ``-``, whole number ``*`` term, ``sum(group)``, ``last(term)``, ``members(term)``, ``this``.
It is read with Python's parser against a short list of nodes, and never evaluated as Python.
"""

import ast
from collections.abc import Callable
from typing import Literal

from nianbao.model.equation import Whose
from nianbao.model.record import Record
from nianbao.model.text import Text

Relation = Literal["==", "<=", ">="]

_LONGEST = 500
_MOST_NODES = 200
_GREATEST = 1_000_000
_RELATIONS: dict[type[ast.cmpop], Relation] = {ast.Eq: "==", ast.LtE: "<=", ast.GtE: ">="}


class EquationError(Exception):
    """An equation that is none, and why."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason.en)
        self.reason = reason


class Name(Record):
    """A factor and what it multiplies: a name of one or two parts, or ``this``; alone or summed."""

    factor: int
    parts: tuple[str, ...]
    summed: bool = False
    whose: Whose = "this"

    @property
    def is_group(self) -> bool:
        """Whether it adds up the cells of a group; of the organs below it adds up one cell."""
        return self.summed and self.whose != "members"


class Side(Record):
    """One side of a comparison."""

    names: tuple[Name, ...]
    constant: int = 0


class Comparison(Record):
    """Two sides and what must hold between them."""

    left: Side
    right: Side
    relation: Relation

    @property
    def names(self) -> tuple[Name, ...]:
        """The names of both sides."""
        return self.left.names + self.right.names


def parse(text: str) -> Comparison:
    """Read a comparison.

    Raises:
        EquationError: it is none, uses what the language does not have, or is too large.
    """
    node = _tree(text)
    if not isinstance(node, ast.Compare) or len(node.ops) != 1:
        raise EquationError(_NO_COMPARISON)
    relation = _RELATIONS.get(type(node.ops[0]))
    if relation is None:
        raise EquationError(_NO_COMPARISON)
    left, right = _side(node.left), _side(node.comparators[0])
    if not left.names and not right.names:
        raise EquationError(Text("等式里没有任何单元格", "the equation names no cell"))
    return Comparison(left, right, relation)


def parse_name(text: str) -> Name:
    """Read a single name, as ``at:`` gives it.

    Raises:
        EquationError: it is none.
    """
    side = _side(_tree(text))
    plain = Name(1, side.names[0].parts) if side.names else None
    if side != Side((plain,) if plain else ()):
        raise EquationError(Text(f"“{text}”不是单元格的名称", f'"{text}" is no name of a cell'))
    return side.names[0]


_NO_COMPARISON = Text(
    "等式应写作“左边 == 右边”（或 <=、>=）", "an equation reads: left == right (or <=, >=)"
)


def _tree(text: str) -> ast.expr:
    if len(text) > _LONGEST:
        raise EquationError(
            Text(f"等式超过{_LONGEST}个字符", f"the equation is longer than {_LONGEST} characters")
        )
    try:
        tree = ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise EquationError(
            Text(f"读不懂等式“{text}”", f'cannot read the equation "{text}"')
        ) from None
    if sum(1 for _ in ast.walk(tree)) > _MOST_NODES:
        raise EquationError(Text("等式的项太多", "the equation has too many terms"))
    return tree


def _side(node: ast.expr, sign: int = 1) -> Side:
    match node:
        case ast.BinOp(left, ast.Add(), right):
            return _joined(_side(left, sign), _side(right, sign))
        case ast.BinOp(left, ast.Sub(), right):
            return _joined(_side(left, sign), _side(right, -sign))
        case ast.BinOp(ast.Constant(factor), ast.Mult(), right):
            return _side(right, sign * _whole(factor))
        case ast.UnaryOp(ast.USub(), operand):
            return _side(operand, -sign)
        case ast.Constant(value):
            return Side((), sign * _whole(value))
        case _:
            return Side((_term(node)._replace(factor=sign),))


def _joined(left: Side, right: Side) -> Side:
    return Side(left.names + right.names, left.constant + right.constant)


def _whole(value: object) -> int:
    if type(value) is not int or abs(value) > _GREATEST:
        raise EquationError(
            Text(f"“{value}”不是可用的整数", f'"{value}" is no whole number of fit size')
        )
    return value


def _term(node: ast.expr) -> Name:
    match node:
        case ast.Name(name):
            return Name(1, (name,))
        case ast.Attribute(ast.Name(row), column):
            return Name(1, (row, column))
        case ast.Call(ast.Name(function), [argument], []) if function in _FUNCTIONS:
            return _FUNCTIONS[function](_term(argument))
    source = ast.unparse(node)
    raise EquationError(
        Text(
            f"等式里不能用“{source}”，"
            "只能用名称、整数、+、-、整数乘名称和 sum()、last()、members()",
            f'the equation must not use "{source}", but names, whole numbers, +, -, whole numbers'
            " times names, sum(), last() and members()",
        )
    )


def _summed(name: Name) -> Name:
    """Sum a group, or the organs below."""
    if name.summed or (len(name.parts) > 1 and name.whose != "members"):
        raise EquationError(Text("sum() 里应是一个分组", "sum() takes a group"))
    return name._replace(summed=True)


def _last(name: Name) -> Name:
    return _of(name, "last")


def _members(name: Name) -> Name:
    return _of(name, "members")


def _of(name: Name, whose: Whose) -> Name:
    if name.whose != "this":
        raise EquationError(
            Text("last() 和 members() 不能套用", "last() and members() do not go into each other")
        )
    return name._replace(whose=whose)


_FUNCTIONS: dict[str, Callable[[Name], Name]] = {
    "sum": _summed,
    "last": _last,
    "members": _members,
}
