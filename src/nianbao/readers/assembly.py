"""From a stream to a report: one way for pages and for texts."""

from collections.abc import Mapping, Sequence
from datetime import date

from nianbao.editions import edition_for, editions
from nianbao.model.edition import Edition
from nianbao.model.labels import simplified
from nianbao.model.record import Record
from nianbao.model.report import Period, Report, Section, Table
from nianbao.prose.dates import PeriodRead, find_period
from nianbao.prose.organs import organ_named
from nianbao.protocols import ReadOptions
from nianbao.readers import front, titles
from nianbao.readers.binding import bind
from nianbao.readers.front import Line
from nianbao.readers.heading_lines import KEYS
from nianbao.readers.headings import Heading, headings, without_contents
from nianbao.readers.places import Places
from nianbao.readers.recognition import FormRows, recognise, vote_of
from nianbao.readers.stream import PICTURE, Stream
from nianbao.readers.tables import RawTable, prose_of, raw_tables
from nianbao.readers.twins import once, without_twins

_TABLES = ("disclosure", "requests", "review_litigation")


class Parts(Record):
    """The six sections, those beside them, and the signature behind the last."""

    sections: Mapping[str, Section]
    extra: tuple[Section, ...]
    signature: str


class Assembly(Record):
    """A report and what it was put together from.

    Attributes:
        report: the report.
        places: where its parts stand in the stream, and its tables as bound.
        raw: all tables of the stream.
        used: those that hold rows of the form.
        heads: the headings of the parts.
        prose: the stream without the tables of data.
    """

    report: Report
    places: Places
    raw: Sequence[RawTable]
    used: Sequence[RawTable]
    heads: Sequence[Heading]
    prose: str


def assemble(stream: Stream, options: ReadOptions) -> Report:
    """Build a report from a stream."""
    return assembled(stream, options).report


def assembled(stream: Stream, options: ReadOptions) -> Assembly:
    """Build a report from a stream, and keep what it was put together from."""
    # A table that a reader of the page sees may have lost its grid on the way.
    built = _built(stream, options)
    if len(built.report.tables) == len(_TABLES):
        return built
    celled = _celled(stream)
    if celled is not stream:
        built, stream = _built(celled, options), celled
    return _with_remnants(_with_bare_line(_loosened(built, stream, options), options))


def _celled(stream: Stream) -> Stream:
    """Return a stream with the cells of rows whose label a colon parts from its values."""
    from nianbao.readers.colon_lines import with_cells  # noqa: PLC0415  # for such texts alone

    return with_cells(stream)


def _loosened(built: Assembly, stream: Stream, options: ReadOptions) -> Assembly:
    """Return an assembly with the tables that lost their grid; those that are not sure are none."""
    from nianbao.readers.loose import is_sure, loosened  # noqa: PLC0415  # for such texts alone

    met = list(built.report.tables)
    while True:
        body = loosened(stream.body, built.prose, built.heads, met)
        if body == stream.body:
            return built
        again = _built(stream._replace(body=body), options)
        found = {key: table for key, table in again.report.tables.items() if key not in met}
        if not found:
            # What was changed without finding a table may be one that is there already.
            return built
        unsure = [key for key, table in found.items() if not is_sure(table)]
        if not unsure:
            return again
        met += unsure


def _with_bare_line(built: Assembly, options: ReadOptions) -> Assembly:
    """Return an assembly with 表四 where only its values are left, below its heading."""
    key = "review_litigation"
    if key in built.report.tables or key not in built.report.sections:
        return built
    from nianbao.readers.bare import bare_line, with_line  # noqa: PLC0415  # for such texts alone

    part, stream = f"/sections/{key}", built.places.stream
    lined = with_line(stream, *built.places.texts[part])
    marked = built if lined is stream else _built(lined, options)
    edition = built.report.edition or list(editions().values())[-1]
    bound = bare_line(edition.forms[key], marked.raw, *marked.places.texts[part])
    if bound is None:
        return built
    marked.places.tables.append(bound)
    tables = {**marked.report.tables, key: bound.table}
    used = [*marked.used, *(part.table for part in bound.found.parts)]
    return marked._replace(report=marked.report._replace(tables=tables), used=used)


def _with_remnants(built: Assembly) -> Assembly:
    """Return an assembly with the tables of which labels alone are left, below their headings."""
    from nianbao.readers.remnants import with_remnants  # noqa: PLC0415  # for such texts alone

    report = with_remnants(built.report)
    stretches = built.places.stretches
    for key in (report.tables.keys() - built.report.tables) & report.sections.keys():
        stretches[f"/{key}"] = stretches[f"/sections/{key}"]
    return built._replace(report=report)


def _built(stream: Stream, options: ReadOptions) -> Assembly:
    # Letter for letter, so that an offset still means the same.
    body = stream.body.replace(PICTURE, " ")
    # In a cell a picture stands for what cannot be read.
    tables = raw_tables(stream.body.replace(PICTURE, "\ufffc"))
    found, used = recognise(tables)
    data = [each for each in tables if each in used or not each.is_layout]
    prose, heads = _headed(once(simplified(prose_of(body, data)), found), used)
    places = Places(stream, prose)
    begin = heads[0].start if heads else _first(used, prose)
    title = _title(stream, prose, begin, places)
    parts = _parts(prose, heads, places)
    preface = _preface(prose, heads, begin, places)
    period = _period(prose, begin if heads else len(prose), places)
    stated = titles.year_in(title) or (period.start.year if period and period.start else None)
    year = stated or options.year
    edition, bound = _bound(found, year, places)
    report = Report(
        title=title,
        organ=organ_named(titles.organ_in(title)),
        year=year,
        year_stated=stated is not None,
        edition=edition,
        preface=preface,
        period=period,
        published=_published(stream, prose, places),
        sections=parts.sections,
        extra_sections=parts.extra,
        tables=bound,
        blank=options.blank,
        signature=parts.signature,
        locate=places.locate,
        locate_words=places.locate_words,
        measure=places.measure,
    )
    return Assembly(report, places, tables, used, heads, prose)


def _headed(prose: str, used: Sequence[RawTable]) -> tuple[str, list[Heading]]:
    """Return the text with its headings, be they rows of tables, and these."""
    heads = headings(prose)
    if len(heads) >= len(KEYS) or not used:
        return prose, heads
    from nianbao.readers.heading_rows import with_heading_rows  # noqa: PLC0415  # few need it

    prose = with_heading_rows(prose, used)
    return prose, headings(prose)


def _first(used: Sequence[RawTable], prose: str) -> int:
    return min((table.start for table in used), default=len(prose))


def _title(stream: Stream, prose: str, stop: int, places: Places) -> str:
    line = titles.title_in(prose, stop)
    head = titles.head_title(simplified(stream.title)) if line is None else ""
    if line is None and not head:
        line = titles.notice_in(prose, stop)
    if line is None:
        return head
    places.stretches["/title"] = (line.start, line.stop)
    return line.text if line.text.isprintable() else _seen(line.text)


def _seen(title: str) -> str:
    """Return a title without letters that no browser shows."""
    from nianbao.readers.spaced_headings import UNSEEN  # noqa: PLC0415  # for such titles alone

    return title.translate(UNSEEN)


def _preface(prose: str, heads: Sequence[Heading], stop: int, places: Places) -> str:
    above, start = places.stretches.get("/title", (0, 0))
    lines = front.preface_of(front.lines_of(prose, start, stop)) if start else []
    lines = [line for line in lines if line.text != prose[above:start]]
    lines = without_contents(lines) if heads else front.without_footer(lines)
    if lines:
        stretch = (lines[0].start, lines[-1].stop)
        places.stretches["/preface"] = places.texts["/preface"] = stretch
    return "\n".join(line.text for line in lines)


def _period(prose: str, begin: int, places: Places) -> Period | None:
    """Return the statistical period: from the preface, else from the parts."""
    read = find_period(prose[:begin])
    shift = 0
    if read is None:
        read, shift = find_period(prose[begin:]), begin
    if read is None:
        return None
    places.stretches["/period"] = (read.start + shift, read.stop + shift)
    return period_of(prose[read.start + shift : read.stop + shift], read)


def period_of(text: str, read: PeriodRead) -> Period:
    """Return the period that was read from a text."""
    # Where one date is impossible and the other damaged, the characters were lost in both.
    order = (None, "impossible", "damaged")
    worst = max(read.first, read.last, key=lambda each: order.index(each.problem))
    return Period(text, read.first.day, read.last.day, worst.problem)


def _published(stream: Stream, prose: str, places: Places) -> date | None:
    under = places.stretches.get("/title", (0, 0))[1]
    stated = front.published_in(prose) or front.dated_under(prose, under)
    if stated:
        places.stretches["/published"] = stated[1:]
        return stated[0]
    return front.date_of(stream.published)


def _parts(prose: str, heads: Sequence[Heading], places: Places) -> Parts:
    sections: dict[str, Section] = {}
    extra: list[Section] = []
    signature = ""
    stops = [*(head.start for head in heads), len(prose)][1:]
    for order, (head, stop) in enumerate(zip(heads, stops, strict=True), start=1):
        lines = front.lines_of(prose, head.stop, stop)
        if order == len(heads):
            lines, signature = front.without_signature(front.without_footer(lines))
        pictures = places.stream.body.count(PICTURE, head.stop, stop)
        section = Section(head.key, order, head.words, _joined(lines), pictures)
        if head.key and head.key not in sections:
            sections[head.key] = section
            pointer = f"/sections/{head.key}"
        else:
            pointer = f"/extra_sections/{len(extra)}"
            extra.append(section)
        places.stretches[pointer] = places.stretches[f"{pointer}/heading"] = (head.start, head.stop)
        places.texts[pointer] = (head.stop, stop)
    return Parts(sections, tuple(extra), signature)


def _joined(lines: Sequence[Line]) -> str:
    return "\n".join(" ".join(line.text.split()) for line in lines)


def _bound(
    found: Mapping[str, FormRows], year: int | None, places: Places
) -> tuple[Edition | None, dict[str, Table]]:
    """Bind each table by its form; 二 decides the edition, else 三, else the year."""
    votes = {key: vote_of(key, rows) for key, rows in found.items()}
    known = editions()
    decided = votes.get("disclosure") or votes.get("requests")
    edition = known[decided] if decided else edition_for(year) if year else None
    usual = edition or list(known.values())[-1]
    tables = {}
    for key in usual.forms:
        if key in found:
            own = known[votes[key] or usual.key]
            bound = bind(own.forms[key], found[key], votes[key])
            tables[key] = bound.table
            places.tables.append(bound)
    return edition, without_twins(tables)
