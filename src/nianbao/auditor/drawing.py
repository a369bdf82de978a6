"""How do the documents of one page look in each output?"""

from collections.abc import Mapping, Sequence

from nianbao.app import Options, build_checker
from nianbao.audit.recalled import Rows, document_of
from nianbao.formatters.csv_ import csv_rows
from nianbao.formatters.jsonl import jsonl_lines
from nianbao.formatters.page.whole import page_of
from nianbao.model.record import Record
from nianbao.model.text import Language
from nianbao.result import Document, Result
from nianbao.rule import Rule
from nianbao.settings.finding import Finder


class Drawn(Record):
    """What documents are in the outputs.

    Attributes:
        lines: JSON, a finding a line.
        table: rows of comma-separated values.
        page: a whole page.
        paths: of the first document and of the last, if there is any.
        total: how many documents.
    """

    lines: str
    table: str
    page: str
    paths: Sequence[str]
    total: int


class Stamp(Record):
    """By what and as of when a run was made, and in which language it speaks.

    Attributes:
        result: the run, without its documents.
        language: of its sentences.
    """

    result: Result
    language: Language

    def lines(self, document: Document) -> str:
        """Return the findings of a document as lines of JSON."""
        words = ("as_of", "version", "rules_digest", "inputs")
        return jsonl_lines(document, self.language, dict(zip(words, self._words, strict=True)))

    def table(self, document: Document) -> str:
        """Return what came of a document as rows of a table."""
        return csv_rows(document, self.language, (*self._words, document.digest))

    @property
    def _words(self) -> tuple[str, ...]:
        each = self.result
        return each.as_of, each.version, each.rules_digest, each.inputs


class Draughtsman(Record):
    """Draws documents."""

    rules: Mapping[str, Rule]
    stamp: Stamp

    def __call__(self, part: tuple[Rows, ...]) -> Drawn:
        """Return what the documents of a page are in each output."""
        documents = tuple(document_of(rows, self.rules) for rows in part)
        paths = [each.path for each in documents if each.is_document]
        return Drawn(
            "".join(map(self.stamp.lines, documents)),
            "".join(map(self.stamp.table, documents)),
            page_of(self.stamp.result._replace(documents=documents), self.stamp.language),
            paths[:1] + paths[-1:],
            len(paths),
        )


class DraughtsmanMaker(Record):
    """Makes a draughtsman in the process that needs one.

    Attributes:
        options: by which rules are found.
        settings: the settings file for all documents, or ``""``.
        stamp: of the run.
    """

    options: Options
    settings: str
    stamp: Stamp

    def __call__(self) -> Draughtsman:
        """Return the draughtsman."""
        checker = build_checker(self.options, Finder(self.settings))
        return Draughtsman({rule.code: rule for rule in checker.offered}, self.stamp)
