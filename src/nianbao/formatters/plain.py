"""How does a value of a rule look in JSON?"""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from nianbao.model.text import Language, Text


def plain(value: object, language: Language) -> object:
    """Return a value of a rule as JSON can hold it; Text comes in one language."""
    if isinstance(value, Text):
        return value.get(language)
    if isinstance(value, Decimal | float):
        return _number(Decimal(value) if isinstance(value, float) else value)
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, Mapping):
        return {str(key): plain(item, language) for key, item in value.items()}
    if isinstance(value, Iterable):
        return [plain(item, language) for item in value]
    return str(value)


def _number(value: Decimal) -> int | float | str:
    """Return a whole number as int, another as the float next to it; infinity has no number."""
    if not value.is_finite():
        return str(value)
    return int(value) if value == value.to_integral_value() else float(value)
