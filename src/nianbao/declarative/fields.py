"""Which values may the messages of a rule file name, and the cases of its severity ask for?"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, get_args

from nianbao.editions import editions
from nianbao.errors import guess
from nianbao.explained import not_among
from nianbao.model.place import escape
from nianbao.model.report import Kind, Level
from nianbao.model.text import Text
from nianbao.rule import NAMES
from nianbao.structure import Fault

# What the hits of each kind of check give.
_GIVEN = {
    "identity": ("left", "right", "difference"),
    "present": ("title",),
    "cell": ("value", "unit"),
    "mention": ("missing",),
}
# What those give besides that are set beside other reports.
_OF_OTHERS = ("other_organ", "other_year")
_FIELD = re.compile(r"\{(\w+)\}")

# Gives what the function of a Python rule fills in, None where that is not known.
Given = Callable[[str], Iterable[str] | None]


def fields_in(entry: Mapping[str, Any]) -> Iterator[str]:
    """Yield what the messages of a rule name, and what its severity asks for."""
    for template in entry["message"].values():
        yield from _FIELD.findall(template)
    for _, case in _cases(entry):
        yield from (key for key in case if key not in _facts())


def field_fault(entry: Mapping[str, Any], given: Given | None) -> Fault | None:
    """Return the first value that an entry names and nothing gives, or None."""
    known = _known(entry, given)
    return None if known is None else next(_faults(entry, tuple(known)), None)


def _known(entry: Mapping[str, Any], given: Given | None) -> Iterable[str] | None:
    check = entry["check"]
    if check["kind"] != "python":
        own = _GIVEN[check["kind"]]
        return own if entry.get("scope", "report") == "report" else (*own, *_OF_OTHERS)
    return given(check["function"]) if given else None


def _faults(entry: Mapping[str, Any], known: Sequence[str]) -> Iterator[Fault]:
    fillable = (*known, *NAMES)
    for language, template in entry["message"].items():
        for name in _FIELD.findall(template):
            if name not in fillable:
                yield Fault(f"/message/{language}", _no_field(name, fillable))
    for number, case in _cases(entry):
        for key, wanted in case.items():
            reason = _case_fault(key, wanted, known)
            if reason:
                yield Fault(f"/severity/{number}/when/{escape(key)}", reason)


def _cases(entry: Mapping[str, Any]) -> Iterator[tuple[int, Mapping[str, Any]]]:
    if not isinstance(entry["severity"], str):
        for number, case in enumerate(entry["severity"]):
            yield number, case.get("when", {})


def _case_fault(key: str, wanted: Any, known: Sequence[str]) -> Text | None:
    """Return why a condition can never hold, or None."""
    values = wanted if isinstance(wanted, list) else [wanted]
    facts = _facts()
    if key == "year":
        years = all(type(each) is int for each in values)
        return None if years else _NO_YEAR
    if key in known and key not in facts:
        return None
    if key not in facts:
        return _no_condition(key, (*facts, "year", *known))
    wrong = [each for each in values if each not in facts[key]]
    if wrong and key == "edition" and str(wrong[0]) in facts[key]:
        return _NO_EDITION
    return not_among(wrong[0], facts[key]) if wrong else None


@cache
def _facts() -> Mapping[str, Sequence[str]]:
    """Return what a severity may depend on, whatever the check, with the values of each."""
    forms = [form for edition in editions().values() for form in edition.forms.values()]
    rows = [row for form in forms for row in form.rows]
    columns = (column.key for row in rows for column in row.columns)
    return {
        "edition": tuple(editions()),
        "row": tuple(dict.fromkeys(row.pointer.rpartition("/")[2] for row in rows)),
        "column": tuple(dict.fromkeys(columns)),
        "level": get_args(Level),
        "kind": get_args(Kind),
    }


_NO_EDITION = Text(
    'edition 应是加引号的年份，如 "2021"', 'edition must be a year in quotes, such as "2021"'
)
_NO_YEAR = Text(
    "year 应是不加引号的年份，如 2021", "year must be a year without quotes, such as 2021"
)


def _no_field(name: str, known: Sequence[str]) -> Text:
    near, shown = guess(name, known), [f"{{{each}}}" for each in known]
    return Text(
        f"这项检查不给出“{{{name}}}”，可用的占位符有：{'、'.join(shown)}{near.zh}",
        f'this check gives no "{{{name}}}"; placeholders are {", ".join(shown)}{near.en}',
    )


def _no_condition(key: str, known: Sequence[str]) -> Text:
    near = guess(key, known)
    return Text(
        f"未知的条件“{key}”，可用的有：{'、'.join(known)}{near.zh}",
        f'unknown condition "{key}"; known are {", ".join(known)}{near.en}',
    )
