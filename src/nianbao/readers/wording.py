"""Where in a text do words stand that a finding quotes?"""

import re

from nianbao.readers.stream import UNSEEN

Stretch = tuple[int, int]

# So many letters tell words apart; of a longer quotation its beginning is shown.
_LONGEST = 80


def stretch_of(words: str, text: str, start: int, stop: int) -> Stretch | None:
    """Return the first stretch of a text between two offsets that holds words, or None.

    Spaces and marks do not count: a report has brought its texts to one line a paragraph.
    """
    letters = re.sub(UNSEEN, "", words)[:_LONGEST]
    if not letters:
        return None
    pattern = re.compile(f"(?:{UNSEEN})?".join(map(re.escape, letters)))
    found = pattern.search(text, start, stop)
    return found.span() if found else None
