"""From an equation in names to equations between the cells of a form."""

import unicodedata
from collections.abc import Iterator
from typing import Any, Literal

from nianbao.declarative.language import Comparison, EquationError, Name, Side, parse, parse_name
from nianbao.declarative.lowered import Lowered
from nianbao.errors import guess
from nianbao.model.edition import Form, Row
from nianbao.model.equation import Equation, Term
from nianbao.model.record import Record
from nianbao.model.text import Text

Each = Literal["row", "column", "cell", "once"]


class Spec(Record):
    """An identity as a rule file states it.

    Attributes:
        each: over what it is repeated.
        holds: what must hold.
        rows: the short names of the rows it is limited to; none: all.
        when: what must hold first.
        at: the name of the place of a finding, or None.
    """

    each: Each
    holds: Comparison
    rows: tuple[str, ...] = ()
    when: tuple[Comparison, ...] = ()
    at: Name | None = None

    @property
    def names(self) -> tuple[Name, ...]:
        """All names of its equations and its place."""
        conditions = tuple(name for each in self.when for name in each.names)
        return (*self.holds.names, *conditions, *((self.at,) if self.at else ()))


def spec_of(check: dict[str, Any]) -> Spec:
    """Read the check of a rule file.

    Raises:
        EquationError: an equation is none.
    """
    return Spec(
        each=check.get("for_each", "once"),
        holds=parse(check["holds"]),
        rows=tuple(map(_plain, check.get("rows", ()))),
        when=tuple(parse(text) for text in check.get("when", ())),
        at=parse_name(check["at"]) if "at" in check else None,
    )


def tables_of(check: dict[str, Any]) -> tuple[str, ...]:
    """Return the keys of the tables that a check speaks of, one or several."""
    table = check["table"]
    return (table,) if isinstance(table, str) else tuple(table)


def lower(spec: Spec, form: Form) -> tuple[Lowered, ...]:
    """Return the equations of a spec on a form; where a named cell lacks, there is none.

    The names must be known to the form, see :func:`check_names`.
    """
    lowered = []
    for scope in _scopes(spec, form):
        try:
            lowered.append(_lowered(spec, scope))
        except _LacksCellError:
            continue
    return tuple(lowered)


class _LacksCellError(Exception):
    """A named cell does not exist in this row or column."""


class _Scope(Record):
    """Where names are looked up: the form, and the row or column of the repetition."""

    form: Form
    row: Row | None = None
    column: str | None = None


def _scopes(spec: Spec, form: Form) -> Iterator[_Scope]:
    rows = [row for row in form.rows if not spec.rows or row.name in spec.rows]
    keys = dict.fromkeys(column.key for row in rows for column in row.columns)
    match spec.each:
        case "row":
            yield from (_Scope(form, row) for row in rows)
        case "column":
            yield from (_Scope(form, None, key) for key in keys)
        case "cell":
            yield from (_Scope(form, row, column.key) for row in rows for column in row.columns)
        case _:
            yield _Scope(form)


def _lowered(spec: Spec, scope: _Scope) -> Lowered:
    return Lowered(
        _equation(spec.holds, scope, spec.at),
        tuple(_equation(comparison, scope) for comparison in spec.when),
    )


def _equation(comparison: Comparison, scope: _Scope, at: Name | None = None) -> Equation:
    left, right = _terms(comparison.left, scope), _terms(comparison.right, scope)
    place = _terms(Side((at,)), scope) if at else right or left
    return Equation(
        left,
        right,
        comparison.relation,
        place[0].pointer,
        comparison.left.constant,
        comparison.right.constant,
    )


def _terms(side: Side, scope: _Scope) -> tuple[Term, ...]:
    return tuple(
        Term(name.factor, pointer, name.whose)
        for name in side.names
        for pointer in _cells(name, scope)
    )


def _cells(name: Name, scope: _Scope) -> list[str]:
    parts = tuple(map(_plain, name.parts))
    if name.is_group:
        return _members(parts[0], scope)
    if parts == ("this",) and scope.row and scope.column:
        return [_cell(scope.row, scope.column)]
    if len(parts) == 2:
        return [_named_cell(_row(scope.form, parts[0]), parts[1])]
    if scope.row:
        return [_named_cell(scope.row, parts[0])]
    row = _row(scope.form, parts[0])
    return [_cell(row, scope.column or "")]


def _members(group: str, scope: _Scope) -> list[str]:
    """Return the leaf cells below a group of columns or rows, without totals."""
    if scope.row:
        keys = scope.row.column_groups.get(group)
        if keys is None:
            raise _LacksCellError
        return [_cell(scope.row, key) for key in keys]
    return [_cell(row, scope.column or "") for row in scope.form.members(group)]


def _row(form: Form, name: str) -> Row:
    return next(row for row in form.rows if row.name == name)


def _cell(row: Row, key: str) -> str:
    pointer = f"{row.pointer}/{key}"
    if pointer not in row.cells:
        raise _LacksCellError
    return pointer


def _named_cell(row: Row, name: str) -> str:
    for column in row.columns:
        if column.name == name:
            return f"{row.pointer}/{column.key}"
    raise _LacksCellError


def _plain(name: str) -> str:
    return unicodedata.normalize("NFKC", name)


def check_names(spec: Spec, form: Form) -> None:
    """Refuse a name that no row, column or group of the form has.

    Raises:
        EquationError: there is such a name.
    """
    rows = [row.name for row in form.rows]
    columns = [column.name for row in form.rows for column in row.columns]
    row_groups = [group.name for group in form.groups]
    column_groups = [name for row in form.rows for name in row.column_groups]
    for name in spec.names:
        if name.is_group:
            _known(name.parts[0], column_groups if spec.each == "row" else row_groups, _GROUP)
        elif len(name.parts) == 2:
            _known(name.parts[0], rows, _ROW)
            _known(name.parts[1], columns, _COLUMN)
        elif spec.each == "cell":
            _known(name.parts[0], ["this"], _CELL)
        # Within a row a name of one part is that of a column, within a column that of a row.
        elif spec.each == "row":
            _known(name.parts[0], columns, _COLUMN)
        else:
            _known(name.parts[0], rows, _ROW)
    for row in spec.rows:
        _known(row, rows, _ROW)


_ROW, _COLUMN = Text("行", "row"), Text("列", "column")
_GROUP, _CELL = Text("分组", "group"), Text("格", "cell")
# So many names can be listed.
_FEW = 12


def _known(part: str, names: list[str], what: Text) -> None:
    name = _plain(part)
    if name in names:
        return
    there = list(dict.fromkeys(names))
    near = guess(name, there)
    if not near.zh and 0 < len(there) <= _FEW:
        near = Text(f"，可用的有：{'、'.join(there)}", f"; choose from {', '.join(there)}")
    raise EquationError(
        Text(
            f"表中没有叫“{name}”的{what.zh}{near.zh}",
            f'no {what.en} is called "{name}"{near.en}',
        )
    )
