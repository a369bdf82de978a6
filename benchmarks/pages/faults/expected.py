"""What a fault makes a checker find, and the severity the contract gives each rule."""

from typing import NamedTuple

# The rules about which the truth file says everything.
SEVERITIES = {
    **dict.fromkeys(("SUM001", "SUM002", "SUM003", "SUM004", "SUM006"), "error"),
    **dict.fromkeys(("VAL001", "VAL002", "VAL003"), "warning"),
    **dict.fromkeys(("VAL004", "VAL005", "VAL006", "VAL010"), "error"),
    **dict.fromkeys(("TAB001", "TAB002", "SEC001", "SEC006"), "error"),
    **dict.fromkeys(("DAT002", "DAT003", "DAT008", "DOC002", "TAB009"), "error"),
    **dict.fromkeys(("LAB001", "TAB004", "TAB005", "TAB010", "DAT001", "DOC004"), "warning"),
    **dict.fromkeys(("TAB003", "SEC013"), "warning"),
    **dict.fromkeys(("SEC002", "SEC003", "SEC010", "SEC011"), "warning"),
    **dict.fromkeys(("LAB002", "SEC004", "VAL007", "VAL009"), "info"),
}


class Expected(NamedTuple):
    """A finding that a correct checker reports: rule, JSON Pointer, severity."""

    rule: str
    place: str
    severity: str


def expect(rule: str, place: str, severity: str = "") -> Expected:
    """Return a finding, of the rule's usual severity unless another is given."""
    return Expected(rule, place, severity or SEVERITIES[rule])
