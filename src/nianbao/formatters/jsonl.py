"""How does a result look to software that reads it line by line?"""

import json
from collections.abc import Iterator

from nianbao.formatters.characters import escaped_json
from nianbao.formatters.json_ import Object, finding_object, known
from nianbao.model.text import Language
from nianbao.protocols import Canvas
from nianbao.result import Document, Result


class JsonlFormatter:
    """Writes a finding on each line, with what is known of its document."""

    name = "jsonl"
    for_machines = True

    def render(self, result: Result, canvas: Canvas) -> str:
        """Return the findings as lines of JSON."""
        return "".join(jsonl_lines(each, canvas.language) for each in result.told)


def jsonl_lines(document: Document, language: Language, run: Object | None = None) -> str:
    """Return the lines of one document; findings of no document have no path.

    Args:
        document: the document.
        language: of the sentences.
        run: what each line says of the audit, beside the digest of the document.
    """
    more = known(sha256=document.digest or None, audit=run)
    return "".join(
        f"{escaped_json(json.dumps({**entry, **more}, ensure_ascii=False, allow_nan=False))}\n"
        for entry in _entries(document, language)
    )


def _entries(document: Document, language: Language) -> Iterator[Object]:
    about = known(
        path=document.path or None,
        organ=document.organ or None,
        year=document.year,
        edition=document.edition or None,
    )
    return ({**about, **finding_object(each, language)} for each in document.findings)
