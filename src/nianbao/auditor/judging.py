"""How does a process that audits judge a document?"""

from functools import cache

from nianbao.app import Options, build_checker
from nianbao.audit.digests import Digests, content_of, digest_of
from nianbao.audit.items import Item
from nianbao.audit.kept import Kept, kept_of
from nianbao.audit.manifest import Told
from nianbao.audit.packing import unpacked
from nianbao.audit.work import Judge
from nianbao.auditor.rejudging import rejudged
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
    """Gives that by which documents are read and judged, each part by its digest."""

    def __init__(self, checker: Checker) -> None:
        self._checker = checker
        self._digest, self._reading = cache(self._digested), cache(self._read_by)

    def __call__(self, item: Item) -> Digests:
        """Return the digests of a document."""
        manner = self._checker.manner(item.path)
        reading = self._reading(manner.blank, item.told, item.named)
        return Digests(content_of(item), reading, self._digest(manner.mark))

    @property
    def run(self) -> str:
        """The digest of the rules and settings of the run."""
        return self._digest(self._checker.manner().mark)

    def _read_by(self, blank: str, told: Told, named: bool) -> str:  # noqa: FBT001  # as cached
        options = self._checker.options
        by = (VERSION, options.year, options.most_bytes, options.plugins, blank)
        return digest_of(f"{by}\0{told}\0{named}".encode())

    def _digested(self, mark: str) -> str:
        by = (VERSION, self._checker.digest, self._checker.options, mark)
        return digest_of(repr(by).encode())


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
        return self._from_store(item) or self._from_bytes(item)

    def _from_store(self, item: Item) -> Kept | None:
        if item.stored is None:
            return None
        facts = unpacked(item.stored.facts)
        document = rejudged(self.checker, item, item.stored, facts.report)
        if document is None:
            return None
        return kept_of(document, facts, self.marks(item), item.stored.sketch)

    def _from_bytes(self, item: Item) -> Kept:
        found = Found(item.path, item.named)
        if item.problem:
            document = self.checker.unreadable(found, item.problem, item.data)
            return kept_of(document, None, self.marks(item))
        document, report = self.checker.examined(found, item.data, _amended_by(item.told))
        is_read = report is not None and document.status == "read"
        facts = facts_of(report, item.path) if report and is_read else None
        sketch = sketch_of(facts) if facts and self.sketches else b""
        return kept_of(document, facts, self.marks(item), sketch)


def _amended_by(told: Told) -> Amend:
    """Return what adds to a report what a manifest says of it and it does not say itself."""

    def amend(report: Report) -> Report:
        return report.with_year(told.year)._replace(
            organ=report.organ or organ_named(told.organ),
            published=report.published or told.published,
        )

    return amend
