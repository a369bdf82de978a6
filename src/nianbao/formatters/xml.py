"""How is XML written?"""

from nianbao.formatters.characters import harmless

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_MEANT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


def element(tag: str, /, *content: str, **attributes: object) -> str:
    """Return an element on lines of its own; attributes that are None are left out.

    Args:
        tag: its name.
        content: XML that stands in it.
        attributes: what stands in its tag.
    """
    known = {key: value for key, value in attributes.items() if value is not None}
    head = tag + "".join(f' {key}="{quoted(str(value))}"' for key, value in known.items())
    if not content:
        return f"<{head}/>\n"
    return f"<{head}>{''.join(content)}</{tag}>\n"


def quoted(text: str) -> str:
    """Return text as XML can hold it: controls and noncharacters as escapes, all on one line."""
    return harmless(text).translate(_MEANT)
