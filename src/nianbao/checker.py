"""How are documents checked: paths in, a result out?"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from nianbao.discretion import drawable, masked, shown_name, without_private
from nianbao.engine.run import run
from nianbao.errors import UserError
from nianbao.manners import BUILTIN, Manner, Manners
from nianbao.model.record import Record
from nianbao.model.report import Report
from nianbao.model.text import Text
from nianbao.options import Options
from nianbao.plugins import Offer
from nianbao.protocols import Formatter, Reader, ReadOptions, Source, UnreadableError
from nianbao.readers.decoding import decode
from nianbao.readers.files import Found, discover, limit_size, read_bytes, suffix_of
from nianbao.result import Document, Finding, Problem, Result
from nianbao.rule import NotChecked, Outcome, Rule
from nianbao.settings.layers import Layer, Settings
from nianbao.version import VERSION

_OTHER = "DOC001"
_NOTHING = Text("没有找到要检查的文件", "there is no file to check")


# Adds to a report what is known of it from elsewhere.
Amend = Callable[[Report], Report]


class NothingToCheckError(UserError):
    """No file to check was found."""

    def __init__(self) -> None:
        super().__init__(_NOTHING)


class Read(Record):
    """A document that was read: by which reader, from which encoding."""

    report: Report
    reader: str
    encoding: str


class Checker(Record):
    """Reads and checks documents.

    Attributes:
        rules: the rules of the run; those of a document with settings of its own may differ.
        digest: of all rule files in use.
        readers, formatters: by name.
        options: how to run.
        manners: finds how each document is judged; None: all by the rules.
        offered: all rules that were loaded, whatever the settings make of them.
        keeps_reports: whether documents with findings keep the tables of their report.
        watch: is told how many documents are done, and of how many.
    """

    rules: tuple[Rule, ...]
    digest: str
    readers: Mapping[str, Reader]
    formatters: Mapping[str, Formatter]
    options: Options
    manners: Manners | None = None
    offered: tuple[Rule, ...] = ()
    keeps_reports: bool = False
    watch: Callable[[int, int], None] | None = None

    def with_rules(self, rules: Sequence[Rule]) -> "Checker":
        """Return a checker that judges all documents by these rules and the options alone."""
        run = self.manner()
        options = self.options._replace(blank=run.blank, profile=run.profile)
        return self._replace(rules=tuple(rules), options=options, manners=None)

    def manner(self, path: str | None = None) -> Manner:
        """Return how a document is judged, or how the run is.

        Raises:
            UserError: the settings of the document cannot be used.
        """
        manners = self.manners or _fixed(self.rules, self.options)
        return manners.run if path is None else manners.of(path)

    def read_options(self, path: str) -> ReadOptions:
        """Return how a document is read."""
        return ReadOptions(self.manner(path).blank, self.options.year)

    @property
    def suffixes(self) -> frozenset[str]:
        """The file name endings that the readers know."""
        return frozenset(suffix for reader in self.readers.values() for suffix in reader.suffixes)

    def check(self, paths: Sequence[str]) -> Result:
        """Check files and folders.

        Raises:
            NothingToCheckError: there is no file to check.
        """
        return self.check_files(self._found(paths))

    def check_files(self, files: Iterable[Found]) -> Result:
        """Check files that were found, be it none.

        Raises:
            UserError: the settings of one of them cannot be used.
        """
        # All settings are found and judged before any document is read.
        found = [(each, self.manner(each.path)) for each in files]
        documents = tuple(self._documents(found))
        if len(documents) > 1:
            documents = self._followed(documents, {each.path: manner for each, manner in found})
        return self._result(documents)

    def _followed(
        self, documents: tuple[Document, ...], manners: Mapping[str, Manner]
    ) -> tuple[Document, ...]:
        """Return the documents with what several years of an organ tell."""
        from nianbao.engine.following import Desk, followed  # noqa: PLC0415  # for several alone

        kept = drawable if self.keeps_reports else None
        return followed(documents, Desk(self.read, lambda path: manners[path].rules, kept))

    def _documents(self, found: Sequence[tuple[Found, Manner]]) -> Iterator[Document]:
        for number, (each, manner) in enumerate(found, 1):
            yield self._document(each, manner)
            if self.watch:
                self.watch(number, len(found))

    def _result(self, documents: tuple[Document, ...]) -> Result:
        return Result(documents, VERSION, self.digest, self.manner().profile)

    def _found(self, paths: Sequence[str]) -> Iterator[Found]:
        found = discover(paths, self.suffixes)
        first = next(found, None)
        if first is None:
            raise NothingToCheckError
        yield first
        yield from found

    def check_data(self, path: str, data: bytes) -> Result:
        """Check a document whose bytes are at hand.

        Raises:
            UserError: its settings cannot be used.
        """
        found, manner = Found(path, named=True), self.manner(path)
        try:
            limit_size(len(data), self.options.most_bytes)
            document = self._checked(found, manner, data)
        except UnreadableError as error:
            document = self.unreadable(found, error.problem, data)
        return self._result((document,))

    def read(self, path: str, data: bytes | None = None) -> tuple[Report, Reader, Source]:
        """Read a document.

        Raises:
            UnreadableError: it cannot be read.
            UserError: its settings cannot be used.
        """
        options = self.read_options(path)
        source = decode(path, read_bytes(path, self.options.most_bytes) if data is None else data)
        reader = self._reader(path, source)
        try:
            return reader.read(source, options), reader, source
        except UnreadableError as error:
            raise without_private(error) from None
        except Exception as error:  # noqa: BLE001  # one bad file never ends a run
            raise without_private(UnreadableError(_reader_failed(error))) from None

    def _reader(self, path: str, source: Source) -> Reader:
        suffix = suffix_of(path)
        readers = list(self.readers.values())
        by_name = (reader for reader in readers if suffix in reader.suffixes)
        by_start = (reader for reader in readers if reader.claims(source.text[:1000]))
        return next(by_name, None) or next(by_start, readers[-1])

    def _document(self, found: Found, manner: Manner) -> Document:
        try:
            data = read_bytes(found.path, self.options.most_bytes)
        except UnreadableError as error:
            return self.unreadable(found, error.problem, b"")
        return self._checked(found, manner, data)

    def _checked(self, found: Found, manner: Manner, data: bytes) -> Document:
        return self._examined(found, manner, data, _as_read)[0]

    def examined(self, found: Found, data: bytes, amend: Amend) -> tuple[Document, Report | None]:
        """Check a document whose bytes are at hand, and return its report as well.

        Args:
            found: the document.
            data: its bytes.
            amend: adds to the report what it does not say itself.

        Raises:
            UserError: its settings cannot be used.
        """
        return self._examined(found, self.manner(found.path), data, amend)

    def _examined(
        self, found: Found, manner: Manner, data: bytes, amend: Amend
    ) -> tuple[Document, Report | None]:
        try:
            report, reader, source = self.read(found.path, data)
        except UnreadableError as error:
            return self.unreadable(found, error.problem, data), None
        read = Read(amend(report), reader.name, source.encoding)
        return self._judged(found, manner, read), read.report

    def _judged(self, found: Found, manner: Manner, read: "Read") -> Document:
        report, rules = read.report, manner.rules
        is_report = report.is_annual_report
        speaks = is_report or (found.named and not self.options.skip_other)
        asked = rules if is_report else [rule for rule in rules if rule.code == _OTHER]
        outcomes = [masked(each, report) for each in run(asked, report)] if speaks else []
        findings = self._findings(outcomes, report, found.path)
        return Document(
            path=found.path,
            status="read" if is_report else "other",
            reader=read.reader,
            encoding=read.encoding,
            organ=shown_name(report.organ.name) if report.organ else "",
            year=report.year,
            edition=report.edition.key if report.edition else "",
            findings=findings,
            not_checked=_not_checked(outcomes),
            crashed=tuple((outcome.rule, outcome.crash) for outcome in outcomes if outcome.crash),
            fails_from=manner.fails_from,
            rules=tuple(outcome.rule for outcome in outcomes),
            is_whole=_is_whole(outcomes, report),
            report=drawable(report) if findings and self.keeps_reports else None,
        )

    def _findings(
        self, outcomes: Sequence[Outcome], report: Report, path: str
    ) -> tuple[Finding, ...]:
        if not any(outcome.hits for outcome in outcomes):
            return ()
        from nianbao.engine.findings import findings_of  # noqa: PLC0415  # with findings alone

        inside = self.manners.inside(path) if self.manners else Settings().inside(path)
        return tuple(findings_of(outcomes, report, inside))

    def judged(self, found: Found, read: Read) -> Document:
        """Check a report that was read before.

        Raises:
            UserError: the settings of the document cannot be used.
        """
        return self._judged(found, self.manner(found.path), read)

    def unreadable(self, found: Found, problem: Problem, data: bytes) -> Document:
        """Return what comes of a document that cannot be read, be it only one that may be none."""
        from nianbao.readers.suspicion import may_be_report  # noqa: PLC0415  # for these alone

        silent = self.options.skip_other or not found.named
        if silent and not may_be_report(data):
            return Document(found.path, "other")
        return Document(found.path, "unreadable", problem=problem)


def _as_read(report: Report) -> Report:
    return report


def _is_whole(outcomes: Sequence[Outcome], report: Report) -> bool:
    """Tell whether a document was read in full; where all rules hold, it was."""
    if all(outcome.status == "held" for outcome in outcomes):
        return True
    from nianbao.model.extent import is_whole  # noqa: PLC0415  # with findings alone

    return is_whole(report)


def _not_checked(outcomes: Sequence[Outcome]) -> tuple[tuple[Rule, NotChecked], ...]:
    return tuple((outcome.rule, each) for outcome in outcomes for each in outcome.not_checked)


def _reader_failed(error: Exception) -> Text:
    what = f"{type(error).__name__}: {error}".splitlines()[0]
    return Text(f"读取时出错：{what}", f"reading it failed: {what}")


def _fixed(rules: Sequence[Rule], options: Options) -> Manners:
    """Return the one manner of a checker whose rules were given."""
    layer = options.layer
    kept = {key: layer.entry[key] for key in ("blank", "profile", "fail-on") if key in layer.entry}
    return Manners([Offer(BUILTIN, rule) for rule in rules], Layer(kept), None)
