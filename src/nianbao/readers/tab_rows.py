"""Which lines of a text are rows whose cells a TAB parts?"""

from collections.abc import Callable, Iterator, Sequence

# Fewer such lines are words that were set apart.
_FEWEST_ROWS = 3
# A row of a single cell between them holds a label.
_LONGEST_LABEL = 40


def stretches(lines: Sequence[str], is_heading: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
    """Yield the first line and the one behind the last of each table whose lines are rows.

    Where TABs lead lines of one cell each, a TAB inside a line is no more than that.
    """
    parted = [at for at, line in enumerate(lines) if "\t" in line and is_parted(line)]
    if len(parted) < _FEWEST_ROWS or 2 * len(parted) < sum("\t" in line for line in lines):
        return
    first = 0
    for index, at in enumerate(parted):
        following = parted[index + 1] if index + 1 < len(parted) else len(lines)
        between = lines[at + 1 : following]
        if following < len(lines) and all(_goes_on(line, is_heading) for line in between):
            continue
        if index + 1 - first >= _FEWEST_ROWS:
            yield _begin(lines, parted[first]), at + 1
        first = index + 1


def is_parted(line: str) -> bool:
    """Tell whether a line has a TAB between words, or TABs behind them."""
    return "\t" in line.strip() or line.rstrip("\r\n").endswith("\t\t")


def _begin(lines: Sequence[str], first: int) -> int:
    """Return where a table begins whose first row is a label alone."""
    above = next((at for at in range(first - 1, -1, -1) if lines[at].strip()), first)
    words = lines[above].strip()
    return above if words.startswith(("第二十条", "（本列", "(本列")) else first


def _goes_on(line: str, is_heading: Callable[[str], bool]) -> bool:
    words = line.strip()
    return len(words) <= _LONGEST_LABEL and "。" not in words and not is_heading(line)
