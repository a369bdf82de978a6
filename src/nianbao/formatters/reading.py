"""How does the reading of a document look: as a page for people, or as JSON?"""

import json

from nianbao.formatters.characters import escaped_json
from nianbao.formatters.reading_json import to_object
from nianbao.model.reading import Reading
from nianbao.model.text import Language
from nianbao.protocols import Canvas


def reading_json(reading: Reading, language: Language) -> str:
    """Return a reading as schemas/reading-v1.schema.json describes it."""
    whole = to_object(reading, language)
    text = json.dumps(whole, ensure_ascii=False, indent=2, allow_nan=False)
    return escaped_json(text) + "\n"


def reading_page(reading: Reading, canvas: Canvas, *, in_full: bool) -> str:
    """Return a reading as text for a terminal.

    Args:
        reading: the reading.
        canvas: what it is drawn on.
        in_full: whether labels and cells are shown that are as the form has them.
    """
    # JSON must not wait for the drawing library.
    from nianbao.formatters.reading_page import draw_reading  # noqa: PLC0415

    return draw_reading(reading, canvas, in_full=in_full)
