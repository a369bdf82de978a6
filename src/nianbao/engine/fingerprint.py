"""How is a finding known again in a later run?"""

import unicodedata

from nianbao.model.report import Report

_VERSION = "1"


class Fingerprints:
    """Makes the fingerprints of one document's findings.

    A fingerprint is the first 16 hexadecimal digits of SHA-256 over organ, year, code, place and,
    for a finding in text only, the quoted words: never lines, never counts.
    """

    def __init__(self, report: Report, path: str) -> None:
        name = _normalised(report.organ.name) if report.organ else ""
        self._subject = (name or f"path:{path}", str(report.year or "?"))
        self._seen: dict[str, int] = {}

    def of(self, code: str, place: str, quote: str) -> str:
        """Return the fingerprint of a finding; equal ones get ``#2``, ``#3`` in document order."""
        import hashlib  # noqa: PLC0415  # 2 ms, with findings alone

        parts = (_VERSION, *self._subject, code, place, *((_normalised(quote),) if quote else ()))
        digest = hashlib.sha256("\0".join(parts).encode(errors="backslashreplace")).hexdigest()[:16]
        self._seen[digest] = self._seen.get(digest, 0) + 1
        count = self._seen[digest]
        return digest if count == 1 else f"{digest}#{count}"


def _normalised(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())
