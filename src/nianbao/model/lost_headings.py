"""Which headings are lost while what stands below them is there?"""

from nianbao.model.report import Report


def lost_headings(report: Report) -> tuple[str, ...]:
    """Return the parts that lack their heading though their table is there, two or more.

    The heading of one part may have been forgotten. Two and more, with the tables one after the
    other, were lost when the report was published or downloaded.
    """
    if report.edition is None:
        return ()
    absent = [part.key for part in report.edition.parts if part.key not in report.sections]
    lost = tuple(key for key in absent if key in report.tables)
    if len(lost) < 2:
        return ()
    # Without any heading, the text parts cannot be told apart either.
    return tuple(absent) if not report.sections else lost
