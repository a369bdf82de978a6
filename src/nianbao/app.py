"""Puts the parts together: paths in, a result out."""

import os
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from nianbao.builtin import Builtin, known_function
from nianbao.declarative.loader import builtin_digest, folder_rules
from nianbao.engine.run import run
from nianbao.engine.select import chosen
from nianbao.errors import UserError
from nianbao.model.report import Blank, Report
from nianbao.model.text import Text
from nianbao.plugins import Offer, build_plugins, offers, unique
from nianbao.protocols import Formatter, Reader, ReadOptions, Source, UnreadableError
from nianbao.readers.decoding import decode
from nianbao.readers.files import MEBIBYTE, Found, discover, limit_size, read_bytes, suffix_of
from nianbao.result import Document, Finding, Problem, Result
from nianbao.rule import NotChecked, Outcome, Rule
from nianbao.settings import Settings
from nianbao.version import VERSION

DEFAULT_SIZE = 20 * MEBIBYTE
_OTHER = "DOC001"
_NOTHING = Text("没有找到要检查的文件", "there is no file to check")


class NothingToCheckError(UserError):
    """No file to check was found."""


class Options(NamedTuple):
    """How to run.

    Attributes:
        select, ignore: selectors of rules; none selected: all.
        plugins: names of plug-ins to load.
        rules: folders of rule files.
        blank: whether blanks count as 0 in sums (``zero``) or keep a sum unchecked (``strict``).
        year: the report year to use where a report names none.
        skip_other: leave out documents that are no annual report without a word.
        most_bytes: the largest file that is read.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    plugins: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    blank: Blank = "zero"
    year: int | None = None
    skip_other: bool = False
    most_bytes: int = DEFAULT_SIZE

    def over(self, settings: Settings) -> "Options":
        """Return these options on top of settings: lists given here replace those set there."""
        return self._replace(
            select=self.select or settings.select,
            ignore=self.ignore or settings.ignore,
            plugins=(*settings.plugins, *self.plugins),
            rules=(*settings.rules, *self.rules),
        )


class Checker(NamedTuple):
    """Reads and checks documents.

    Attributes:
        rules: the rules to run.
        digest: of all rule files in use.
        readers, formatters: by name.
        options: how to run.
    """

    rules: tuple[Rule, ...]
    digest: str
    readers: Mapping[str, Reader]
    formatters: Mapping[str, Formatter]
    options: Options

    @property
    def suffixes(self) -> frozenset[str]:
        """The file name endings that the readers know."""
        return frozenset(suffix for reader in self.readers.values() for suffix in reader.suffixes)

    def check(self, paths: Sequence[str]) -> Result:
        """Check files and folders.

        Raises:
            NothingToCheckError: there is no file to check.
        """
        documents = tuple(self._document(found) for found in self._found(paths))
        return Result(documents, VERSION, self.digest)

    def _found(self, paths: Sequence[str]) -> Iterator[Found]:
        found = discover(paths, self.suffixes)
        first = next(found, None)
        if first is None:
            raise NothingToCheckError(_NOTHING)
        yield first
        yield from found

    def check_data(self, path: str, data: bytes) -> Result:
        """Check a document whose bytes are at hand."""
        found = Found(path, named=True)
        try:
            limit_size(len(data), self.options.most_bytes)
            document = self._checked(found, data)
        except UnreadableError as error:
            document = self._unreadable(found, error.problem, data)
        return Result((document,), VERSION, self.digest)

    def read(self, path: str, data: bytes | None = None) -> tuple[Report, Reader, Source]:
        """Read a document.

        Raises:
            UnreadableError: it cannot be read.
        """
        source = decode(path, read_bytes(path, self.options.most_bytes) if data is None else data)
        reader = self._reader(path, source)
        options = ReadOptions(self.options.blank, self.options.year)
        try:
            return reader.read(source, options), reader, source
        except UnreadableError:
            raise
        except Exception as error:  # noqa: BLE001  # one bad file never ends a run
            raise UnreadableError(_reader_failed(error)) from None

    def _reader(self, path: str, source: Source) -> Reader:
        suffix = suffix_of(path)
        readers = list(self.readers.values())
        by_name = (reader for reader in readers if suffix in reader.suffixes)
        by_start = (reader for reader in readers if reader.claims(source.text[:1000]))
        return next(by_name, None) or next(by_start, readers[-1])

    def _document(self, found: Found) -> Document:
        try:
            data = read_bytes(found.path, self.options.most_bytes)
        except UnreadableError as error:
            return self._unreadable(found, error.problem, b"")
        return self._checked(found, data)

    def _checked(self, found: Found, data: bytes) -> Document:
        try:
            report, reader, source = self.read(found.path, data)
        except UnreadableError as error:
            return self._unreadable(found, error.problem, data)
        return self._judged(found, report, reader, source)

    def _judged(self, found: Found, report: Report, reader: Reader, source: Source) -> Document:
        is_report = report.is_annual_report
        speaks = is_report or (found.named and not self.options.skip_other)
        rules = self.rules if is_report else [rule for rule in self.rules if rule.code == _OTHER]
        outcomes = run(rules, report) if speaks else []
        return Document(
            path=found.path,
            status="read" if is_report else "other",
            reader=reader.name,
            encoding=source.encoding,
            organ=report.organ.name if report.organ else "",
            year=report.year,
            edition=report.edition.key if report.edition else "",
            findings=_findings(outcomes, report, found.path),
            not_checked=_not_checked(outcomes),
            crashed=tuple((outcome.rule, outcome.crash) for outcome in outcomes if outcome.crash),
        )

    def _unreadable(self, found: Found, problem: Problem, data: bytes) -> Document:
        from nianbao.readers.suspicion import may_be_report  # noqa: PLC0415  # for these alone

        silent = self.options.skip_other or not found.named
        if silent and not may_be_report(data):
            return Document(found.path, "other")
        return Document(found.path, "unreadable", problem=problem)


def _findings(outcomes: Sequence[Outcome], report: Report, path: str) -> tuple[Finding, ...]:
    if not any(outcome.hits for outcome in outcomes):
        return ()
    from nianbao.engine.findings import findings_of  # noqa: PLC0415  # with findings alone

    return tuple(findings_of(outcomes, report, os.path.relpath(path).replace(os.sep, "/")))


def _not_checked(outcomes: Sequence[Outcome]) -> tuple[tuple[Rule, NotChecked], ...]:
    return tuple((outcome.rule, each) for outcome in outcomes for each in outcome.not_checked)


def _reader_failed(error: Exception) -> Text:
    what = f"{type(error).__name__}: {error}".splitlines()[0]
    return Text(f"读取时出错：{what}", f"reading it failed: {what}")


def build_checker(options: Options) -> Checker:
    """Return a checker.

    Raises:
        PluginError: a plug-in cannot be used.
        RuleFileError: a rule file cannot be used.
        UnknownRuleError: a selector stands for no rule.
    """
    manager = build_plugins(Builtin(), options.plugins)
    folders = [folder_rules(folder, known_function) for folder in options.rules]
    found = [
        *offers(manager, "nianbao_rules"),
        *(
            Offer(folder, rule)
            for folder, (rules, _) in zip(options.rules, folders, strict=True)
            for rule in rules
        ),
    ]
    rules = unique(found, lambda rule: rule.code, Text("规则", "rule"))
    readers = unique(offers(manager, "nianbao_readers"), _name, Text("读取器", "reader"))
    formatters = unique(offers(manager, "nianbao_formatters"), _name, Text("输出格式", "formatter"))
    ordered = sorted(rules.values(), key=lambda rule: rule.code)
    return Checker(
        tuple(chosen(ordered, options.select, options.ignore)),
        _digest(builtin_digest(), *(digest for _, digest in folders)),
        readers,
        formatters,
        options,
    )


def _name(item: Reader | Formatter) -> str:
    return item.name


def _digest(*digests: str) -> str:
    if len(digests) == 1:
        return digests[0]
    import hashlib  # noqa: PLC0415  # 2 ms, with rule folders alone

    return hashlib.sha256("\0".join(digests).encode()).hexdigest()
