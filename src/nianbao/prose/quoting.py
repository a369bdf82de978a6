"""How are words of a report quoted in a message?"""

_SPACES = " \u3000\u00a0"
# A list may fill a page; who reads of it needs where it begins.
_LONGEST = 80


def quoted(words: str) -> str:
    """Return words without what joins them to others, and without half a pair of quotes."""
    words = words.strip(_SPACES)
    opened, closed = words.count("“"), words.count("”")
    is_whole = opened == closed == 1 and words[0] == "“" and words[-1] == "”"
    if is_whole or opened != closed:
        words = words.strip(f"“”{_SPACES}")
    return words.removeprefix("其中").lstrip("，,：: ")


def clipped(quote: str) -> str:
    """Return a quotation, or the beginning of a long one."""
    return quote if len(quote) <= _LONGEST else f"{quote[:_LONGEST]}…"
