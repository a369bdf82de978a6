"""Are two labels so alike that one was meant for the other?"""


def is_like(label: str, other: str) -> bool:
    """Tell whether a label, normalised, is within reach of another.

    One letter may differ of up to 5, two of up to 10, else a fifth.
    """
    limit = _limit(label)
    if abs(len(label) - len(other)) > limit or min(len(label), len(other)) <= limit:
        return False
    return _distance(label, other) <= limit


def _limit(label: str) -> int:
    length = len(label)
    return 1 if length <= 5 else 2 if length <= 10 else length // 5


def _distance(label: str, other: str) -> int:
    """Return how many letters must be put in, left out or changed (Levenshtein)."""
    before = list(range(len(other) + 1))
    for row, mine in enumerate(label, start=1):
        here = [row]
        for column, theirs in enumerate(other):
            change = before[column] + (mine != theirs)
            here.append(min(before[column + 1] + 1, here[column] + 1, change))
        before = here
    return before[-1]
