"""Which headings were met, and by what were they told?"""

from collections.abc import Iterator

from nianbao.editions import editions
from nianbao.model.edition import Edition, Part
from nianbao.model.reading import HeadingRead, Label
from nianbao.model.report import Report, Section
from nianbao.readers.reading_labels import told


def headings_of(report: Report) -> Iterator[HeadingRead]:
    """Yield the headings in the order met, those of parts that are not there at the end."""
    edition = report.edition or list(editions().values())[-1]
    placed = [(f"/sections/{key}", each) for key, each in report.sections.items()]
    placed += [(f"/extra_sections/{at}", each) for at, each in enumerate(report.extra_sections)]
    for pointer, section in sorted(placed, key=lambda each: each[1].order):
        label = _label(pointer, section, edition, report)
        yield HeadingRead(label, section.order, len(section.text), section.pictures)
    for part in edition.parts if report.is_annual_report else ():
        if part.key not in report.sections:
            pointer = f"/sections/{part.key}"
            yield HeadingRead(Label(pointer, part.title, part.title, "", "missing"), 0, 0, 0)


def _label(pointer: str, section: Section, edition: Edition, report: Report) -> Label:
    span = report.locate(f"{pointer}/heading")
    part = _part(section.key, edition)
    if part is None:
        return Label(pointer, section.heading, "", section.heading, "unknown", span=span)
    how = told(section.heading, part.title, part.labels)
    return Label(pointer, part.title, part.title, section.heading, how.match, how.differs, span)


def _part(key: str, edition: Edition) -> Part | None:
    return next((part for part in edition.parts if part.key == key), None)
