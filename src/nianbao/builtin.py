"""What the package itself offers, through the same hooks as a plug-in."""

from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Any

from nianbao.declarative.loader import builtin_rules
from nianbao.model.once import Once
from nianbao.model.report import Report
from nianbao.plugins import hookimpl
from nianbao.protocols import Canvas, Formatter, Reader, ReadOptions, Source
from nianbao.result import Result
from nianbao.rule import Check, Hit, NotChecked, Rule


class LazyReader:
    """A reader whose module is imported when it first reads."""

    def __init__(self, name: str, suffixes: tuple[str, ...], start: str, module: str) -> None:
        self.name, self.suffixes = name, suffixes
        self._start, self._module = start, module

    def claims(self, start: str) -> bool:
        """Tell whether a text begins as this reader's do."""
        return start.lstrip().startswith(self._start)

    def read(self, source: Source, options: ReadOptions) -> Report:
        """Read a document; see the reader itself."""
        report: Report = import_module(self._module).read(source, options)
        return report


class LazyFormatter:
    """A formatter whose module is imported when it first renders."""

    def __init__(
        self, name: str, target: str, *, for_machines: bool = False, needs_reports: bool = False
    ) -> None:
        self.name, self.for_machines, self._target = name, for_machines, target
        self.needs_reports = needs_reports

    def render(self, result: Result, canvas: Canvas) -> str:
        """Return the whole output; see the formatter itself."""
        module, _, name = self._target.partition(":")
        formatter: Formatter = getattr(import_module(module), name)()
        return formatter.render(result, canvas)


def _function(name: str) -> Check:
    def load() -> Check:
        found: Check = getattr(import_module(f"nianbao.checks.{name}"), name)
        return found

    function = Once(load)

    def check(subject: Any) -> Iterable[Hit | NotChecked]:
        return function()(subject)

    return check


def known_function(name: str) -> Check:
    """Return the function of a Python rule for a rule file from outside.

    Raises:
        LookupError: there is none of that name.
    """
    from importlib.util import find_spec  # noqa: PLC0415  # for rule folders alone

    if not name.isidentifier() or find_spec(f"nianbao.checks.{name}") is None:
        raise LookupError(name)
    return _function(name)


_FOR_PIPELINES = (
    "jsonl",
    "sarif",
    "junit",
    "github",
    "gitlab",
    "checkstyle",
    "rdjsonl",
    "markdown",
    "csv",
)


def _for_pipelines(name: str) -> LazyFormatter:
    # A module of the standard library is called csv.
    module = "csv_" if name == "csv" else name
    target = f"nianbao.formatters.{module}:{name.capitalize()}Formatter"
    return LazyFormatter(name, target, for_machines=True)


class Builtin:
    """The plug-in that is always there."""

    @hookimpl
    def nianbao_rules(self) -> Sequence[Rule]:
        """Return the rules of the official format."""
        return builtin_rules(_function)[0]

    @hookimpl
    def nianbao_readers(self) -> Sequence[Reader]:
        """Return the readers of pages, canonical JSON and crawled text."""
        return (
            LazyReader("html", (".html", ".htm", ".shtml", ".xhtml"), "<", "nianbao.readers.html"),
            LazyReader("json", (".json",), "{", "nianbao.readers.json_"),
            LazyReader("text", (".txt", ".md"), "", "nianbao.readers.text"),
        )

    @hookimpl
    def nianbao_formatters(self) -> Sequence[Formatter]:
        """Return the output formats; the module of each is loaded when it renders."""
        return (
            LazyFormatter("table", "nianbao.formatters.table:TableFormatter"),
            LazyFormatter("json", "nianbao.formatters.json_:JsonFormatter", for_machines=True),
            LazyFormatter(
                "html",
                "nianbao.formatters.html_:HtmlFormatter",
                for_machines=True,
                needs_reports=True,
            ),
            *(_for_pipelines(name) for name in _FOR_PIPELINES),
        )
