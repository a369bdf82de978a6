"""Which lines of a text are the headings of its parts?"""

from collections.abc import Iterable, Iterator

from nianbao.model.labels import normalised
from nianbao.readers.front import Line
from nianbao.readers.heading_lines import KEYS, Heading, candidates, heading_of, likely_key, titles
from nianbao.readers.stream import BREAK

__all__ = ["Heading", "headings", "is_heading", "without_contents"]

# A text with more of them is a collection, and no report.
_MOST = 300
_CONTENTS = ("目录", "目次")
_EMPTY = BREAK + " \n\t\u3000\u00a0"


def is_heading(line: str) -> bool:
    """Tell whether a line opens one of the six parts."""
    heading = heading_of(line, 0)
    return heading is not None and bool(heading.key) and not heading.weak


def headings(prose: str) -> list[Heading]:
    """Return the headings of the parts in order, each key once unless it opens two parts."""
    found = list(candidates(prose))
    known = [heading for heading in found if heading.key and not heading.weak]
    if len({heading.key for heading in known}) < len(KEYS):
        from nianbao.readers.spaced_headings import with_spaced  # noqa: PLC0415  # few need it

        known = list(with_spaced(prose, known))
    chosen = _chosen(_without_contents(prose, known))
    if not chosen:
        return []
    chosen = _filled(chosen, [heading for heading in found if heading.weak and _is_digital(chosen)])
    unknown = [heading for heading in found if not heading.key]
    if not unknown or len(found) > _MOST:
        return chosen
    for heading in list(_in_sequence(unknown, chosen)):
        chosen = sorted((*chosen, _named(heading, chosen)), key=_start)
    return chosen


def _named(heading: Heading, chosen: list[Heading]) -> Heading:
    """Return a heading with the part whose words it has, where that part lacks one.

    An added part shifts the numbers of those behind it.
    """
    named = heading._replace(key=likely_key(heading.words))
    known = [each for each in chosen if each.key]
    is_free = named.key and all(each.key != named.key for each in known)
    return named if is_free and _fits(named, known) else heading


def without_contents(lines: list[Line]) -> list[Line]:
    """Return the lines of a preface without a table of contents."""
    kept = [line for line in lines if not is_heading(line.text)]
    if len(kept) == len(lines):
        return lines
    return [line for line in kept if "".join(line.text.split()) not in _CONTENTS]


def _start(heading: Heading) -> int:
    return heading.start


def _chosen(found: list[Heading]) -> list[Heading]:
    """Return the headings of the style that most parts have, and those that fill its gaps."""
    ranks = [len({heading.key for heading in found if heading.rank == rank}) for rank in range(3)]
    style = ranks.index(max(ranks))
    chosen = _without_inner([heading for heading in found if heading.rank == style])
    chosen = _filled(chosen, found)
    # Where a heading comes twice in a row, the first is a link to the second.
    return [
        heading
        for heading, following in zip(chosen, [*chosen, None][1:], strict=True)
        if following is None or following.key != heading.key
    ]


def _without_inner(found: list[Heading]) -> list[Heading]:
    """Drop headings that share the words of a part but not its number, where another has it."""
    sure = {heading.key for heading in found if _has_its_number(heading)}
    return [
        heading
        for heading in found
        if heading.key not in sure
        or _has_its_number(heading)
        or normalised(heading.words) in titles()
    ]


def _has_its_number(heading: Heading) -> bool:
    return heading.number == KEYS.index(heading.key) + 1


def _is_digital(chosen: list[Heading]) -> bool:
    return sum(heading.words[0].isdigit() for heading in chosen) * 2 >= len(chosen)


def _filled(chosen: list[Heading], others: Iterable[Heading]) -> list[Heading]:
    """Return the headings with those of others that stand where a part lacks its heading."""
    have = {heading.key for heading in chosen}
    for heading in others:
        if heading.key not in have and _fits(heading, chosen):
            chosen = sorted((*chosen, heading), key=_start)
            have.add(heading.key)
    return chosen


def _without_contents(prose: str, found: list[Heading]) -> list[Heading]:
    """Drop a table of contents: headings that follow one another and come again later."""
    last = {heading.key: heading.start for heading in found}
    kept: list[Heading] = []
    listed = False
    for heading, following in zip(found, [*found, None][1:], strict=True):
        joins = following and not prose[heading.stop : following.start].strip(_EMPTY)
        # Behind the last of them, text follows as behind a heading.
        if (joins or listed) and last[heading.key] != heading.start:
            listed = bool(joins)
        else:
            kept.append(heading)
            listed = False
    return kept


def _fits(heading: Heading, chosen: list[Heading]) -> bool:
    """Tell whether a heading stands between its neighbours of the form."""
    place = KEYS.index(heading.key)
    return all((KEYS.index(other.key) < place) == (other.start < heading.start) for other in chosen)


def _in_sequence(unknown: list[Heading], chosen: list[Heading]) -> Iterator[Heading]:
    """Yield the headings of no part that go on with the numbers of the headings around them.

    A list inside a part starts anew with 一、 and goes on with its own numbers.
    """
    numbered = [heading for heading in chosen if heading.number]
    level = listed = 0
    for heading in sorted((*numbered, *unknown), key=_start):
        if heading.key:
            level, listed = heading.number, 0
        elif listed and heading.number == listed + 1:
            listed += 1
        elif heading.number == level + 1 or heading.number > max(level, len(KEYS)):
            if _comes_before_the_next(heading, numbered):
                level, listed = heading.number, 0
                yield heading
        else:
            listed = heading.number


def _comes_before_the_next(heading: Heading, numbered: list[Heading]) -> bool:
    following = next((each for each in numbered if each.start > heading.start), None)
    if following is None:
        return bool(numbered)
    # Above the first part, a number alone is not enough: pages have lists of their own.
    is_first = following is numbered[0]
    return following.number == heading.number + 1 if is_first else following.number > heading.number
