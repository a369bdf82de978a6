"""What can be changed in the Python of a rule?

One change at a time: comparisons, and/or, conditions, constants, sums, statements left out. Left as
they are: docstrings, types and imports, and what examples do not speak of: English words, related
cells, quotes, and the reasons why something was not checked.
"""

import ast
import re
from collections.abc import Callable, Iterator
from types import CodeType
from typing import NamedTuple

_COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.In: ast.NotIn,  # codespell:ignore
    ast.NotIn: ast.In,  # codespell:ignore
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
_COUNTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.FloorDiv: ast.Mult,
    ast.Div: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}
_PATTERN = re.compile(r"[\\\[\](){}?*+|^$]")
_ENGLISH = re.compile(r"[^\u4e00-\u9fff\\]* [^\u4e00-\u9fff\\]*")
_CALLED = {"any": "all", "all": "any", "min": "max", "max": "min"}
_NOT_CODE = (ast.Import, ast.ImportFrom)
_UNSEEN_FIELDS = {"annotation", "returns", "decorator_list", "type_params"}
# The places of what a hit says beyond place and values.
_HIT_WORDS = 2


class Change(NamedTuple):
    """A changed module: the line, the change in words, and the compiled module."""

    line: int
    what: str
    module: CodeType


class _Spot(NamedTuple):
    """A node and how another is put into its place."""

    node: ast.AST
    put: Callable[[ast.AST], None]


def changes(source: str, name: str) -> Iterator[Change]:
    """Yield every changed version of a module."""
    tree = ast.parse(source)
    reasons = _reasons(tree)
    for node, put in _spots(tree, reasons):
        for what, other in _others(node):
            put(ast.copy_location(other, node))
            module = compile(ast.fix_missing_locations(tree), name, "exec")
            put(node)
            yield Change(getattr(node, "lineno", 0), what, module)


def _reasons(tree: ast.AST) -> set[str]:
    """Return the names of texts that only say why something was not checked."""
    calls = [node for node in ast.walk(tree) if _calls(node, "NotChecked")]
    return {each.id for call in calls for each in ast.walk(call) if isinstance(each, ast.Name)}


def _spots(node: ast.AST, reasons: set[str]) -> Iterator[_Spot]:
    """Yield all nodes below one that may be changed, each with a way to put another there."""
    for field, value in ast.iter_fields(node):
        if field in _UNSEEN_FIELDS:
            continue
        children = value if isinstance(value, list) else [value]
        for index, child in enumerate(children):
            if isinstance(child, ast.AST) and not _is_unseen(node, field, index, child, reasons):
                yield _Spot(child, _putter(node, field, index if child is not value else None))
                yield from _spots(child, reasons)


def _putter(parent: ast.AST, field: str, index: int | None) -> Callable[[ast.AST], None]:
    def put(node: ast.AST) -> None:
        if index is None:
            setattr(parent, field, node)
        else:
            getattr(parent, field)[index] = node

    return put


def _is_unseen(parent: ast.AST, field: str, index: int, child: ast.AST, reasons: set[str]) -> bool:
    """Tell whether a node is nothing that examples speak of."""
    if isinstance(child, _NOT_CODE) or _calls(child, "NotChecked") or _is_strict(parent):
        return True
    if isinstance(child, ast.Assign) and isinstance(child.targets[0], ast.Name):
        return child.targets[0].id in reasons and _calls(child.value, "Text")
    if isinstance(child, ast.Expr):
        return isinstance(child.value, ast.Constant) or _yields_reason(child.value)
    if field == "args" and _calls(parent, "Text"):
        return index > 0
    if _calls(parent, "Hit"):
        return (field == "args" and index >= _HIT_WORDS) or field == "keywords"
    return False


def _is_strict(node: ast.AST) -> bool:
    """Tell whether a node is ``strict=`` of a zip, by which nothing is found."""
    return isinstance(node, ast.keyword) and node.arg == "strict"


def _yields_reason(node: ast.AST) -> bool:
    return isinstance(node, ast.Yield) and bool(node.value) and _calls(node.value, "NotChecked")


def _calls(node: ast.AST | None, name: str) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name


def _others(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """Yield what can stand in the place of a node, with words for the change."""
    for kind, change in _CHANGES.items():
        if isinstance(node, kind):
            yield from change(node)


def _compare(node: ast.Compare) -> Iterator[tuple[str, ast.AST]]:
    for index, op in enumerate(node.ops):
        other = _COMPARED[type(op)]()
        ops = [*node.ops[:index], other, *node.ops[index + 1 :]]
        what = f"{type(op).__name__} -> {type(other).__name__} in {ast.unparse(node)}"
        yield what, ast.Compare(node.left, ops, node.comparators)


def _constant(node: ast.Constant) -> Iterator[tuple[str, ast.AST]]:
    value = node.value
    if isinstance(value, bool):
        yield f"{value} -> {not value}", ast.Constant(not value)
    elif isinstance(value, int):
        yield f"{value} -> {value + 1}", ast.Constant(value + 1)
    elif isinstance(value, str) and value and not _ENGLISH.fullmatch(value):
        other = _misspelt(value)
        yield f"{value!r} -> {other!r}", ast.Constant(other)


def _misspelt(value: str) -> str:
    """Return other words, or a pattern that fits nothing."""
    if "|" in value:
        return f"¤(?:{value})"
    return f"¤{value}" if _PATTERN.search(value) else f"¤{value[1:]}"


def _bool(node: ast.BoolOp) -> Iterator[tuple[str, ast.AST]]:
    other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    yield f"and <-> or in {ast.unparse(node)}", ast.BoolOp(other, node.values)
    for index, value in enumerate(node.values):
        if _is_guard(value):
            continue
        values = [*node.values[:index], *node.values[index + 1 :]]
        what = f"without {ast.unparse(value)} in {ast.unparse(node)}"
        yield what, values[0] if len(values) == 1 else ast.BoolOp(node.op, values)


def _is_guard(node: ast.AST) -> bool:
    """Tell whether a comparison with None only lets the rest be asked: types hold it, too."""
    if not isinstance(node, ast.Compare) or not isinstance(node.ops[0], ast.Is | ast.IsNot):
        return False
    other = node.comparators[0]
    return isinstance(other, ast.Constant) and other.value is None


def _unary(node: ast.UnaryOp) -> Iterator[tuple[str, ast.AST]]:
    if isinstance(node.op, ast.Not | ast.USub):
        yield f"{ast.unparse(node)} -> {ast.unparse(node.operand)}", node.operand


def _binary(node: ast.BinOp) -> Iterator[tuple[str, ast.AST]]:
    other = _COUNTED.get(type(node.op))
    if other:
        what = f"{type(node.op).__name__} -> {other.__name__} in {ast.unparse(node)}"
        yield what, ast.BinOp(node.left, other(), node.right)


def _condition(node: ast.If | ast.IfExp) -> Iterator[tuple[str, ast.AST]]:
    refused = ast.UnaryOp(ast.Not(), node.test)
    what = f"not ({ast.unparse(node.test)})"
    if isinstance(node, ast.If):
        yield what, ast.If(refused, node.body, node.orelse)
    else:
        yield what, ast.IfExp(refused, node.body, node.orelse)


def _filter(node: ast.comprehension) -> Iterator[tuple[str, ast.AST]]:
    for index, test in enumerate(node.ifs):
        ifs = [*node.ifs[:index], *node.ifs[index + 1 :]]
        other = ast.comprehension(node.target, node.iter, ifs, node.is_async)
        yield f"without if {ast.unparse(test)}", other


def _name(node: ast.Name) -> Iterator[tuple[str, ast.AST]]:
    if node.id in _CALLED and isinstance(node.ctx, ast.Load):
        yield f"{node.id} -> {_CALLED[node.id]}", ast.Name(_CALLED[node.id], node.ctx)


def _statement(node: ast.Expr) -> Iterator[tuple[str, ast.AST]]:
    # A generator stays one.
    nothing = ast.Expr(ast.YieldFrom(ast.Tuple([], ast.Load())))
    yields = isinstance(node.value, ast.Yield | ast.YieldFrom)
    yield f"without {ast.unparse(node)}", nothing if yields else ast.Pass()


def _leave(node: ast.Continue | ast.Break | ast.Return) -> Iterator[tuple[str, ast.AST]]:
    if not isinstance(node, ast.Return) or node.value is None:
        yield f"without {ast.unparse(node)}", ast.Pass()


_CHANGES: dict[type[ast.AST], Callable[..., Iterator[tuple[str, ast.AST]]]] = {
    ast.Compare: _compare,
    ast.Constant: _constant,
    ast.BoolOp: _bool,
    ast.UnaryOp: _unary,
    ast.BinOp: _binary,
    ast.If: _condition,
    ast.IfExp: _condition,
    ast.comprehension: _filter,
    ast.Name: _name,
    ast.Expr: _statement,
    ast.Continue: _leave,
    ast.Break: _leave,
    ast.Return: _leave,
}
