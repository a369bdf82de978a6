"""How was a document read?"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from importlib import import_module

from nianbao.model.reading import EncodingRead, Reading
from nianbao.model.report import Report
from nianbao.protocols import ReadOptions, Source
from nianbao.readers.assembly import Assembly, assembled
from nianbao.readers.reading_headings import headings_of
from nianbao.readers.reading_ignored import ignored_of
from nianbao.readers.reading_tables import tables_in_json, tables_of
from nianbao.readers.stream import Stream

# The readers that make a stream; of what any other made, the report alone is known.
_STREAMS = {"html": "nianbao.readers.html", "text": "nianbao.readers.text"}
_DECLARED = r"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:\-]+)"""
_HEAD = 4096


def reading_of(report: Report, reader: str, source: Source, options: ReadOptions) -> Reading:
    """Return how a document was read.

    Args:
        report: what it was read as.
        reader: the name of the reader that read it.
        source: its text.
        options: how it was read.
    """
    stream = _stream(reader, source)
    assembly = assembled(stream, options) if stream else None
    markup = source.text if reader == "html" else ""
    return Reading(
        path=source.path,
        reader=reader,
        encoding=_encoding(source, reader),
        report=report,
        sources=_sources(report, assembly) if assembly else _sources_in_json(report, source.text),
        headings=tuple(headings_of(report)),
        tables=tuple(tables_of(assembly) if assembly else tables_in_json(report)),
        absent=_absent(report),
        rebuilt=stream is not None and stream.body != (assembly and assembly.places.stream.body),
        ignored=tuple(ignored_of(assembly, markup)) if assembly else (),
    )


def _stream(reader: str, source: Source) -> Stream | None:
    if reader not in _STREAMS:
        return None
    stream_of: Callable[[Source], Stream] = import_module(_STREAMS[reader]).stream_of
    return stream_of(source)


def _encoding(source: Source, reader: str) -> EncodingRead:
    declared = re.search(_DECLARED, source.text[:_HEAD]) if reader == "html" else None
    name = declared[1].lower() if declared else ""
    return EncodingRead(source.encoding, source.told, name, source.replaced)


def _absent(report: Report) -> tuple[str, ...]:
    if report.edition is None or not report.is_annual_report:
        return ()
    return tuple(
        form.name for key, form in report.edition.forms.items() if key not in report.tables
    )


def _sources_in_json(report: Report, text: str) -> Mapping[str, str]:
    """Return whence year and edition of a report without a stream come."""
    is_named = '"edition"' in text.partition('"sections"')[0]
    return {
        "year": _year(report, "document"),
        "edition": "document" if report.edition and is_named else _edition(report),
    }


def _sources(report: Report, assembly: Assembly) -> Mapping[str, str]:
    """Return whence title, year, edition and publication date come, as far as they are known."""
    met = assembly.places.stretches
    return {
        "title": "" if not report.title else "line" if "/title" in met else "head",
        "year": _year(report, "period" if _is_year_of_period(report) else "title"),
        "edition": _edition(report),
        "published": "" if not report.published else "line" if "/published" in met else "head",
    }


def _year(report: Report, stated: str) -> str:
    if report.year is None:
        return ""
    return stated if report.year_stated else "option"


def _is_year_of_period(report: Report) -> bool:
    """Tell whether the period names the year, and the title does not."""
    start = report.period.start if report.period else None
    in_title = str(report.year) in unicodedata.normalize("NFKC", report.title)
    return start is not None and start.year == report.year and not in_title


def _edition(report: Report) -> str:
    """Return the key of the table that decided the edition, or ``year``."""
    if report.edition is None:
        return ""
    for key in ("disclosure", "requests"):
        if key in report.tables and report.tables[key].voted:
            return key
    return "year"
