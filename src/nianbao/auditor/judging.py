"""How does a process that audits judge a document?"""

from functools import cache

from nianbao.app import Options, build_checker
from nianbao.audit.items import Item
from nianbao.audit.kept import Digests, Kept, digest_of, kept_of
from nianbao.audit.manifest import Told
from nianbao.audit.run import content_of, mark_of
from nianbao.audit.work import Judge
from nianbao.checker import Amend, Checker
from nianbao.engine.sketches import sketch_of
from nianbao.model.facts import facts_of
from nianbao.model.record import Record
from nianbao.model.report import Report
from nianbao.prose.organs import organ_named
from nianbao.readers.files import Found
from nianbao.settings.finding import Finder
from nianbao.version import VERSION


class JudgeMaker(Record):
    """Makes a judge in the process that needs it.

    Attributes:
        options: how to check.
        settings: the settings file for all documents, or ``""``.
        sketches: whether there are so many reports that each is sketched.
    """

    options: Options
    settings: str = ""
    sketches: bool = False

    def __call__(self) -> Judge:
        """Return the judge.

        Raises:
            UserError: options or settings cannot be used.
        """
        checker = build_checker(self.options, Finder(self.settings))
        return CheckerJudge(checker, Marks(checker), self.sketches)


class Marks:
    """Gives the digest of all by which a document is judged: version, rules and settings."""

    def __init__(self, checker: Checker) -> None:
        self._checker = checker
        self._digest = cache(self._digested)

    def __call__(self, path: str | None = None) -> str:
        """Return the digest for a document, or for the run."""
        return self._digest(self._checker.manner(path).mark)

    def _digested(self, mark: str) -> str:
        return digest_of(
            f"{VERSION}\0{self._checker.digest}\0{self._checker.options}\0{mark}".encode()
        )


class CheckerJudge(Record):
    """Judges by a checker."""

    checker: Checker
    marks: Marks
    sketches: bool

    def __call__(self, item: Item) -> Kept:
        """Return what is kept of a document.

        Raises:
            UserError: its settings cannot be used.
        """
        found = Found(item.path, item.named)
        digests = Digests(content_of(item), mark_of(item, self.marks))
        if item.problem:
            document = self.checker.unreadable(found, item.problem, item.data)
            return kept_of(document, None, digests)
        document, report = self.checker.examined(found, item.data, _amended_by(item.told))
        is_read = report is not None and document.status == "read"
        facts = facts_of(report, item.path) if report and is_read else None
        sketch = sketch_of(facts) if facts and self.sketches else b""
        return kept_of(document, facts, digests, sketch)


def _amended_by(told: Told) -> Amend:
    """Return what adds to a report what a manifest says of it and it does not say itself."""

    def amend(report: Report) -> Report:
        return report.with_year(told.year)._replace(
            organ=report.organ or organ_named(told.organ),
            published=report.published or told.published,
        )

    return amend
