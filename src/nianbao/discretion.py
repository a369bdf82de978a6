"""What of a document is told without its private data, and without more than is asked?"""

from nianbao.model.report import Report
from nianbao.protocols import UnreadableError
from nianbao.rule import Outcome


def shown_name(name: str) -> str:
    """Return the name of an organ, without the private data that a broken title leaves in it."""
    if name.isalpha():
        return name
    from nianbao.prose.hiding import hidden  # noqa: PLC0415  # for odd names alone

    return hidden(name)


def masked(outcome: Outcome, report: Report) -> Outcome:
    """Return an outcome that tells no private data; hits are seen to where they become findings."""
    if not outcome.not_checked and not outcome.crash:
        return outcome
    from nianbao.prose.hiding import hidden_outcome  # noqa: PLC0415  # few are like that

    return hidden_outcome(outcome, report)


def drawable(report: Report) -> Report:
    """Return of a report what it takes to draw its tables: neither its texts nor its source."""
    from nianbao.prose.hiding import hidden_tables  # noqa: PLC0415  # for the page alone

    return Report(edition=report.edition, tables=hidden_tables(report.tables), blank=report.blank)


def without_private(error: UnreadableError) -> UnreadableError:
    """Return an error without the private data that stand in the words it quotes."""
    from nianbao.prose.hiding import hidden, hidden_in  # noqa: PLC0415  # for these alone

    return UnreadableError(*hidden_in(error.problem, hidden))
