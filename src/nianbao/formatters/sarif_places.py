"""Where does something stand, in the words of SARIF?"""

import os
from typing import Any
from urllib.parse import quote

from nianbao.formatters.characters import harmless
from nianbao.formatters.relative import slashed
from nianbao.model.place import Place
from nianbao.result import Document

Object = dict[str, Any]


def artifact(document: Document) -> Object:
    """Return a document of the run."""
    encoding = {"encoding": document.encoding.upper()} if document.encoding else {}
    return {"location": {"uri": uri(document.path)}, "roles": ["analysisTarget"], **encoding}


def uri(path: str) -> str:
    """Return the URI of a path, relative where it lies below the working directory."""
    # As bytes, for a name on disk may be no text.
    quoted = quote(os.fsencode(slashed(path)))
    return f"file://{quoted}" if quoted.startswith("/") else quoted


def location(document: Document, number: int, place: Place | None = None) -> Object:
    """Return a place in a document, or the document.

    Args:
        document: the document.
        number: which one of the run it is.
        place: the place; its region is left out where the lines are not known.
    """
    region = _region(place) if place else None
    physical: Object = {"artifactLocation": {"uri": uri(document.path), "index": number}}
    if place and place.origin:
        physical["artifactLocation"] = {"uri": uri(place.origin.path)}
    if region:
        physical["region"] = region
    logical = [_logical(place)] if place and (place.pointer or place.label) else []
    return {
        "physicalLocation": physical,
        **({"logicalLocations": logical} if logical else {}),
    }


def _logical(place: Place) -> Object:
    """Return the cell or part of the canonical report."""
    known = {"name": harmless(place.label), "fullyQualifiedName": harmless(place.pointer)}
    return {**{key: value for key, value in known.items() if value}, "kind": "element"}


def _region(place: Place) -> Object | None:
    """Return lines and columns, the lines alone where columns are not known in UTF-16."""
    span, columns = place.span, place.columns
    if span is None:
        return None
    lines = {"startLine": span.line, "endLine": span.end_line}
    if columns is None:
        return lines
    return {**lines, "startColumn": columns.utf16, "endColumn": columns.end_utf16}
