"""Named tuples whose classes cost a start next to nothing.

`typing.NamedTuple` writes a constructor for each class and compiles it, some 60 µs each: a tenth of
a check of one page. A `Record` is written, typed and used like it; all share one constructor, which
is slower: values that each page makes by the dozen stay with `typing.NamedTuple`.
"""

from typing import TYPE_CHECKING

__all__ = ["Record"]

if TYPE_CHECKING:
    from typing import NamedTuple as Record
else:
    from collections import namedtuple
    from typing import Any, Self

    # Its getters serve all: they are read in C, in half the time of a property.
    _WIDEST = namedtuple("_WIDEST", [f"field_{number}" for number in range(40)])  # noqa: PYI024
    _GETTERS = [vars(_WIDEST)[field] for field in _WIDEST._fields]

    class _RecordType(type):
        """Makes a tuple class of the annotations of a class body and of the defaults in it."""

        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> type:
            fields = tuple(body.get("__annotations__", ()))
            if fields:
                body["_defaults"] = tuple(body[field] for field in fields if field in body)
                body.update(zip(fields, _GETTERS, strict=False))
                body.update(_fields=fields, __match_args__=fields, __slots__=())
            return super().__new__(cls, name, bases, body)

        @property
        def __signature__(cls) -> object:
            """The fields as parameters, for `help` and the like."""
            from inspect import Parameter, Signature  # noqa: PLC0415  # seldom asked

            defaults = [Parameter.empty] * (len(cls._fields) - len(cls._defaults))
            defaults += cls._defaults
            kind = Parameter.POSITIONAL_OR_KEYWORD
            return Signature(
                Parameter(field, kind, default=default)
                for field, default in zip(cls._fields, defaults, strict=True)
            )

    class Record(tuple, metaclass=_RecordType):
        """A tuple whose fields have names: those annotated in its class, in that order."""

        __slots__ = ()
        _fields = ()
        _defaults = ()

        def __new__(cls, *values: object, **named: object) -> Self:
            """Make one of the values of all fields; the last may be named, or left to defaults."""
            if named:
                values += cls._named(cls._fields[len(values) :], named)
            elif open_fields := len(cls._fields) - len(values):
                values += cls._defaults[-open_fields:]
            if len(values) != len(cls._fields):
                message = f"{cls.__name__} takes {', '.join(cls._fields)}, each once"
                raise TypeError(message)
            return tuple.__new__(cls, values)

        @classmethod
        def _named(cls, fields: tuple[str, ...], named: dict[str, object]) -> tuple[object, ...]:
            """Return the values of the last fields, or of fewer if one lacks or is not known."""
            defaults = dict(zip(reversed(cls._fields), reversed(cls._defaults), strict=False))
            given = {**defaults, **named}
            known = named.keys() <= set(fields)
            return tuple(given[field] for field in fields if known and field in given)

        def _replace(self, **named: object) -> Self:
            """Return a copy with other values in the fields named."""
            copy = tuple.__new__(type(self), map(named.pop, self._fields, self))
            if named:
                message = f"{type(self).__name__} has no {', '.join(named)}"
                raise TypeError(message)
            return copy

        def _asdict(self) -> dict[str, object]:
            """Return the values by field."""
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self) -> str:
            fields = ", ".join(f"{field}={value!r}" for field, value in self._asdict().items())
            return f"{type(self).__name__}({fields})"

        def __getnewargs__(self) -> tuple[object, ...]:
            return tuple(self)
